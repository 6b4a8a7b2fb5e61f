"""Rules and encoder vote: a sure encoder outvotes the rules, an unsure one does not, and silence changes nothing."""

from typing import Any

import numpy as np
import pytest

from onrecord.claims.encoder import Votes
from onrecord.claims.opinion import Opinion
from onrecord.claims.sight import Counting, Telling
from onrecord.records import Actor, Measure, Span, Stance

TEXT = "Arland's forces struck the port of Mar"
PART = Span(start=0, end=len(TEXT))
VOTES = Votes(kind=1.5, other=0.5, stance=1.5, same=0.5, measure=1.5, nothing=0.5, cut=0.5, role=0.5, kept=0.15)


class Seen:
    """A sight that answers what it is told to."""

    def __init__(self, **answers: Any) -> None:
        self._answers = answers

    def __getattr__(self, name: str) -> Any:
        return lambda *_: self._answers.get(name)

    def role(self, name: str) -> int:
        return ["none", "agent", "target"].index(name)


def opinion(**answers: Any) -> Opinion:
    return Opinion(TEXT, Seen(**answers), VOTES)  # type: ignore[arg-type]


def told(**kinds: float) -> Telling:
    return Telling(kinds, {})


@pytest.mark.parametrize(
    ("seen", "ruled", "expected"),
    [
        (None, "shelling", "shelling"),
        (told(shelling=0.9, other=0.1), "other", "shelling"),
        (told(shelling=0.55, other=0.45), "other", "other"),
        (told(shelling=0.95, sabotage=0.05), "sabotage", "shelling"),
        (told(shelling=0.6, sabotage=0.4), "sabotage", "sabotage"),
        (told(shelling=0.99, other=0.01), "river_level", "river_level"),
    ],
)
def test_a_kind_is_voted_for(seen: Telling | None, ruled: str, expected: str) -> None:
    assert opinion(tells=seen).kind(PART, ruled) == expected


def test_nobody_has_no_stance_to_be_voted_on() -> None:
    sure = {stance.value: 0.0 for stance in Stance} | {"denied": 1.0}
    assert opinion(stances=sure).stance(PART, None, Stance.UNATTRIBUTED) is Stance.UNATTRIBUTED
    assert opinion(stances=sure).stance(PART, None, Stance.ASSERTED) is Stance.DENIED


def test_a_number_may_count_nothing() -> None:
    seen = Counting({"none": 0.99, "killed": 0.01})
    assert opinion(counts=seen).measure(PART, Measure.KILLED) is None
    assert opinion(counts=None).measure(PART, Measure.KILLED) is Measure.KILLED


def test_what_either_calls_false_is_false() -> None:
    seen = Telling({}, {"debunked": 0.9})
    assert opinion(tells=seen).flag("debunked", PART, False)
    assert opinion(tells=Telling({}, {"debunked": 0.1})).flag("debunked", PART, True)


def test_sides_are_those_known_whom_the_encoder_points_at() -> None:
    offsets = np.array([[0, 8], [9, 15], [35, 38]])
    likely = np.array([[0.1, 0.9, 0.0], [0.1, 0.9, 0.0], [0.2, 0.1, 0.7]])
    arland = Actor(span=Span(start=0, end=15), name="Arland's forces", party="Arland")
    asked = opinion(roles=(offsets, likely))
    assert asked.side(PART, "agent", None, [arland]) == arland
    found = asked.side(PART, "target", None, [arland])
    assert found is not None
    assert found.name == "Mar"
