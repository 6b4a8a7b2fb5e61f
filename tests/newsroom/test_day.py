"""The whole run on the flood: yesterday stays yesterday, whatever comes later."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from onrecord.claims import Extractor
from onrecord.ledger import MemoryLedger, open_ledger
from onrecord.newsroom import clock, day
from onrecord.newsroom.settings import settings
from onrecord.newsroom.story import load
from onrecord.protocols import Ledger
from onrecord.records import Briefing, Document, Reading

FLOOD = Path(__file__).parents[2] / "examples" / "flood"
READER = Extractor(load(FLOOD))
LAST = date(2025, 3, 13)


def desk(folder: Path, ledger: Ledger) -> day.Desk:
    return day.Desk(load(folder), settings(folder, offline=True), ledger, clock.now())


def written(at: day.Desk, on: date) -> Briefing:
    return day.brief(at, READER, on).briefing


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FLOOD, tmp_path / "flood"))


def test_yesterday_written_today_is_what_it_was(folder: Path, tmp_path: Path) -> None:
    later = tmp_path / "later"
    for path in sorted((folder / "reports").rglob("2025-03-12*")):
        target = later / path.relative_to(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.rename(target)
    at = desk(folder, MemoryLedger())
    day.collect(at)
    day.read(at, READER)
    before = written(at, LAST - timedelta(days=2)).json()
    shutil.copytree(later, folder, dirs_exist_ok=True)
    day.collect(at)
    day.read(at, READER)
    assert written(at, LAST - timedelta(days=2)).json() == before
    assert written(at, LAST).counts.claims > 0


def test_memory_and_sql_write_the_same_briefing(folder: Path, tmp_path: Path) -> None:
    made = []
    for ledger in (MemoryLedger(), open_ledger(tmp_path / "ledger.sqlite")):
        at = desk(folder, ledger)
        day.collect(at)
        day.read(at, READER)
        made.append(written(at, LAST).json())
        ledger.close()
    assert made[0] == made[1]


def test_reading_again_adds_nothing(folder: Path) -> None:
    at = desk(folder, MemoryLedger())
    day.collect(at)
    assert day.read(at, READER) > 0
    assert day.read(at, READER) == 0


def test_raw_bytes_are_kept_by_digest(folder: Path) -> None:
    at = desk(folder, MemoryLedger())
    day.collect(at)
    kept = [path for path in at.settings.raw.rglob("*") if path.is_file()]
    assert len(kept) >= 3


def test_batches_keep_order() -> None:
    assert list(day.batches(iter(range(5)), 2)) == [[0, 1], [2, 3], [4]]


def test_a_fault_of_the_reader_costs_one_document() -> None:
    class Stumbling:
        name = "stumbling"

        def __call__(self, document: Document) -> Reading:
            raise ValueError("not a span")

    document = Document(source="s", address="a", title="", text="x")
    made = day.attempt(Stumbling(), document)
    assert made.claims == () and "not a span" in made.problems[0].message
