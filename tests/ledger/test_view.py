"""A view costs a fixed number of queries for each batch of documents, not one for each document."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import event

from onrecord.ledger.open import open_ledger
from onrecord.ledger.sql import SqlLedger
from onrecord.records import Attribution, Claim, Document, Reading, Span

NOON = datetime(2024, 12, 14, 12, tzinfo=UTC)
SPAN = Span(start=0, end=4)


def filled(count: int) -> SqlLedger:
    ledger = open_ledger("sqlite://")
    assert isinstance(ledger, SqlLedger)
    for n in range(count):
        document = Document(source="gazette", address=str(n), title="Flood", text=f"Dike {n}.", published=NOON)
        claim = Claim(document=document.id, attribution=Attribution(), proposition=SPAN, sentence=SPAN)
        ledger.add(document, NOON)
        ledger.record(Reading(document=document, claims=(claim,)), "reader 1", NOON)
    return ledger


def queries(ledger: SqlLedger) -> int:
    asked: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        asked.append(statement)

    event.listen(ledger.engine, "before_cursor_execute", note)
    assert len(ledger.as_of(NOON).claims) == len(ledger.as_of(NOON).documents)
    return len(asked)


def test_queries_do_not_grow_with_documents() -> None:
    assert queries(filled(2)) == queries(filled(40))


def test_window_reaches_no_further_than_it_says() -> None:
    ledger = filled(3)
    assert len(ledger.as_of(NOON, NOON).documents) == 3
    assert ledger.as_of(NOON + timedelta(hours=1), NOON + timedelta(seconds=1)).documents == ()
