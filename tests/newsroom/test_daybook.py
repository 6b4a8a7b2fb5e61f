"""Entries of the daybook: what other programs get of an event."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from onrecord.claims import Extractor
from onrecord.ledger import MemoryLedger
from onrecord.newsroom import clock, day
from onrecord.newsroom.daybook import entries, named, where
from onrecord.newsroom.judge import Judge, judge
from onrecord.newsroom.settings import settings
from onrecord.newsroom.story import load
from onrecord.records import Entry, Extent, Place, Span

FLOOD = Path(__file__).parents[2] / "examples" / "flood"
LAST = date(2025, 3, 13)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> day.Desk:
    folder = Path(shutil.copytree(FLOOD, tmp_path_factory.mktemp("daybook") / "flood"))
    made = day.Desk(load(folder), settings(folder, offline=True), MemoryLedger(), clock.now())
    day.collect(made)
    day.read(made, Extractor(made.story))
    return made


@pytest.fixture(scope="module")
def edition(desk: day.Desk) -> day.Edition:
    return day.brief(desk, Extractor(desk.story), LAST)


def test_every_event_has_its_entry_the_told_ones_first(edition: day.Edition) -> None:
    found = list(entries(edition))
    assert {e.event for e in found} == {e.id for e in edition.events}
    ranks = [(not e.score.told, -e.score.total) for e in found]
    assert ranks == sorted(ranks) and {e.event for e in found if e.score.told} == named(edition.briefing)


def test_an_entry_is_what_its_json_says(edition: day.Edition) -> None:
    for made in entries(edition):
        assert Entry.parse(made.json()) == made


def test_a_judgement_is_in_the_entries_that_it_touches_and_in_no_other(desk: day.Desk, edition: day.Edition) -> None:
    one, other = (e for e in edition.events[:2])
    judge(desk, (one.id, other.id), "not-same", Judge("jo", LAST))
    after = list(entries(day.brief(desk, Extractor(desk.story), LAST)))
    touched = {e.event for e in after if e.judgements}
    assert touched == {one.id, other.id}
    before = day.brief(desk, Extractor(desk.story), date(2025, 3, 12))
    assert all(not e.judgements for e in entries(before))


def test_a_place_keeps_all_but_its_characters() -> None:
    place = Place(span=Span(start=0, end=4), name="Brin", precision=Extent.SETTLEMENT, country="XA", lat=1.5, lon=2.5)
    made = where(place)
    assert made and (made.name, made.precision, made.country, made.lat, made.lon) == (
        "Brin",
        "settlement",
        "XA",
        1.5,
        2.5,
    )
    assert where(None) is None
