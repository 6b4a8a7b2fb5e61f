"""Version 0002: judgements say from which edition on they count."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the column; judgements that are on record already count since they were made."""
    op.add_column("links", sa.Column("seen", sa.Text, nullable=True))


def downgrade() -> None:
    """Refuse: a ledger is never made smaller."""
    raise NotImplementedError("a ledger is append-only")
