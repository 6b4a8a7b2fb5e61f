"""Roles: the golden twins, and that direction follows the words and not the order of parties."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from onrecord.claims.cast import Cast
from onrecord.claims.roles import Roles, roles
from onrecord.records import Body, Party, Person, Span, Speaker, Story

GOLDEN = Path(__file__).parents[1] / "golden" / "roles.toml"
CASES: list[dict[str, Any]] = tomllib.loads(GOLDEN.read_text(encoding="utf-8"))["case"]
SIDES: list[dict[str, Any]] = tomllib.loads((GOLDEN.parent / "sides.toml").read_text(encoding="utf-8"))["case"]

ARLAND = Party(
    name="Arland",
    adjectives=("Arlandish",),
    aliases=("Arlen",),
    bodies=(Body(name="Arland's air force"), Body(name="Arland's General Staff", aliases=("General Staff",))),
    people=(Person(name="Mira Dovic", role="president of Arland"),),
)
BORIA = Party(
    name="Boria",
    adjectives=("Borian",),
    aliases=("Borgrad", "Stone House"),
    bodies=(Body(name="Boria's defence ministry"),),
)
STORY = Story(title="T", first_day=date(2030, 1, 1), time_zone="UTC", parties=(ARLAND, BORIA))
CAST = Cast(STORY)
VOICES = {"Arland": Speaker(name="Arland's air force", party="Arland"), "Boria": Speaker(name="Boria", party="Boria")}


def read(text: str, kind: str, speaker: str | None = None) -> Roles:
    return roles(text, Span(start=0, end=len(text)), kind, VOICES[speaker] if speaker else None, CAST)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_golden(case: dict[str, Any]) -> None:
    text = case["text"]
    found = read(text, case["kind"], case.get("speaker"))
    for name in ("agent", "target"):
        actor = getattr(found, name)
        assert ([actor.span.of(text), actor.party or ""] if actor else None) == case.get(name), name
    assert (found.object.span.of(text) if found.object else None) == case.get("object")
    assert ([found.weapon.name, found.weapon.kind] if found.weapon else None) == case.get("weapon")


@pytest.mark.parametrize("case", SIDES, ids=lambda case: case["text"][:60])
def test_golden_sides(case: dict[str, Any]) -> None:
    found = read(case["text"], case["kind"], case.get("speaker"))
    sides = [(actor.party or "") if actor else "" for actor in (found.agent, found.target)]
    assert sides == [case["agent"], case["target"]]


@pytest.mark.parametrize("speaker", ["Arland", "Boria", None])
def test_where_drones_fly_back_to_is_not_attacked(speaker: str | None) -> None:
    assert read("Five went back to Boria and one flew into Boria", "aerial_attack", speaker).target is None
    back = read("Arland returned to the attack on Boria", "aerial_attack", speaker).target
    assert back is not None and back.party == "Boria"


def test_golden_is_broad() -> None:
    assert len(CASES) >= 60


def test_swapped_sides_swap_roles() -> None:
    one = read("Boria shot down 60 Arlandish drones", "interception")
    other = read("Arland shot down 60 Borian drones", "interception")
    assert one.agent and one.target and other.agent and other.target
    assert (one.agent.party, one.target.party) == ("Boria", "Arland")
    assert (other.agent.party, other.target.party) == ("Arland", "Boria")


def test_active_and_passive_agree() -> None:
    active = read("Boria attacked Arland with drones", "aerial_attack")
    passive = read("Arland was attacked with drones by Boria", "aerial_attack")
    assert active.agent and passive.agent and active.target and passive.target
    assert active.agent.party == passive.agent.party == "Boria"
    assert active.target.party == passive.target.party == "Arland"


def test_no_roles_without_an_event() -> None:
    assert read("Boria gave no figures for Arland", "information") == Roles()


@pytest.mark.parametrize(
    ("text", "kind"), [("both sides should stop", "diplomacy"), ("two companies left", "force_movement")]
)
def test_who_only_speaks_does_nothing(text: str, kind: str) -> None:
    assert read(text, kind, "Arland").agent is None


def test_who_surrenders_is_whom_it_is_done_to() -> None:
    found = read("412 Borian servicemen surrendered in the course of the night", "detention_exchange", "Arland")
    assert found.agent is None
    assert found.target and found.target.party == "Boria"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("drones were sent to the port of the Borian capital by Arland", "aerial_attack"),
        ("Arland freed 40 men from Boria", "detention_exchange"),
    ],
)
def test_another_party_named_is_whom_it_is_done_to_wherever_it_stands(text: str, kind: str) -> None:
    found = read(text, kind)
    assert (found.agent and found.agent.party, found.target and found.target.party) == ("Arland", "Boria")


def test_another_party_that_is_named_is_whom_something_is_said_to() -> None:
    found = read("Arland agreed with partners and the Borian side on a pause", "diplomacy", "Arland")
    assert found.agent and found.target
    assert (found.agent.party, found.target.party) == ("Arland", "Boria")


class _Swapped:
    """An encoder that takes whoever launched for who acts."""

    def side(self, part: Span, role: str, ruled: Any, known: list[Any], other: Any = None) -> Any:
        return next((a for a in known if a.party == ("Boria" if role == "agent" else "Arland")), ruled)


@pytest.mark.parametrize(
    "text",
    [
        "it shot down 31 of 33 drones sent from Boria overnight",
        "it had downed all 57 drones and one of three missiles used by Boria",
        "they destroyed two drones and a rocket launched by Borian militants",
    ],
)
def test_who_launched_does_not_shoot_down(text: str) -> None:
    opinion: Any = _Swapped()
    found = roles(text, Span(start=0, end=len(text)), "interception", VOICES["Arland"], CAST, opinion)
    assert found.agent and found.target
    assert (found.agent.party, found.target.party) == ("Arland", "Boria")


def test_a_headline_without_a_subject_tells_of_its_speaker() -> None:
    opinion: Any = _Swapped()
    text = "captured another village in east Boria"
    found = roles(text, Span(start=0, end=len(text)), "territory_change", VOICES["Arland"], CAST, opinion)
    assert found.agent and found.agent.party == "Arland"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("donors to cover a gap of $18 million", "aid"),
        ("Flights were suspended at the airport", "infrastructure_effect"),
    ],
)
def test_a_noun_at_the_beginning_is_no_act_of_the_speaker(text: str, kind: str) -> None:
    assert read(text, kind, "Arland").agent is None


class _Own:
    """An encoder that takes what belongs to a side for whom it acts on."""

    def side(self, part: Span, role: str, ruled: Any, known: list[Any], other: Any = None) -> Any:
        return known[-1] if role == "target" and known else ruled


def test_nobody_acts_on_what_is_its_own() -> None:
    opinion: Any = _Own()
    text = "we took the hill and improved our position"
    found = roles(text, Span(start=0, end=len(text)), "territory_change", VOICES["Boria"], CAST, opinion)
    assert found.agent and found.agent.party == "Boria"
    assert found.target is None


def test_who_stands_first_acts_where_no_word_for_the_event_is_known() -> None:
    found = read("it lets through whoever wishes to leave", "aid", "Arland")
    assert found.agent and found.agent.party == "Arland"


def test_who_only_reports_did_nothing() -> None:
    found = read("There were no injuries reported by Borian or other ships", "casualty_toll")
    assert (found.agent, found.target) == (None, None)


def test_a_headline_tells_who_killed() -> None:
    found = read("At least 18 killed in Borian strikes on mills", "casualty_toll")
    assert found.agent and found.agent.party == "Boria"


def test_who_is_blamed_for_shooting_down_did_it_and_not_the_accuser() -> None:
    found = read("Boria of shooting it down with two missiles", "interception", "Arland")
    assert found.agent is not None and found.agent.party == "Boria"
    assert found.target is None
