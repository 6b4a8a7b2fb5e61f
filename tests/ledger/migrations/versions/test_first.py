"""The first tables: rows are added and never change, and every text added can be found."""

import sqlite3
from pathlib import Path

import pytest

from onrecord.ledger import open_ledger

TABLES = ("documents", "sightings", "statements", "readings", "links", "problems")


@pytest.fixture
def database(tmp_path: Path) -> sqlite3.Connection:
    """A new ledger with a row in each table, as another program sees it."""
    open_ledger(tmp_path / "ledger.sqlite").close()
    connection = sqlite3.connect(tmp_path / "ledger.sqlite")
    for table in TABLES:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[1] != "number"]
        connection.execute(
            f"INSERT INTO {table} ({','.join(map('[{}]'.format, columns))}) VALUES ({','.join('?' * len(columns))})",
            columns,
        )
    return connection


@pytest.mark.parametrize("table", TABLES)
def test_rows_never_change(database: sqlite3.Connection, table: str) -> None:
    for change in (f"UPDATE {table} SET id = 'x'", f"DELETE FROM {table}"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            database.execute(change)
    assert database.execute(f"SELECT id FROM {table}").fetchall() == [("id",)]


def test_any_added_text_is_indexed(database: sqlite3.Connection) -> None:
    found = database.execute("SELECT rowid FROM search WHERE search MATCH 'title'").fetchall()
    assert found == database.execute("SELECT number FROM documents").fetchall()
