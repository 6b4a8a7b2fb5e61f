"""Bodies that every state has: whose they are by the parties that a text names."""

from collections.abc import Callable
from datetime import date

import pytest

from onrecord.claims.camps import Camps
from onrecord.claims.cast import Cast
from onrecord.claims.hearing import Voice
from onrecord.claims.offices import offices
from onrecord.claims.organs import Organs
from onrecord.claims.seats import Seats
from onrecord.claims.text import sentences
from onrecord.records import Span, Story

DAY = date(2024, 12, 14)


def nobody(_span: Span, _fits: Callable[[Voice], bool]) -> Voice | None:
    return None


def organs(text: str, cast: Cast, story: Story) -> Organs:
    held = offices(story.parties, DAY)
    return Organs(story, cast, held, Seats(text, sentences(text), held, story))


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("Tolland counted its dead.", "army", ("Tolland's army", "Tolland", "named")),
        ("Tolland counted its dead.", "justice ministry", ("Tolland's justice ministry", "Tolland", "named")),
        ("Tolland counted its dead.", "ministry", ("Tolland's defence ministry", "Tolland", "role")),
        ("Tolland counted its dead.", "prosecution", ("Tolland's prosecutors", "Tolland", "named")),
        ("Varland counted its dead.", "air force", ("Varland's air force", "Varland", "role")),
        ("Tolland met Varland in vain. Varland left.", "army", ("the army", None, "named")),
        ("It rained.", "army", ("the army", None, "named")),
    ],
)
def test_whose_a_body_is_that_no_words_give_to_anybody(
    text: str, noun: str, expected: tuple[str, str | None, str], cast: Cast, story: Story
) -> None:
    at, camps = Span(start=len(text), end=len(text)), Camps(cast.mentions(text), ())
    said = organs(text, cast, story).of(noun, None, at, False, camps, nobody).speaker
    assert (said.name, said.party, said.rule) == expected


def test_a_party_that_is_only_supposed_is_not_printed(cast: Cast, story: Story) -> None:
    said = organs("", cast, story).of("army", "Varland", Span(start=0, end=0), True, Camps((), ()), nobody).speaker
    assert (said.name, said.party, said.rule) == ("the army", "Varland", "supposed")


@pytest.mark.parametrize(
    ("party", "phrase", "name"),
    [
        ("Varland", "its foreign ministry", "Varland's foreign ministry"),
        ("Varland", "Varlandish foreign ministry", "Varland's foreign ministry"),
        ("Varland", "the air force in Mar", "Varland's air force"),
        ("Tolland", "the Tollish ministry", "Tolland's defence ministry"),
        ("Tolland", "its air force", None),
        ("Varland", "its agency", None),
        (None, "its air force", None),
    ],
)
def test_the_one_body_of_a_party_that_a_description_stands_for(
    party: str | None, phrase: str, name: str | None, cast: Cast, story: Story
) -> None:
    found = organs(phrase, cast, story).office(party, Span(start=0, end=len(phrase)), phrase, nobody)
    assert (found and (found.speaker.name, found.speaker.party, found.speaker.rule)) == (name and (name, party, "role"))
