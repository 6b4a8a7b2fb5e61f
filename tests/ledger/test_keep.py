"""What is added, and what is left because it was there."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Table, func, select

from onrecord.ledger import keep
from onrecord.ledger.engine import writing
from onrecord.ledger.open import open_ledger
from onrecord.ledger.sql import SqlLedger
from onrecord.ledger.tables import DOCUMENTS, PROBLEMS, READINGS, SIGHTINGS, STATEMENTS
from onrecord.records import Attribution, Claim, Document, Problem, Reading, Span

NOON = datetime(2024, 12, 14, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
DOCUMENT = Document(source="gazette", address="a", title="Flood", text="The dike broke.", published=NOON)
SPAN = Span(start=0, end=8)
CLAIM = Claim(document=DOCUMENT.id, attribution=Attribution(), proposition=SPAN, sentence=SPAN)
TROUBLE = Problem(subject="feed", stage="collect", message="No answer.")


@pytest.fixture
def ledger() -> SqlLedger:
    opened = open_ledger("sqlite://")
    assert isinstance(opened, SqlLedger)
    return opened


def counts(ledger: SqlLedger, *tables: Table) -> list[int | None]:
    with writing(ledger.engine) as connection:
        return [connection.scalar(select(func.count()).select_from(table)) for table in tables]


def test_one_batch_may_hold_a_document_twice(ledger: SqlLedger) -> None:
    with writing(ledger.engine) as connection:
        keep.add(connection, [(DOCUMENT, NOON), (DOCUMENT, NOON), (DOCUMENT, NOON + HOUR)])
    assert counts(ledger, DOCUMENTS, SIGHTINGS) == [1, 1]


def test_same_reading_again_adds_no_statement(ledger: SqlLedger) -> None:
    reading = Reading(document=DOCUMENT, claims=(CLAIM,))
    with writing(ledger.engine) as connection:
        assert keep.record(connection, [(reading, NOON), (reading, NOON)], "reader 1") == 3
        assert keep.record(connection, [(reading, NOON + HOUR)], "reader 1") == 0
    assert counts(ledger, STATEMENTS, READINGS) == [3, 2]


def test_lasting_problem_is_kept_once(ledger: SqlLedger) -> None:
    for hours in range(3):
        with writing(ledger.engine) as connection:
            keep.report(connection, [TROUBLE, TROUBLE], NOON + hours * HOUR)
    assert counts(ledger, PROBLEMS) == [1]
