"""Migrations are found in the package and end at the version that the program needs."""

from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from onrecord.ledger.migrate import config
from onrecord.ledger.tables import VERSION


def test_one_line_of_migrations_ends_at_this_version() -> None:
    with create_engine("sqlite://").connect() as connection:
        scripts = ScriptDirectory.from_config(config(connection))
    assert scripts.get_heads() == [VERSION]
    numbers = [script.revision for script in scripts.walk_revisions()]
    assert numbers == sorted(numbers, reverse=True)  # versions are compared as text
