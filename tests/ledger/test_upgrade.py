"""Versions of the tables: new, older, newer."""

import sqlite3
from pathlib import Path

import pytest

from onrecord.errors import LedgerError
from onrecord.ledger import open_ledger
from onrecord.ledger.tables import VERSIONS


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


def test_ledger_of_this_version_is_not_migrated_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.ledger.migrate.migrate", None)
    open_ledger(path).close()
