"""Transactions: one writer, many readers, and each sees one state."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from onrecord.errors import LedgerError
from onrecord.ledger import engine, open_ledger
from onrecord.ledger.engine import connect, reading, writing
from onrecord.records import Document

NOON = datetime(2024, 12, 14, 12, tzinfo=UTC)
DOCUMENT = Document(source="gazette", address="a", title="Flood", text="The dike broke.", published=NOON)


def test_locked_ledger_waits_then_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "PATIENCE", 0.1)
    ledger = open_ledger(tmp_path / "ledger.sqlite")
    other = sqlite3.connect(tmp_path / "ledger.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert ledger.document(DOCUMENT.id) is None
    with pytest.raises(LedgerError, match="in use by another program"):
        ledger.add(DOCUMENT, NOON)
    other.execute("COMMIT")
    assert ledger.add(DOCUMENT, NOON) == DOCUMENT


def test_reader_sees_one_state_while_another_writes(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    ledger = open_ledger(path)
    made, *_ = connect(str(path), readonly=True)
    count = text("SELECT count(*) FROM documents")
    with reading(made) as connection:
        assert connection.scalar(count) == 0
        ledger.add(DOCUMENT, NOON)
        assert connection.scalar(count) == 0
    with reading(made) as connection:
        assert connection.scalar(count) == 1


def test_fault_undoes_also_new_tables() -> None:
    made, *_ = connect("sqlite://", readonly=False)
    with pytest.raises(KeyboardInterrupt), writing(made) as connection:
        connection.execute(text("CREATE TABLE gauges (id)"))
        raise KeyboardInterrupt
    with reading(made) as connection:
        assert connection.scalar(text("SELECT count(*) FROM sqlite_schema")) == 0


def test_password_is_not_told() -> None:
    made, name, _ = connect("postgresql://me:secret@localhost/floods", readonly=False)
    assert "secret" not in name and made.dialect.driver == "psycopg"
