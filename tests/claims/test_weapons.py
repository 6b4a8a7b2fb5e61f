"""Weapons of a proposition."""

import pytest

from onrecord.claims.weapons import weapon
from onrecord.records import Span


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("struck with Kinzhal missiles", "Kinzhal", "missile"),
        ("launched 13 Shahed-136 drones", "Shahed", "drone"),
        ("hit by a ballistic missile", "ballistic missile", "missile"),
        ("dropped guided aerial bombs", "glide bomb", "glide bomb"),
        ("shelled with mortars", "mortar", "artillery"),
        ("a car bomb went off", "car bomb", "bomb"),
        ("militants armed with rifles", "small arms", "small arms"),
        ("an anti-tank mine", "mine", "mine"),
    ],
)
def test_weapon(text: str, name: str, kind: str) -> None:
    found = weapon(text, Span(start=0, end=len(text)))
    assert found is not None
    assert (found.name, found.kind) == (name, kind)


def test_none() -> None:
    assert weapon("The river rose", Span(start=0, end=14)) is None


def test_outside_the_span() -> None:
    assert weapon("Drones flew. The river rose", Span(start=13, end=27)) is None
