"""Those who are named, and by what."""

from datetime import date

import pytest

from onrecord.claims.actors import players
from onrecord.claims.cast import Cast
from onrecord.claims.marks import marks
from onrecord.records import Party, Person, Span, Speaker, Story

PARTIES = (Party(name="Arland", adjectives=("Arlandish",)), Party(name="Boria", adjectives=("Borian",)))
CAST = Cast(Story(title="T", first_day=date(2030, 1, 1), time_zone="UTC", parties=PARTIES))
SPEAKER = Speaker(name="Boria's navy", party="Boria")


@pytest.mark.parametrize(
    ("text", "sort", "words"),
    [
        ("Borian drones", "arm", "Borian drones"),
        ("Borian troops", "force", "Borian troops"),
        ("Boria's strike on", "act", "Boria's strike"),
        ("Boria's Vesk region", "ground", "Boria's Vesk region"),
        ("a Borian oil depot", "thing", "Borian oil depot"),
        ("Boria said", "force", "Boria"),
        ("its forces", "force", "its forces"),
        ("it fired", "force", "it"),
    ],
)
def test_player(text: str, sort: str, words: str) -> None:
    (player,) = players(marks(text), text, Span(start=0, end=len(text)), SPEAKER, CAST)
    assert (player.sort, player.actor.span.of(text), player.actor.party) == (sort, words, "Boria")


def test_a_person_is_no_it() -> None:
    chief = Person(name="Ola Renn", role="governor")
    cast = Cast(
        Story(title="T", first_day=date(2030, 1, 1), time_zone="UTC", parties=(Party(name="Boria", people=(chief,)),))
    )
    text = "It gutted eight trams"
    assert players(marks(text), text, Span(start=0, end=len(text)), Speaker(name="Ola Renn", party="Boria"), cast) == []


def test_pronouns_need_a_speaker() -> None:
    assert players(marks("it fired"), "it fired", Span(start=0, end=8), None, CAST) == []


def test_they_are_not_those_of_a_headline() -> None:
    text = "Arlandish drones fell at Marn\n\nBoria's navy said they destroyed two"
    span = Span(start=text.index("they"), end=len(text))
    (player,) = players(marks(text), text, span, SPEAKER, CAST)
    assert player.actor.party == "Boria"
