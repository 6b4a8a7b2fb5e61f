"""The seam between databases, on SQLite; the contract runs it on PostgreSQL as well."""

import pytest
from sqlalchemy import Connection

from onrecord.ledger.dialect import insert, search
from onrecord.ledger.engine import writing
from onrecord.ledger.open import open_ledger
from onrecord.ledger.sql import SqlLedger
from onrecord.ledger.tables import PROBLEMS


def row(id: str) -> dict[str, str | None]:
    return {"id": id, "subject": "feed", "stage": "collect", "message": "No answer.", "reading": None, "seen": ""}


@pytest.fixture
def ledger() -> SqlLedger:
    opened = open_ledger("sqlite://")
    assert isinstance(opened, SqlLedger)
    return opened


def test_insert_counts_what_is_new(ledger: SqlLedger) -> None:
    with writing(ledger.engine) as connection:
        assert insert(connection, PROBLEMS, [row("a"), row("b"), row("a")]) == 2
        assert insert(connection, PROBLEMS, [row("b"), row("c")]) == 1
        assert insert(connection, PROBLEMS, []) == 0


def test_search_takes_words_as_words(ledger: SqlLedger) -> None:
    def found(connection: Connection, *words: str) -> list[str]:
        return search(connection, words, 9)

    with writing(ledger.engine) as connection:
        assert found(connection, "not") == found(connection, "or", "near") == found(connection, "title") == []
