from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.briefing.proof.noted import noted, parse
from onrecord.briefing.proof.stack import Stack
from onrecord.briefing.proof.statement import form
from onrecord.records import Extent, Measure, Operator, Place, PlaceRole, Quantity, Sentence, Span


@pytest.fixture
def made(desk: Any) -> tuple[Sentence, Stack]:
    post = desk.report("air", "At least 10 missiles over Harno, nine drones over Brod.")
    at = {w: Span(start=s, end=s + len(w)) for w in ("10", "nine", "Harno") if (s := post.text.index(w)) >= 0}
    ten = Quantity(span=at["10"], measure=Measure.LAUNCHED, value=10, object="missile", operator=Operator.AT_LEAST)
    nine = Quantity(span=at["nine"], measure=Measure.LAUNCHED, value=9, object="drone")
    town = Place(span=at["Harno"], name="Harno", precision=Extent.SETTLEMENT, role=PlaceRole.AT)
    voice = {"speaker": "Norland's air force", "party": "Norland", "rule": "publisher"}
    claim = desk.claim(post, "At least 10 missiles over Harno", counts=(ten, nine), places=(town,), **voice)
    sentence = Sentence(
        text="Norland's air force reported at least 10 missiles over Harno.",
        claims=(claim.id,),
        evidence=(desk.shelf.evidence(claim, claim.proposition),),
    )
    return sentence, Stack(desk.shelf.day, desk.view, desk.story)


def test_a_count_stands(made: tuple[Sentence, Stack]) -> None:
    sentence, stack = made
    assert parse(sentence.text) and form(sentence.text) == "noted"
    assert noted(sentence, stack, set()) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("at least 10", "10"),
        ("10", "11"),
        ("10", "nine"),
        ("missiles", "drones"),
        ("over Harno", "on Harno"),
        ("Harno", "Brod"),
        ("over Harno", "over Harno on 14 May"),
        ("Norland's air force", "Norland's staff"),
        ("reported", "confirmed"),
    ],
)
def test_no_part_of_it_may_change(made: tuple[Sentence, Stack], old: str, new: str) -> None:
    sentence, stack = made
    assert old in sentence.text
    assert noted(replace(sentence, text=sentence.text.replace(old, new), id=""), stack, set())


def test_a_thing_of_no_list_is_no_count() -> None:
    assert not parse("Norland's staff reported 10 meetings in Harno.")
    assert not parse("Norland's staff reported that 10 missiles fell in Harno.")
