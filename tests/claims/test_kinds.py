"""Event kinds: the golden twins, hard negatives, the story's own kinds."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from onrecord.claims.kinds import Kinds, conflict, names
from onrecord.records import Body, Kind, Party, Person, Span, Story

GOLDEN = Path(__file__).parents[1] / "golden" / "kinds.toml"
CASES: list[dict[str, Any]] = tomllib.loads(GOLDEN.read_text(encoding="utf-8"))["case"]

ARLAND = Party(
    name="Arland",
    adjectives=("Arlandish",),
    aliases=("Arlen",),
    bodies=(Body(name="Arland's air force"),),
    people=(Person(name="Mira Dovic", role="president of Arland"),),
)
BORIA = Party(name="Boria", adjectives=("Borian",), aliases=("Borgrad", "Stone House"))
STORY = Story(title="T", first_day=date(2030, 1, 1), time_zone="UTC", parties=(ARLAND, BORIA))


def kind(text: str, story: Story = STORY) -> str:
    return Kinds(story).of(text, Span(start=0, end=len(text)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_golden(case: dict[str, Any]) -> None:
    assert kind(case["text"]) == case["kind"]


def test_golden_is_broad() -> None:
    assert len(CASES) >= 120
    assert sum(case["kind"] == "other" for case in CASES) >= 40
    assert set(names()) <= {case["kind"] for case in CASES}


def test_story_adds_kinds() -> None:
    flood = Story(
        title="Flood",
        first_day=date(2030, 1, 1),
        time_zone="UTC",
        kinds=(Kind(name="sandbagging", triggers=("fill sandbags", "filled sandbags")),),
    )
    assert kind("Two hundred volunteers filled sandbags by the river", flood) == "sandbagging"
    assert kind("Two hundred volunteers filled sandbags by the river") != "sandbagging"


def test_only_the_proposition_is_read() -> None:
    text = "Drones struck an oil depot. Shares rose by three per cent."
    assert Kinds(STORY).of(text, Span(start=28, end=len(text))) == "other"


def test_conflict_kinds() -> None:
    assert conflict("interception") and not conflict("disaster") and not conflict("other")


def test_a_set_phrase_is_certain() -> None:
    kinds = Kinds(STORY)
    for text, sure in (("Air defences went into operation", True), ("Drones flew over the harbour", False)):
        assert kinds.certain(text, Span(start=0, end=len(text))) is sure
