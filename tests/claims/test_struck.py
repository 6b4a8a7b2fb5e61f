"""What was hit, in the words for it and no verb's."""

from datetime import date

import pytest

from onrecord.claims.cast import Cast
from onrecord.claims.marks import marks
from onrecord.claims.struck import struck
from onrecord.records import Party, Span, Story

CAST = Cast(Story(title="T", first_day=date(2030, 1, 1), time_zone="UTC", parties=(Party(name="Boria"),)))


@pytest.mark.parametrize(
    ("text", "kind", "thing"),
    [
        ("troops had killed fighters and dismantled infrastructure near Vesk", "casualty_toll", "infrastructure"),
        ("the raids went on, targeting grid infrastructure", "strike_impact", "grid infrastructure"),
        ("to attack ships in the gulf", "strike_impact", "ships"),
        ("they fired anti-ship missiles toward an oil tanker", "aerial_attack", "oil tanker"),
        ("Missiles damaged an abandoned factory", "strike_impact", "abandoned factory"),
        ("They spoke of a factory", "diplomacy", None),
    ],
)
def test_the_thing_that_was_hit(text: str, kind: str, thing: str | None) -> None:
    found = struck(marks(text), Span(start=0, end=len(text)), kind, 0, CAST)
    assert (found.name if found else None) == thing
