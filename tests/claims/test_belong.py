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


def test_troops_without_a_side_are_of_the_side_that_tells_of_them() -> None:
    text = "Units of the western group took the quarry from Borian marines."
    borian = Actor(span=Span(start=text.index("Borian"), end=len(text) - 1), name="Borian marines", party="Boria")
    found = belong(text, side(text, "Units of the western group"), (borian,), MINISTRY, CAST, None)
    assert found is not None and found.party == "Arland"
    assert party(text, "Units of the western group") is None


def test_troops_to_whom_it_is_done_are_not_the_tellers() -> None:
    text = "The strike destroyed an infantry column near Vell."
    found = belong(text, side(text, "an infantry column"), (), MINISTRY, CAST, None, acts=False)
    assert found is not None and found.party is None


def test_troops_beside_the_tellers_own_may_be_anybodys() -> None:
    text = "Gunmen of a column shot at Arlandish soldiers."
    own = Actor(span=Span(start=text.index("Arlandish"), end=len(text) - 1), name="Arlandish soldiers", party="Arland")
    found = belong(text, side(text, "Gunmen of a column"), (own,), MINISTRY, CAST, None)
    assert found is not None and found.party is None


@pytest.mark.parametrize("text", ["On the Borgrad front units took a quarry.", "Units took a quarry in Borgrad."])
def test_where_it_was_done_did_not_do_it(text: str) -> None:
    assert party(text, "Borgrad", MINISTRY) == "nobody"


def test_troops_whose_position_is_told_as_theirs_are_the_speakers() -> None:
    text = "Units of the western group took the quarry and improved their position."
    theirs = Actor(span=side(text, "their position").span, name="Arland", party="Arland")
    found = belong(text, side(text, "Units of the western group"), (theirs,), MINISTRY, CAST, None)
    assert found is not None and found.party == "Arland"
