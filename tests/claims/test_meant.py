"""Sides that are meant: no bystander and no thing is one, and whose troops those are that move."""

from datetime import date

import pytest

from onrecord.claims.cast import Cast
from onrecord.claims.meant import meant
from onrecord.records import Actor, Party, Span, Speaker, Story

PARTIES = (Party(name="Arland"), Party(name="Boria"), Party(name="Norway", belligerent=False))
CAST = Cast(Story(title="T", first_day=date(2030, 1, 1), time_zone="UTC", parties=PARTIES))


def sides(
    text: str, kind: str, agent: str = "", target: str = "", party: str | None = None, speaker: str | None = None
) -> list[str]:
    def side(words: str) -> Actor | None:
        start = text.find(words)
        return Actor(span=Span(start=start, end=start + len(words)), name=words, party=party) if words else None

    voice = Speaker(name=speaker, party=speaker) if speaker else None
    found = meant(text, Span(start=0, end=len(text)), kind, (side(agent), side(target)), voice, CAST)
    return [(a.party or a.name) if a else "" for a in found]


@pytest.mark.parametrize("victim", ["two farmers", "a baker and her sons", "Residents"])
def test_bystanders_are_no_side(victim: str) -> None:
    assert sides(f"{victim} were hurt", "casualty_toll", target=victim) == ["", ""]


def test_somebody_by_name_is_one() -> None:
    assert sides("A bomb killed Anton Lersk", "casualty_toll", target="Anton Lersk") == ["", "Anton Lersk"]


def test_those_who_bear_arms_act_without_a_name() -> None:
    assert sides("Masked gunmen stopped the bus", "civilian_harm", agent="Masked gunmen") == ["Masked gunmen", ""]


def test_who_is_at_war_tells_of_its_own_troops() -> None:
    assert sides("two companies were withdrawn", "force_movement", speaker="Boria") == ["Boria", ""]
    assert sides("two companies were withdrawn", "force_movement", speaker="Norway") == ["", ""]


def test_a_court_that_tells_is_the_one_that_tries() -> None:
    tried = sides("A teacher was jailed for six years", "legal", speaker="Arland's supreme court")
    assert tried == ["Arland's supreme court", ""]
    assert sides("A teacher was jailed for six years", "legal", speaker="Arland") == ["", ""]
