from typing import Any

import pytest

from onrecord.briefing.noted import noted
from onrecord.records import Extent, Measure, Operator, Place, PlaceRole, Quantity, Span

VOICE = {"speaker": "Norland's air force", "party": "Norland", "rule": "publisher"}


def at(text: str, words: str) -> Span:
    return Span(start=text.index(words), end=text.index(words) + len(words))


def counted(desk: Any, text: str, number: str = "10", value: int = 10, source: str = "air") -> Any:
    """A telegram-style count of missiles, and its claim."""
    post = desk.report(source, text)
    many = Quantity(span=at(text, number), measure=Measure.LAUNCHED, value=value, object="missile")
    town = Place(span=at(text, "Harno"), name="Harno", precision=Extent.SETTLEMENT, role=PlaceRole.AT)
    claim = desk.claim(post, text, counts=(many,), places=(town,), kind="aerial_attack", **VOICE)
    desk.event("aerial_attack", claim)
    return claim


def test_a_count_without_a_verb_is_told(desk: Any, said: Any) -> None:
    counted(desk, "10 missiles over Harno since six.")
    briefing = desk.write()
    assert said(briefing) == ["Norland's air force reported 10 missiles over Harno."]
    assert not briefing.dropped


def test_it_stands_beside_the_other_side_s_count(desk: Any, said: Any) -> None:
    counted(desk, "10 missiles over Harno since six.")
    report = desk.report("wire", "Fifteen missiles were fired at Harno, Olin Marr said.")
    many = Quantity(span=at(report.text, "Fifteen"), measure=Measure.LAUNCHED, value=15, object="missile")
    words = "Fifteen missiles were fired at Harno"
    voice = {"speaker": "Olin Marr", "party": "Sudland", "cue": "said"}
    desk.claim(report, words, counts=(many,), kind="aerial_attack", **voice)
    desk.events = []
    desk.event("aerial_attack", *desk.claims.values())
    briefing = desk.write()
    assert any(
        ", while " in t and "10 missiles over Harno" in t and "15" in t.replace("Fifteen", "15") for t in said(briefing)
    )
    assert not briefing.dropped


@pytest.mark.parametrize(
    "text",
    [
        "10 launchers, it seems, and no more of the missiles that fell over Harno.",
        "Not 10 missiles over Harno.".replace("Not 10", "Nine missiles, not 10 missiles, came"),
        "10 missiles, Harno.",
    ],
)
def test_a_number_far_from_its_thing_a_wrong_one_and_a_bare_place_are_no_count(desk: Any, text: str) -> None:
    claim = counted(desk, text)
    assert not noted([claim], desk.shelf)


def test_a_vague_number_has_no_words(desk: Any) -> None:
    claim = counted(desk, "10 missiles over Harno.")
    vague = Quantity(span=claim.quantities[0].span, measure=Measure.LAUNCHED, operator=Operator.VAGUE, object="missile")
    post = desk.report("air", "10 missiles over Harno since dawn.")
    assert not noted([desk.claim(post, post.text, counts=(vague,), places=claim.places, **VOICE)], desk.shelf)
