"""Versions of the tables: new, older, newer, and the same in migrations as in code."""

import sqlite3
from importlib.resources import files
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from onrecord.errors import LedgerError
from onrecord.ledger import open_ledger
from onrecord.ledger.migrate import config
from onrecord.ledger.sql import SqlLedger
from onrecord.ledger.tables import METADATA, VERSION, VERSIONS


def execute(path: Path, *lines: str) -> None:
    with sqlite3.connect(path) as connection:
        for line in lines:
            connection.execute(line)
    connection.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    open_ledger(tmp_path / "ledger.sqlite").close()
    return tmp_path / "ledger.sqlite"


def test_newer_ledger_asks_to_upgrade_onrecord(path: Path) -> None:
    execute(path, f"UPDATE {VERSIONS} SET version_num = '9999'")
    for readonly in (True, False):
        with pytest.raises(LedgerError, match="Upgrade onrecord"):
            open_ledger(path, readonly=readonly)


def test_reader_does_not_upgrade_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "empty.sqlite").touch()
    with pytest.raises(LedgerError, match="brought up to date"):
        open_ledger(tmp_path / "empty.sqlite", readonly=True)


def test_migrations_make_the_tables_of_the_code(path: Path) -> None:
    ledger = open_ledger(path)
    assert isinstance(ledger, SqlLedger)
    with ledger.engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), METADATA)
        ours = {*METADATA.tables, *(index.name for table in METADATA.tables.values() for index in table.indexes)}
        assert [change for change in found if any(str(name) in repr(change) for name in ours)] == []
        assert ScriptDirectory.from_config(config(connection)).get_heads() == [VERSION]


def test_every_migration_ships() -> None:
    names = {file.name for file in (files("onrecord.ledger") / "migrations" / "versions").iterdir()}
    assert "first.py" in names
