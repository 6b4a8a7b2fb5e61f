"""The whole run on the flood: yesterday stays yesterday, whatever comes later."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from onrecord.claims import Extractor
from onrecord.events import link
from onrecord.ledger import MemoryLedger, open_ledger
from onrecord.newsroom import clock, day
from onrecord.newsroom.settings import settings
from onrecord.newsroom.story import load
from onrecord.protocols import Ledger
from onrecord.records import Briefing, Judgement, Link

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


def test_an_edition_s_events_are_those_of_linking_its_record_afresh(folder: Path) -> None:
    at = desk(folder, MemoryLedger())
    day.collect(at)
    day.read(at, READER)
    edition = day.brief(at, READER, LAST)
    assert [e.json() for e in edition.events] == [e.json() for e in link(day.view_of(at, LAST), at.story)]


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


def test_a_report_from_the_future_is_told_kept_and_taken_when_its_day_comes(folder: Path) -> None:
    at = desk(folder, MemoryLedger())
    day.collect(at)
    day.read(at, READER)
    before = written(at, LAST).json()
    path = folder / "reports" / "valley-post" / "2999-03-13T0900 flood.txt"
    path.write_text("The mayor of Alvedra said on Saturday that 40 houses stood in water.", encoding="utf-8")
    intake = day.collect(at)
    day.read(at, READER)
    (told,) = [p for p in intake.problems if "has not come yet" in p.message]
    assert "2999-03-13 09:00" in told.message and "valley-post" in told.message
    assert at.ledger.document(told.subject) is not None
    assert written(at, LAST).json() == before
    assert day.view_of(at, date(2999, 3, 14)).documents
    assert day.collect(at).problems == intake.problems


def test_a_correction_of_what_was_never_collected_is_told_and_changes_nothing(folder: Path) -> None:
    at = desk(folder, MemoryLedger())
    day.collect(at)
    day.read(at, READER)
    before = day.brief(at, READER, LAST)
    view = day.view_of(at, LAST)
    last = view.documents[-1]
    late = replace(
        last, id="", address="correction", text=f"Correction. {last.text}", supersedes="d-00000000000000000000"
    )
    at.ledger.add(late, at.story.cutoff(LAST))
    after = day.brief(at, READER, LAST)
    (told,) = [p for p in after.problems if p not in before.problems]
    assert told.subject == late.id and "d-00000000000000000000, which is not on record" in told.message
    assert after.events == before.events


def test_a_judgement_from_elsewhere_on_an_unknown_claim_is_told_and_changes_nothing(folder: Path) -> None:
    at = desk(folder, MemoryLedger())
    day.collect(at)
    day.read(at, READER)
    before = day.brief(at, READER, LAST)
    claim = before.events[0].key
    stray = Link(left="c-00000000000000000000", right=claim, by="jo", at=at.story.cutoff(LAST))
    back = Link(left=claim, right="c-z", judgement=Judgement.TAKEN_BACK, by="jo", at=at.story.cutoff(LAST))
    at.ledger.judge([stray, back])
    after = day.brief(at, READER, LAST)
    assert after.events == before.events and after.briefing == before.briefing
    told = [p.message for p in after.problems if p not in before.problems]
    assert any("c-00000000000000000000, which is not on record" in message for message in told)
    assert any("never made" in message for message in told)


def test_a_judgement_on_a_page_that_was_changed_asks_to_judge_again(folder: Path) -> None:
    at = desk(folder, MemoryLedger())
    day.collect(at)
    day.read(at, READER)
    view = day.view_of(at, LAST)
    last = view.documents[-1]
    judged, other = (next(c.id for c in view.claims if (c.document == last.id) is own) for own in (True, False))
    left, right = sorted((judged, other))
    at.ledger.judge([Link(left=left, right=right, by="jo", at=at.story.cutoff(LAST))])
    assert not [p for p in day.brief(at, READER, LAST).problems if "jo" in p.message]
    edited = replace(last, id="", text=last.text.replace(" the ", " this ", 1))
    at.ledger.add(edited, at.story.cutoff(LAST))
    day.read(at, READER)
    told = [p.message for p in day.brief(at, READER, LAST).problems if "jo" in p.message]
    assert told == [f"jo judged {judged}, whose text was changed since; look at the new one, and judge again."]
