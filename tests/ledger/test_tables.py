"""The tables in code are those that the migrations make."""

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from onrecord.ledger.open import open_ledger
from onrecord.ledger.sql import SqlLedger
from onrecord.ledger.tables import METADATA


def test_migrations_make_the_tables_of_the_code() -> None:
    ledger = open_ledger("sqlite://")
    assert isinstance(ledger, SqlLedger)
    with ledger.engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), METADATA)
    ours = {*METADATA.tables, *(index.name for table in METADATA.tables.values() for index in table.indexes)}
    # What else there is belongs to Alembic and to the full-text index.
    assert [change for change in found if any(f"'{name}'" in repr(change) for name in ours)] == []
