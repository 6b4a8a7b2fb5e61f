"""A ledger of the first version keeps its judgements, and takes those that count from an edition on."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from onrecord.errors import LedgerError
from onrecord.ledger import open_ledger
from onrecord.records import Judgement, Link

AT = datetime(2024, 12, 14, 12, tzinfo=UTC)
OLD = (
    '{"at":"2024-12-14T12:00:00Z","by":"jo","id":"l-c4b947d24ea66a1048f4","judgement":"not-same","left":"c-1",'
    '"relation":"event","right":"c-2","score":0.0,"slots":[]}'
)
"""A judgement as version 0001 wrote it."""


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A ledger whose links have no column for the edition."""
    path = tmp_path / "ledger.sqlite"
    open_ledger(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("ALTER TABLE links DROP COLUMN seen")
        connection.execute("UPDATE onrecord_version SET version_num = '0001'")
        row = ("l-c4b947d24ea66a1048f4", "c-1", "c-2", "event", "jo", "2024-12-14T12:00:00.000000Z", OLD)
        connection.execute("INSERT INTO links VALUES (?,?,?,?,?,?,?)", row)
    connection.close()
    return path


def test_old_judgements_count_since_they_were_made(older: Path) -> None:
    ledger = open_ledger(older)
    kept = Link(left="c-1", right="c-2", judgement=Judgement.DIFFERENT, by="jo", at=AT)
    assert ledger.as_of(AT).links == (kept,) and ledger.as_of(AT - timedelta(seconds=1)).links == ()
    new = Link(left="c-1", right="c-3", by="jo", at=AT + timedelta(days=9), seen=AT)
    ledger.judge([new])
    assert ledger.as_of(AT).links == (kept, new)
    ledger.close()


def test_a_reader_asks_to_bring_it_up_to_date(older: Path) -> None:
    with pytest.raises(LedgerError, match="brought up to date"):
        open_ledger(older, readonly=True)
