"""What the bodies and offices of a story are called without a name."""

import gc
from datetime import date

import pytest

from onrecord.claims import hearing
from onrecord.claims.cast import Cast
from onrecord.claims.offices import Offices, offices, sayer, state, turned, whole
from onrecord.records import Body, Party, Person, Span, Speaker, Story

HERE = Span(start=0, end=3)
PARTY = Party(
    name="Arland",
    adjectives=("Arlandish",),
    bodies=(Body(name="Mar region's administration"), Body(name="Arland's defence ministry")),
    people=(Person(name="Ada Orm", role="governor of Mar", pronoun="she"),),
)
STORY = Story(title="Arland", first_day=date(2024, 1, 1), time_zone="UTC", parties=(PARTY,))


@pytest.mark.parametrize(
    ("phrase", "whose"),
    [
        ("a spokesman for the Mar police", "the Mar police"),
        ("the press service of the 4th Brigade", "the 4th Brigade"),
        ("a later message of Mar Railways", "Mar Railways"),
        ("an investigation by Ledger", "Ledger"),
        ("a video of the strike", "a video of the strike"),
        ("footage from Mar", "footage from Mar"),
        ("the ministry", "the ministry"),
    ],
)
def test_whose_spokesman_or_paper_it_is(phrase: str, whose: str) -> None:
    assert sayer(phrase) == whose


@pytest.mark.parametrize(
    ("phrase", "noun"),
    [
        ("the army", "army"),
        ("an army statement", "army"),
        ("an air force spokesman", "air force"),
        ("the Ministry of Justice", "ministry of justice"),
        ("Energy Ministry data", "energy ministry"),
        ("the ministry", "ministry"),
        ("an army lawyer", ""),
        ("Mar's army", ""),
    ],
)
def test_a_body_that_every_state_has(phrase: str, noun: str) -> None:
    assert state(phrase) == noun


@pytest.mark.parametrize(
    ("phrase", "whose"), [("the Arlandish side", "Arlandish"), ("Arland's government", "Arland"), ("the side", "")]
)
def test_what_stands_for_a_whole_party(phrase: str, whose: str) -> None:
    assert whole(phrase) == whose


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Mar's administration", "Mar region's administration"),
        ("the Mar administration", "Mar region's administration"),
        ("the Arlandish leadership", "Arland"),
        ("Arland's government", "Arland"),
        ("the administration", None),
        ("the other side", None),
    ],
)
def test_whom_a_phrase_means_by_words_of_the_story(phrase: str, name: str | None) -> None:
    found = offices(STORY.parties, None).stated(phrase, Cast(STORY))
    assert (found and found.name) == name


def test_a_ministry_is_called_by_what_it_is_for() -> None:
    assert turned("ministry of the interior") == "interior ministry"
    assert turned("navy") == "navy"


def test_the_offices_of_a_party() -> None:
    found = offices(STORY.parties, None)
    assert [v.speaker.name for v in found.of(PARTY, HERE, hearing.called("governor"))] == ["Ada Orm"]
    assert [v.speaker.name for v in found.of(PARTY, HERE, hearing.called("ministry"))] == ["Arland's defence ministry"]
    assert found.voice(Speaker(name="Ada Orm"), HERE, "Orm", "other").gender == "she"
    assert found.voice(Speaker(name="Ada Orm"), HERE, "Orm", "other").sort == "person"


def test_offices_of_a_day_that_is_forgotten_leave_nothing_to_be_looked_for() -> None:
    gc.collect()
    gc.disable()
    try:
        assert Offices(STORY.parties, None).of(PARTY, HERE, hearing.called("governor"))
        assert gc.collect() == 0
    finally:
        gc.enable()
