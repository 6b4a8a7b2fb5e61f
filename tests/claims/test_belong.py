"""Whose a printed side is: by name, by pronoun, by land; and that empty words are nobody."""

from datetime import date

import pytest

from onrecord.claims.belong import belong
from onrecord.claims.cast import Cast
from onrecord.records import Actor, Party, Span, Speaker, Story

PARTIES = (
    Party(name="Arland", adjectives=("Arlandish",), belligerent=True),
    Party(name="Boria", adjectives=("Borian",), belligerent=True),
)
CAST = Cast(Story(title="T", first_day=date(2030, 1, 1), time_zone="UTC", parties=PARTIES))
MINISTRY = Speaker(name="Arland's ministry", party="Arland")


def side(text: str, part: str) -> Actor:
    start = text.index(part)
    return Actor(span=Span(start=start, end=start + len(part)), name=part)


def party(text: str, part: str, speaker: Speaker | None = None) -> str | None:
    lands = {"Borgrad": "Boria"}
    found = belong(text, side(text, part), (), speaker, CAST, lambda span: lands.get(span.of(text)))
    return found.party if found else "nobody"


def test_a_name_in_the_phrase_tells() -> None:
    assert party("Borian welders were among the dead.", "Borian welders") == "Boria"


def test_a_capital_stands_for_its_party() -> None:
    assert party("Borgrad asked for talks.", "Borgrad") == "Boria"


def test_we_are_the_speakers_party_and_the_enemy_the_other() -> None:
    text = "Our lads drove the enemy battalion out."
    assert party(text, "Our lads", MINISTRY) == "Arland"
    assert party(text, "the enemy battalion", MINISTRY) == "Boria"


@pytest.mark.parametrize("words", ["the", "two", "it"])
def test_empty_words_are_nobody(words: str) -> None:
    assert party(f"{words} of them fell", words) == "nobody"


def test_the_party_of_a_name_that_touches_it_is_taken() -> None:
    text = "Arlandish soldiers crossed."
    known = Actor(span=Span(start=0, end=18), name="Arlandish soldiers", party="Arland")
    assert belong(text, side(text, "soldiers"), (known,), None, CAST, None) == known


def test_a_stranger_stays_as_printed() -> None:
    assert party("The dockers walked out.", "The dockers") is None
