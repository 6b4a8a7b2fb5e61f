"""An act whose sides are not said again has those of the attack that it goes on with."""

from typing import Any

import pytest

from onrecord.claims.roles import Roles
from onrecord.claims.sequel import Deed, deed, sequel
from onrecord.records import Actor, Span


def side(party: str | None) -> Actor | None:
    return Actor(span=Span(start=0, end=1), name=party, party=party) if party else None


def sides(found: Roles) -> tuple[str | None, str | None]:
    return (found.agent.party if found.agent else None, found.target.party if found.target else None)


def after(
    first: str, second: str, kind: str = "strike_impact", land: str | None = None, who: Roles | None = None
) -> tuple[str | None, str | None]:
    """The sides of `second`, which stands after `first`, an attack by Tolland on Varland from the air."""
    told = Deed(Span(start=0, end=len(first)), "Tolland", "Varland", True)
    part = Span(start=len(first), end=len(first) + len(second))
    text = first + second
    lead = len(second) - len(second.lstrip(" ,"))
    return sides(sequel(text, Span(start=part.start + lead, end=part.end), kind, who or Roles(), told, land))


@pytest.mark.parametrize(
    ("second", "kind"),
    [
        (", killing two people", "casualty_toll"),
        (", cutting power in three towns", "infrastructure_effect"),
        (" The attack also damaged a school.", "strike_impact"),
        (" This latest strike was the third.", "strike_impact"),
    ],
)
def test_who_did_it_is_not_said_again(second: str, kind: str) -> None:
    assert after("Tollish missiles hit Lessk", second, kind) == ("Tolland", "Varland")


@pytest.mark.parametrize(
    "second",
    [" The strike on a mill was earlier.", " A strike was reported.", " Killing is wrong.", " A house burned."],
)
def test_another_act_has_other_sides(second: str) -> None:
    assert after("Tollish missiles hit Lessk.", second) == (None, None)


def test_what_flew_over_the_land_of_whom_it_met_is_of_the_same_attack() -> None:
    first = "Tolland launched 30 drones."
    assert after(first, " Three drones hit a depot.", land="Varland") == ("Tolland", "Varland")
    assert after(first, " Four drones were shot down.", "interception", "Varland") == ("Varland", "Tolland")
    assert after(first, " Four drones were shot down.", "interception") == (None, None)


def test_nobody_attacks_at_home() -> None:
    first = "Tolland launched 30 drones."
    assert after(first, " The attack damaged a depot.", land="Tolland") == (None, None)
    assert after(first, " Four drones were shot down.", "interception", "Tolland") == (None, None)


def test_sides_that_are_said_stay() -> None:
    who = Roles(agent=side("Varland"))
    assert after("Tolland launched 30 drones.", " The attack hit a depot.", who=who) == ("Varland", None)


def test_who_shot_down_tells_of_an_attack_by_the_other() -> None:
    part = Span(start=0, end=9)
    found = deed(part, "interception", Roles(agent=side("Varland"), target=side("Tolland")))
    assert found == Deed(part, "Tolland", "Varland", True)
    assert deed(part, "interception", Roles(agent=side("Varland"))) is None
    assert deed(part, "diplomacy", Roles(agent=side("Varland"))) is None


def test_an_accuser_kills_nobody(read: Any) -> None:
    text = "Varland accused Tolland of bombing a mosque in Lessk from the air, killing more than 60 worshippers."
    killed = next(c for c in read(text).claims if c.kind == "casualty_toll")
    assert killed.agent is not None and killed.agent.party == "Tolland"


def test_the_attack_has_the_sides_of_the_wave(read: Any) -> None:
    text = (
        "Varland's air force shot down 20 of 27 drones in Tolland's overnight attack.\n\n"
        "The attack damaged a depot in Lessk, the mayor said.\n\nThe attack also hit a school."
    )
    found = [sides(Roles(agent=c.agent, target=c.target)) for c in read(text).claims if c.kind == "strike_impact"]
    assert found == [("Tolland", "Varland")] * 2
