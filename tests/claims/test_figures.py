"""Figures: the golden twins, what is carried over, and nothing more than what is printed."""

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord.claims.figures import figures
from onrecord.records import Measure, Operator, Quantity, Scope, Span

GOLDEN = Path(__file__).parents[1] / "golden" / "figures.toml"
CASES: list[dict[str, Any]] = tomllib.loads(GOLDEN.read_text(encoding="utf-8"))["case"]


def plain(text: str, quantity: Quantity) -> dict[str, Any]:
    """A quantity as the golden file writes it."""
    bounds = {"low": quantity.low, "high": quantity.high} if quantity.value is None else {}
    full = {
        "words": quantity.span.of(text),
        "measure": str(quantity.measure),
        "value": quantity.value,
        **bounds,
        "operator": None if quantity.operator is Operator.EXACT else str(quantity.operator),
        "object": quantity.object,
        "population": quantity.population,
        "place": quantity.place,
        "unit": quantity.unit,
        "subset_of": quantity.subset_of,
        "scope": None if quantity.scope is Scope.WHOLE else str(quantity.scope),
    }
    return {name: value for name, value in full.items() if value is not None}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_golden(case: dict[str, Any]) -> None:
    text = case["text"]
    found = figures(text, Span(start=0, end=len(text)), case["kind"])
    assert [plain(text, q) for q in found] == case["figures"]


def test_golden_is_broad() -> None:
    assert len(CASES) >= 150


def test_what_electronic_warfare_stops_is_lost_to_it() -> None:
    text = "It reported 58 shot down and 72 stopped by electronic warfare"
    found = figures(text, Span(start=0, end=len(text)), "interception")
    assert [(q.value, q.measure) for q in found] == [(58, Measure.SHOT_DOWN), (72, Measure.LOST_TO_EW)]


def test_a_total_since_a_full_scale_invasion_is_cumulative() -> None:
    text = "Boria has lost 761,160 personnel since its full-scale invasion began"
    assert [q.scope for q in figures(text, Span(start=0, end=len(text)), "casualty_toll")] == [Scope.CUMULATIVE]


def test_object_is_carried_from_the_sentence_before() -> None:
    text = "Boria launched 130 drones. It said 72 more were lost."
    (lost,) = figures(text, Span(start=27, end=len(text)), "interception")
    assert (lost.measure, lost.object, lost.value, lost.scope) == (Measure.LOST_TO_EW, "drone", 72, Scope.PART)


def test_bounds_follow_the_words() -> None:
    def bounds(text: str) -> tuple[object, ...]:
        (q,) = figures(text, Span(start=0, end=len(text)), "casualty_toll")
        return q.value, q.low, q.high, q.operator

    assert bounds("almost 200 people were killed") == (200, None, 200, Operator.ALMOST)
    assert bounds("more than 25 people were killed") == (25, 25, None, Operator.MORE_THAN)
    assert bounds("at least nine people were killed") == (9, 9, None, Operator.AT_LEAST)
    assert bounds("hundreds of people were killed") == (100, None, None, Operator.VAGUE)


def test_only_the_span_is_read() -> None:
    text = "Five people died. Six people were hurt. Seven people fled their homes."
    (hurt,) = figures(text, Span(start=18, end=39), "casualty_toll")
    assert hurt.span.of(text) == "Six"


def test_talk_about_figures_holds_none() -> None:
    text = "He gave no figures for the 40 people."
    assert figures(text, Span(start=0, end=len(text)), "information") == ()


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", " ", ",", "’"])
def test_thousands_are_one_number(space: str) -> None:
    text = f"761{space}160 soldiers were killed"
    (killed,) = figures(text, Span(start=0, end=len(text)), "casualty_toll")
    assert killed.value == 761_160


@pytest.mark.parametrize(
    ("text", "object"),
    [
        ("two brigades were destroyed", "military unit"),
        ("six agents were arrested", "person"),
        ("eleven cows were killed", "animal"),
        ("four lives were lost", "person"),
        ("two storemen were killed", "person"),
        ("six tents were destroyed", "tent"),
        ("14 tank wagons were damaged", "vehicle"),
        ("seven bulk carriers were damaged", "ship"),
    ],
)
def test_things_by_their_own_names(text: str, object: str) -> None:
    (found,) = figures(text, Span(start=0, end=len(text)), "equipment_loss")
    assert found.object == object


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two gunmen killed six people in Halvik, Tolland said.", [("other", "person", 2), ("killed", "person", 6)]),
        (
            "The front leads more than 100 armed groups in the hills, Tolland said.",
            [("deployed", "military unit", 100)],
        ),
        ("At least four mass casualty incidents took place in Varland, Tolland said.", [("other", "incident", 4)]),
    ],
)
def test_what_the_encoder_takes_for_victims(read: Any, text: str, expected: list[tuple[str, str, int]]) -> None:
    found = [(str(q.measure), q.object, q.value) for claim in read(text).claims for q in claim.quantities]
    assert found == expected


@pytest.mark.parametrize(
    "unit", ["12 drones. ", "12 people (two women ", "12 dead so far, ", "including nine women and a baby, "]
)
def test_thousands_of_numbers_cost_time_in_proportion(unit: str) -> None:
    text = unit * (30_000 // len(unit))
    start = time.process_time()
    figures(text, Span(start=0, end=len(text)), "interception")
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police in Halvik seized 700 bottles and arrested a dealer.", ("captured", "bottle", 700)),
        ("Tolland's defence ministry said its men had seized 40 rounds in Halvik.", ("captured", "round", 40)),
        ("Tolland's defence ministry said it had captured two Norwicks in Halvik.", ("captured", "person", 2)),
        ("Researchers published photographs of 12 letters found in Halvik.", ("other", "letter", 12)),
    ],
)
def test_what_rules_and_encoder_count(read: Any, text: str, expected: tuple[str, str, int]) -> None:
    found = [(str(q.measure), q.object, q.value) for claim in read(text).claims for q in claim.quantities]
    assert found.count(expected) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tolland's defence ministry said each family would receive 10,800 hryls.", [(10_800, "hryl")]),
        (
            "Tolland's defence ministry said it had taken 26 square kilometres, of which 21 are forest.",
            [(26, "km2"), (21, "km2")],
        ),
    ],
)
def test_money_and_areas_have_a_unit(read: Any, text: str, expected: list[tuple[int, str]]) -> None:
    assert [(q.value, q.unit) for claim in read(text).claims for q in claim.quantities] == expected


def test_talk_about_the_dead_gives_no_toll(read: Any) -> None:
    text = "Prosecutors would not say where the nine men killed in Halvik lie buried."
    assert [q for claim in read(text).claims if claim.kind == "information" for q in claim.quantities] == []
