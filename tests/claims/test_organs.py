"""Bodies that every state has, asked for in one text by a phrase without a name."""

import pytest

from onrecord.claims.camps import Camps
from onrecord.claims.cast import Cast
from onrecord.claims.offices import offices
from onrecord.claims.organs import Organs
from onrecord.claims.seats import Seats
from onrecord.records import Span, Story


def nobody(span: Span, fits: object) -> None:
    """No voice was heard before."""


def organs(text: str, cast: Cast, story: Story) -> Organs:
    found = offices(story.parties, None)
    return Organs(story, cast, found, Seats(text, [Span(start=0, end=len(text))], found, story))


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("Tolland counted its dead. ", "army", ("Tolland's army", "Tolland", "named")),
        ("Varland counted its dead. ", "air force", ("Varland's air force", "Varland", "role")),
        ("Tolland and Varland met. ", "army", ("the army", None, "named")),
        ("Nobody came. ", "army", ("the army", None, "named")),
    ],
)
def test_a_body_is_of_the_party_that_the_text_tells_of(
    text: str, noun: str, expected: tuple[str, str | None, str], cast: Cast, story: Story
) -> None:
    at = Span(start=len(text), end=len(text) + len(noun))
    camps = Camps(cast.mentions(text), [])
    speaker = organs(text + noun, cast, story).of(noun, None, at, False, camps, nobody).speaker
    assert (speaker.name, speaker.party, speaker.rule) == expected


@pytest.mark.parametrize(
    ("phrase", "party", "expected"),
    [
        ("its foreign ministry", "Varland", "Varland's foreign ministry"),
        ("its air force", "Varland", "Varland's air force"),
        ("its navy", "Varland", None),
        ("the staff", None, None),
    ],
)
def test_an_office_is_the_one_of_its_party(
    phrase: str, party: str | None, expected: str | None, cast: Cast, story: Story
) -> None:
    voice = organs(phrase, cast, story).office(party, Span(start=0, end=len(phrase)), phrase, nobody)
    assert (voice.speaker.name if voice else None) == expected
