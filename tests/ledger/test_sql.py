"""The ledger in a database when something goes wrong: nothing stored is lost, and the fault says what to do."""

import signal
import sqlite3
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from onrecord.errors import LedgerError
from onrecord.ledger.open import open_ledger
from onrecord.ledger.sql import SqlLedger
from onrecord.records import Attribution, Claim, Document, Problem, Reading, Span

NOON = datetime(2024, 12, 14, 12, tzinfo=UTC)


def report(number: int, size: int = 1) -> Document:
    return Document(
        source="gazette", address=str(number), title="Flood", text=f"Dike {number}. " * size, published=NOON
    )


def read(document: Document) -> Reading:
    span = Span(start=0, end=4)
    claim = Claim(document=document.id, attribution=Attribution(), proposition=span, sentence=span)
    return Reading(
        document=document, claims=(claim,), problems=(Problem(subject=document.id, stage="read", message="Short."),)
    )


@pytest.fixture
def ledger(tmp_path: Path) -> SqlLedger:
    opened = open_ledger(tmp_path / "ledger.sqlite")
    assert isinstance(opened, SqlLedger)
    opened.add(report(0), NOON)
    return opened


def test_fault_between_any_two_statements_keeps_all_or_nothing(ledger: SqlLedger) -> None:
    failing = [0]

    def fail(*_: Any) -> None:
        failing[0] -= 1
        if failing[0] == 0:
            raise KeyboardInterrupt

    event.listen(ledger.engine, "before_cursor_execute", fail)
    before = ledger.as_of(NOON)
    for step in range(1, 99):
        failing[0] = step
        try:
            ledger.record(read(report(0)), "reader 1", NOON)
            break
        except KeyboardInterrupt:
            failing[0] = 0
            assert ledger.as_of(NOON) == before
            assert [d for d, _ in ledger.unread("reader 1")] == [report(0)]
    assert step > 3
    failing[0] = 0
    assert (len(ledger.as_of(NOON).claims), len(ledger.as_of(NOON).problems)) == (1, 1)


def test_full_disk_loses_nothing_stored(ledger: SqlLedger) -> None:
    def small(connection: sqlite3.Connection, *_: Any) -> None:
        connection.execute("PRAGMA max_page_count=60")

    event.listen(ledger.engine, "checkout", small)
    with pytest.raises(LedgerError, match="disk is full"):
        ledger.add_all((report(n, size=2000), NOON) for n in range(1, 99))
    event.remove(ledger.engine, "checkout", small)
    assert ledger.as_of(NOON).documents == (report(0),)


WRITE = """
import sys
from datetime import UTC, datetime
from onrecord.ledger import open_ledger
from onrecord.records import Document
noon = datetime(2024, 12, 14, 12, tzinfo=UTC)
ledger = open_ledger(sys.argv[1])
for start in range(0, 100000, 5):
    ledger.add_all(
        (Document(source="gazette", address=str(n), title="Flood", text=f"Dike {n}. ", published=noon), noon)
        for n in range(start, start + 5)
    )
    print(start, flush=True)
"""


def test_killed_writer_leaves_whole_batches(tmp_path: Path) -> None:
    path = str(tmp_path / "ledger.sqlite")
    for wait in (0.0, 0.02):
        with subprocess.Popen([sys.executable, "-c", WRITE, path], stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout
            last = [int(writer.stdout.readline()) for _ in range(3)][-1]
            time.sleep(wait)
            writer.send_signal(signal.SIGKILL)
            last = max([last, *map(int, writer.stdout.read().split())])
        documents = open_ledger(path).as_of(NOON).documents
        assert len(documents) % 5 == 0
        assert {d.address for d in documents} >= {str(n) for n in range(last + 5)}
        with sqlite3.connect(path) as check:
            assert check.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            check.execute("INSERT INTO search(search, rank) VALUES ('integrity-check', 1)")
        check.close()
