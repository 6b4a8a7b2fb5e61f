"""Sides that are meant: no bystander and no thing is one."""

import pytest

from onrecord.claims.meant import meant
from onrecord.records import Actor, Span


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
