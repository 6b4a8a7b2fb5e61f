"""Sides that are meant: no bystander and no thing is one."""

from datetime import date

import pytest

from onrecord.claims.cast import Cast
from onrecord.claims.meant import acting, meant
from onrecord.records import Actor, Party, Span, Story


def _party(name: str) -> Party:
    return Party(name=name)


def sides(text: str, agent: str = "", target: str = "") -> list[str]:
    def side(words: str) -> Actor | None:
        start = text.find(words)
        return Actor(span=Span(start=start, end=start + len(words)), name=words) if words else None

    found = meant(text, Span(start=0, end=len(text)), (side(agent), side(target)))
    return [a.name if a else "" for a in found]


@pytest.mark.parametrize("victim", ["two farmers", "a baker and her sons", "Residents"])
def test_bystanders_are_no_side(victim: str) -> None:
    assert sides(f"{victim} were hurt", target=victim) == ["", ""]


def test_somebody_by_name_is_one() -> None:
    assert sides("A bomb killed Anton Lersk", target="Anton Lersk") == ["", "Anton Lersk"]


def test_those_who_bear_arms_act_without_a_name() -> None:
    assert sides("Masked gunmen stopped the bus", agent="Masked gunmen") == ["Masked gunmen", ""]


CAST = Cast(Story(title="T", first_day=date(2030, 1, 1), time_zone="UTC", parties=tuple(map(_party, "ABC"))))


@pytest.mark.parametrize(
    ("kind", "agent", "land", "found"),
    [
        ("interception", "Air defences", "B", "B"),
        ("interception", "Air defence duty forces", "B", "B"),
        ("interception", "Air defences", None, None),
        ("interception", "Air defences", "A", None),
        ("interception", "alliance jets", "B", None),
        ("strike_impact", "gunmen", "B", None),
    ],
)
def test_air_defences_are_of_the_land_they_guard(kind: str, agent: str, land: str | None, found: str | None) -> None:
    span = Span(start=0, end=len(agent))
    target = Actor(span=Span(start=90, end=99), name="A", party="A")
    made = acting(kind, Actor(span=span, name=agent), target, land, CAST)
    assert made is not None and made.party == found


def test_authorities_attack_nobody() -> None:
    local = Actor(span=Span(start=0, end=17), name="local authorities")
    assert acting("aerial_attack", local, None, None, CAST) is None
    assert acting("detention_exchange", local, None, None, CAST) == local
