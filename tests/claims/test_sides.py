"""Whose a voice is that the story does not know."""

import pytest

from onrecord.claims.cast import Cast
from onrecord.claims.sides import Sides
from onrecord.claims.text import sentences
from onrecord.records import Span


def sides(text: str, cast: Cast, own: str | None = None) -> Sides:
    return Sides(text, sentences(text), cast, cast.mentions(text), lambda _: None, (), own, None)


def at(text: str, phrase: str) -> Span:
    return Span(start=text.index(phrase), end=text.index(phrase) + len(phrase))


@pytest.mark.parametrize(
    ("text", "phrase", "party"),
    [
        ("Varland lost two boats, the rebels said.", "the rebels", "Varland"),
        ("A Tolland-led raid sank two boats of Varland, the rebels said.", "the rebels", "Varland"),
        ("Varlandish boats sank, the rebels said.", "the rebels", None),
        ("Varland lost two boats, Safe Seas said.", "Safe Seas", None),
    ],
)
def test_the_sentence_tells_by_name_whose_somebody_is(text: str, phrase: str, party: str | None, cast: Cast) -> None:
    assert sides(text, cast).told(at(text, phrase), phrase) == party


def test_a_channel_tells_of_its_own(cast: Cast) -> None:
    text = "Our air defence fired."
    assert sides(text, cast, "Tolland").ours("our air defence") == "Tolland"
    assert sides(text, cast, "Tolland").ours("the Reed Agency") is None


@pytest.mark.parametrize(("phrase", "party"), [("villagers", "Varland"), ("Reuters", None), ("Axios", None)])
def test_an_agency_is_of_no_side(phrase: str, party: str | None, cast: Cast) -> None:
    text = f"Varland fell, and {phrase} said so."
    assert sides(text, cast).supposed(at(text, phrase), phrase) == party
