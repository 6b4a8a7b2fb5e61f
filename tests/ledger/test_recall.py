"""Reading rows in batches gives what reading them one by one would."""

from datetime import UTC, datetime

import pytest

from onrecord.ledger import recall
from onrecord.ledger.engine import reading
from onrecord.ledger.open import open_ledger
from onrecord.ledger.sql import SqlLedger
from onrecord.records import Document

NOON = datetime(2024, 12, 14, 12, tzinfo=UTC)
DOCUMENTS = [
    Document(source="gazette", address=str(n), title="Flood", text=f"Dike {n}.", published=NOON) for n in range(7)
]


@pytest.fixture
def ledger(monkeypatch: pytest.MonkeyPatch) -> SqlLedger:
    monkeypatch.setattr(recall.batches, "__defaults__", (3,))
    opened = open_ledger("sqlite://")
    assert isinstance(opened, SqlLedger)
    opened.add_all((document, NOON) for document in DOCUMENTS)
    return opened


def test_batches_hold_everything_once() -> None:
    assert list(recall.batches(range(7), 3)) == [[0, 1, 2], [3, 4, 5], [6]]
    assert list(recall.batches([])) == []


def test_documents_come_in_the_order_asked_for(ledger: SqlLedger) -> None:
    ids = [document.id for document in reversed(DOCUMENTS)]
    with reading(ledger.engine) as connection:
        assert list(recall.documents(connection, [*ids, "d-0", ids[0]])) == [*reversed(DOCUMENTS), DOCUMENTS[-1]]


def test_views_and_unread_documents_cross_batches(ledger: SqlLedger) -> None:
    assert set(ledger.as_of(NOON).documents) == set(DOCUMENTS)
    assert [document for document, _ in ledger.unread("reader 1")] == DOCUMENTS
