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
VOTES = Votes(
    kind=1.5,
    other=0.5,
    talk=3.0,
    stance=1.5,
    same=0.5,
    measure=1.5,
    nothing=0.5,
    cut=0.5,
    role=0.5,
    kept=0.15,
    swap=0.8,
)


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


def test_talk_about_what_is_known_outvotes_an_unsure_word_for_an_event() -> None:
    assert opinion(tells=told(information=0.9, strike_impact=0.1)).kind(PART, "strike_impact") == "information"


@pytest.mark.parametrize(("other", "kind"), [(0.45, "shelling"), (0.55, "other")])
def test_what_nobody_says_has_a_kind_unless_it_more_likely_has_none(other: float, kind: str) -> None:
    seen = opinion(tells=told(shelling=0.3, other=other, aid=0.7 - other))
    assert seen.kind(PART, "other", told=True) == kind
    assert seen.kind(PART, "other") == "other"


def test_what_the_rules_do_not_know_is_less_easily_mere_talk_or_told_where_nothing_is_earnest() -> None:
    assert opinion(tells=told(information=0.9, other=0.1)).kind(PART, "other") == "other"
    assert opinion(tells=told(information=0.98, other=0.02)).kind(PART, "other") == "information"
    seen = told(shelling=0.9, other=0.1)
    assert opinion(tells=seen).kind(PART, "other") == "shelling"
    assert opinion(tells=seen).kind(PART, "other", earnest=False) == "other"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("there were no reports of damage", Stance.ASSERTED),
        ("no immediate information on casualties", Stance.ASSERTED),
        ("Nobody came to harm", Stance.ASSERTED),
        ("there were no casualties", Stance.ASSERTED),
        ("there was no strike on the port", Stance.DENIED),
        ("nobody was shelled", Stance.DENIED),
    ],
)
def test_nobody_denies_by_saying_that_nothing_is_known(text: str, expected: Stance) -> None:
    sure = {stance.value: 0.0 for stance in Stance} | {"denied": 1.0}
    one = Opinion(text, Seen(stances=sure), VOTES)  # type: ignore[arg-type]
    assert one.stance(Span(start=0, end=len(text)), None, Stance.ASSERTED) is expected


def test_nobody_has_no_stance_to_be_voted_on() -> None:
    sure = {stance.value: 0.0 for stance in Stance} | {"denied": 1.0}
    assert opinion(stances=sure).stance(PART, None, Stance.UNATTRIBUTED) is Stance.UNATTRIBUTED
    assert opinion(stances=sure).stance(PART, None, Stance.ASSERTED) is Stance.DENIED


@pytest.mark.parametrize(
    ("ruled", "seen", "expected"),
    [
        (Stance.HEDGED, "asserted", Stance.ASSERTED),
        (Stance.CALLED_FOR, "hedged", Stance.HEDGED),
        (Stance.DENIED, "neither-confirmed-nor-denied", Stance.NEITHER),
        (Stance.DENIED, "asserted", Stance.DENIED),
    ],
)
def test_no_denial_becomes_an_assertion_by_the_encoder_alone(ruled: Stance, seen: str, expected: Stance) -> None:
    sure = {stance.value: 0.0 for stance in Stance} | {seen: 1.0}
    assert opinion(stances=sure).stance(PART, None, ruled) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I was not told. I can neither confirm nor deny it", Stance.NEITHER),
        ("I was not told. I know no more", Stance.ASSERTED),
    ],
)
def test_who_neither_confirms_nor_denies_asserts_nothing(text: str, expected: Stance) -> None:
    sure = {stance.value: 0.0 for stance in Stance} | {"asserted": 1.0}
    one = Opinion(text, Seen(stances=sure), VOTES)  # type: ignore[arg-type]
    assert one.stance(Span(start=0, end=len(text)), None, Stance.NEITHER) is expected


def test_a_number_may_count_nothing() -> None:
    seen = Counting({"none": 0.99, "killed": 0.01})
    assert opinion(counts=seen).measure(PART, Measure.KILLED) is None
    assert opinion(counts=None).measure(PART, Measure.KILLED) is Measure.KILLED


def test_what_either_calls_false_is_false() -> None:
    seen = Telling({}, {"debunked": 0.9})
    assert opinion(tells=seen).flag("debunked", PART, False)
    assert opinion(tells=Telling({}, {"debunked": 0.1})).flag("debunked", PART, True)


@pytest.mark.parametrize(("likely", "ruled", "told"), [(0.01, True, False), (0.1, True, True), (0.4, False, False)])
def test_what_happened_long_ago_is_background_unless_the_encoder_sees_none(
    likely: float, ruled: bool, told: bool
) -> None:
    assert opinion(tells=Telling({}, {"background": likely})).flag("background", PART, ruled) is told
    assert opinion(tells=None).flag("background", PART, ruled) is ruled


def test_sides_are_those_known_whom_the_encoder_points_at() -> None:
    offsets = np.array([[0, 8], [9, 15], [35, 38]])
    likely = np.array([[0.1, 0.9, 0.0], [0.1, 0.9, 0.0], [0.2, 0.1, 0.7]])
    arland = Actor(span=Span(start=0, end=15), name="Arland's forces", party="Arland")
    asked = opinion(roles=(offsets, likely))
    assert asked.side(PART, "agent", None, [arland]) == arland
    found = asked.side(PART, "target", None, [arland])
    assert found is not None
    assert found.name == "Mar"


def test_the_rules_lose_a_side_that_the_encoder_rules_out_but_not_one_that_is_only_meant() -> None:
    offsets = np.array([[0, 8], [9, 15], [35, 38]])
    asked = opinion(roles=(offsets, np.zeros((3, 3))))
    arland = Actor(span=Span(start=0, end=15), name="Arland's forces", party="Arland")
    meant = Actor(span=PART, name="Boria", party="Boria")
    assert asked.side(PART, "agent", arland, [arland]) is None
    assert asked.side(PART, "agent", meant, [arland]) == meant


def test_whom_the_rules_hold_for_one_side_must_be_likelier_for_the_other() -> None:
    """ "Arland has lost ...": it suffers, though it stands where an agent stands."""
    offsets = np.array([[0, 8], [9, 15], [35, 38]])
    arland = Actor(span=Span(start=0, end=15), name="Arland's forces", party="Arland")
    for sure, found in ((0.7, None), (0.9, arland)):
        likely = np.array([[0.1, sure, 0.0], [0.1, sure, 0.0], [0.2, 0.1, 0.0]])
        asked = opinion(roles=(offsets, likely))
        assert asked.side(PART, "agent", None, [arland], arland) == found
        assert asked.side(PART, "agent", None, [arland]) == arland


def test_a_noun_after_a_number_needs_less_to_be_what_it_counts() -> None:
    text = "Arland counted seven craters near the hangar"
    offsets = np.array([[0, 6], [7, 14], [15, 20], [21, 28], [29, 33], [34, 37], [38, 44]])
    number, whole = Span(start=15, end=20), Span(start=0, end=len(text))

    def named(likely: list[float]) -> str | None:
        seen = Opinion(text, Seen(thing=(offsets, np.array(likely))), VOTES)  # type: ignore[arg-type]
        found = seen.thing(number, whole)
        return found.of(text) if found else None

    assert named([0.1, 0, 0, 0.2, 0, 0, 0.1]) == "craters"
    assert named([0.3, 0, 0, 0.05, 0, 0, 0.1]) is None
    assert named([0.6, 0, 0, 0.05, 0, 0, 0.1]) == "Arland"


def test_how_idle_a_stretch_is() -> None:
    assert opinion(tells=told(other=0.9, shelling=0.1)).idle([PART, PART]) == pytest.approx(0.9)
    assert opinion(tells=None).idle([PART]) == 0.0
    assert opinion(tells=told(other=0.9)).idle([]) == 0.0


def test_a_reason_is_no_proposition_of_its_own() -> None:
    text = "It lowered the toll, because a man was counted twice, and closed the list"
    seen = Opinion(text, Seen(cuts=[21, 54]), VOTES)  # type: ignore[arg-type]
    assert seen.cuts(Span(start=0, end=len(text))) == [54]


@pytest.mark.parametrize(
    ("likely", "hinted", "carried"), [(0.6, False, True), (0.4, False, False), (0.2, True, True), (0.05, True, False)]
)
def test_what_only_hints_that_it_goes_on_is_the_last_speakers_where_the_encoder_is_not_against_it(
    likely: float, hinted: bool, carried: bool
) -> None:
    assert opinion(tells=Telling({}, {"carried": likely})).flag("carried", PART, hinted) is carried
