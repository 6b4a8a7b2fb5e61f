from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.briefing.proof.home import Home
from onrecord.briefing.proof.stack import Stack
from onrecord.records import Briefing, Event


@pytest.fixture
def home(full: Any) -> tuple[Home, Briefing]:
    made = full.write()
    return Home.of(made, Stack(full.shelf.day, full.view, full.story), tuple(full.events)), made


def test_every_sentence_is_at_home(home: tuple[Home, Briefing]) -> None:
    at, briefing = home
    assert {(s.name, at.section(t)) for s in briefing.sections for t in s.sentences} == {
        (s.name, s.name) for s in briefing.sections if s.sentences
    }
    assert not [t.text for s in briefing.sections for t in s.sentences if at.holds(t)]


def test_an_event_of_the_day_before_is_background(home: tuple[Home, Briefing], full: Any) -> None:
    at, _ = home
    old: Event = full.events[-1]
    assert [at.today(e) for e in full.events] == [e is not old for e in full.events]


def test_a_table_needs_its_sentence(home: tuple[Home, Briefing]) -> None:
    at, briefing = home
    tables = {s.name: s.tables for s in briefing.sections if s.tables}
    assert set(tables) == {"conflicts", "background"}
    assert at.tables("conflicts", tables["conflicts"]) is None
    for wrong in ((), tables["background"], tables["conflicts"] * 2):
        assert at.tables("conflicts", wrong) is not None


def test_a_chart_draws_all_of_its_tally(desk: Any, tell: Any) -> None:
    tell["tally"](desk)
    made = desk.write()
    events, stack = tuple(desk.events), Stack(desk.shelf.day, desk.view, desk.story)
    section = next(s for s in made.sections if s.charts)
    home = Home.of(made, stack, events)
    assert home.charts(section.name, section.charts) is None
    (chart,) = section.charts
    assert home.charts(section.name, (replace(chart, bars=chart.bars[:-1]),))
