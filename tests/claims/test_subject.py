"""Who stands first is whose act it is, where no word for the event says more."""

from datetime import date

import pytest

from onrecord.claims.actors import players
from onrecord.claims.cast import Cast
from onrecord.claims.marks import marks
from onrecord.claims.subject import opens
from onrecord.records import Party, Span, Speaker, Story

PARTIES = (Party(name="Arland", adjectives=("Arlandish",)), Party(name="Boria", adjectives=("Borian",)))
CAST = Cast(Story(title="T", first_day=date(2030, 1, 1), time_zone="UTC", parties=PARTIES))
VOICE = Speaker(name="Arland's ministry", party="Arland")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("it lets through whoever wishes to leave", ("Arland", "agent")),
        ("it would study the plan", ("Arland", "agent")),
        ("Since May we have carried out 3,918 flights", ("Arland", "agent")),
        ("Boria has not yet been consulted", ("Boria", "target")),
        ("Boria lost its seat", ("Boria", "target")),
        ("it had seen something over the yard", (None, "")),
        ("We need insulin now", (None, "")),
        ("Arland and Boria met", (None, "")),
        ("a ship of Boria sailed", (None, "")),
        ("A Borian interceptor had gone astray", (None, "")),
        ("Borian lorries were seized", (None, "")),
        ("Boria closes its border", ("Boria", "agent")),
    ],
)
def test_who_is_the_subject(text: str, found: tuple[str | None, str]) -> None:
    seen, span = marks(text), Span(start=0, end=len(text))
    player, made = opens(seen, span, players(seen, text, span, VOICE, CAST))
    assert (player.actor.party if player else None, made) == found
