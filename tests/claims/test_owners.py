"""Whose "its ministry" and "his office" are."""

from datetime import UTC, date, datetime

import pytest

from onrecord.claims.cast import Cast
from onrecord.claims.offices import offices
from onrecord.claims.owners import Owners
from onrecord.claims.text import sentences
from onrecord.records import Body, Party, Person, Span, Story

MINISTRY = "Varland's defence ministry"
VARLAND = Party(
    name="Varland",
    adjectives=("Varlandish",),
    bodies=(Body(name="the Citadel", aliases=("Jon Dale's office",)), Body(name=MINISTRY)),
    people=(
        Person(name="Jon Dale", role="Varland's president", pronoun="he"),
        Person(name="Ida Rook", role="Varland's envoy"),
    ),
)
STORY = Story(title="T", first_day=date(2024, 1, 1), time_zone="UTC", parties=(VARLAND, Party(name="Tolland")))


def owned(text: str, phrase: str) -> tuple[str | None, str | None] | None:
    """Name and party of whom a phrase of a text names, with nobody heard before."""
    start, on = text.index(phrase), datetime(2024, 12, 14, tzinfo=UTC).date()
    owners = Owners(text, sentences(text), Cast(STORY), STORY, offices(STORY.parties, on), on)
    whose, _, noun = phrase.partition(" ")
    voice = owners.of(Span(start=start, end=start + len(phrase)), whose, noun, lambda *_: None)
    return (voice.speaker.name, voice.speaker.party) if voice else None


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Jon Dale will fly to Mar, according to his office.", "his office", ("the Citadel", "Varland")),
        ("Varland's envoy will fly to Mar, her office said.", "her office", ("Ida Rook's office", "Varland")),
        (
            "The Quellish premier, Ada Orm, will press Varland, her office said.",
            "her office",
            ("Ada Orm's office", None),
        ),
        ("Varland will wait, according to his office.", "his office", None),
        (
            "Varland will wait, its defence ministry said.",
            "its defence ministry",
            ("Varland's defence ministry", "Varland"),
        ),
        ("Tolland will wait, its army said.", "its army", ("Tolland's army", "Tolland")),
        ("Nobody will wait, its army said.", "its army", None),
    ],
)
def test_whose(text: str, phrase: str, expected: tuple[str | None, str | None] | None) -> None:
    assert owned(text, phrase) == expected
