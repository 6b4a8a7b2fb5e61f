"""Topics: what borrows the words of war tells no event, and what is told in earnest beside such words still does."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from onrecord.claims.kinds import Kinds
from onrecord.claims.text import sentences
from onrecord.claims.topic import stretch, topic
from onrecord.records import Party, Span, Story

GOLDEN = Path(__file__).parents[1] / "golden" / "topics.toml"
CASES: list[dict[str, Any]] = tomllib.loads(GOLDEN.read_text(encoding="utf-8"))["case"]

ARLAND = Party(name="Arland", adjectives=("Arlandish",), aliases=("Arlen",))
BORIA = Party(name="Boria", adjectives=("Borian",), aliases=("Borgrad",))
STORY = Story(title="T", first_day=date(2030, 1, 1), time_zone="UTC", parties=(ARLAND, BORIA))
SILENT = {"other", "information"}


def kinds(text: str) -> dict[str, str]:
    reader = Kinds(STORY)
    return {s.of(text): reader.of(text, s) for s in sentences(text)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_golden(case: dict[str, Any]) -> None:
    told = kinds(case["text"])
    if case["earnest"]:
        assert set(case["kinds"]) <= set(told.values())
    else:
        assert {s: kind for s, kind in told.items() if kind not in SILENT} == {}


def test_both_sorts_are_tried() -> None:
    assert sum(not case["earnest"] for case in CASES) >= 15
    assert sum(case["earnest"] for case in CASES) >= 5


def test_a_measure_is_no_army() -> None:
    assert not topic("An army of cooks stood in the hall.", Span(start=0, end=10)).earnest
    assert topic("An army stood in the hall.", Span(start=0, end=10)).earnest


def test_a_field_far_away_does_not_count() -> None:
    sport = "The striker scored two goals in the last match of the league. " * 60
    text = sport + "\n\n" + "Troops of Boria shelled the town. " * 120
    assert topic(text, Span(start=0, end=10)).field == "sport"
    assert topic(text, Span(start=len(text) - 30, end=len(text))).field == ""


def test_a_stretch_holds_what_it_is_asked_for() -> None:
    for start in (0, 1999, 2000, 9500):
        span = Span(start=start, end=start + 10)
        assert stretch(span).start <= span.start
        assert span.end <= stretch(span).end
