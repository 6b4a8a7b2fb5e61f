"""An act whose sides are not said again -> those of the attack that it goes on with.

"..., killing two" has the doer of the clause before it, "the attack also damaged a school" the sides of the attack that
was told last, and so have "three missiles" that hit a depot of whom it met, and "four drones shot down" on that land.
"""

import re
from functools import cache
from typing import NamedTuple

import msgspec

from onrecord.claims.elided import trails
from onrecord.claims.lexicon import either, table
from onrecord.claims.marks import marks
from onrecord.claims.measures import thing
from onrecord.claims.roles import Roles
from onrecord.records import Actor, Span

_REACH = 1500
"""Characters from an attack to the words that refer to it."""

_CLAUSE = 160
"""Characters from a clause to the one that goes on with it."""

_ENDS = re.compile(r"[.!?][\"”’]?\s")
_OTHER = re.compile(r"\s+(?:on|against|by|at|upon)\b")
_AERIAL = frozenset(["aerial_attack", "strike_impact", "interception"])
_ATTACKS = _AERIAL - {"interception"} | {"shelling", "sabotage", "casualty_toll", "infrastructure_effect"}


class Deed(NamedTuple):
    """An attack that was told: where, the party whose it was, the party that it met, and whether it came by air."""

    part: Span
    agent: str
    target: str | None
    aerial: bool


def deed(part: Span, kind: str, who: Roles) -> Deed | None:
    """The attack that a proposition tells of; None where it tells of none or names no party that attacks.

    Who shot down tells of an attack by the owner of what was shot down.
    """
    agent, target = (side.party if side is not None else None for side in (who.agent, who.target))
    if kind == "interception":
        return Deed(part, target, agent, True) if target else None
    return Deed(part, agent, target, kind in _AERIAL) if kind in _ATTACKS and agent else None


def sequel(text: str, part: Span, kind: str, who: Roles, last: Deed | None, land: str | None) -> Roles:
    """The roles of the proposition at `part`, with the sides of the attack that it goes on with, `last`.

    `land` is the party on whose land it happened, where a place tells it: nobody attacks there for whom it is home.
    """
    if last is None or last.part == part or land == last.agent:
        return who
    if kind == "interception":
        return _met(text, part, who, last, land)
    if kind not in _ATTACKS or who.agent is not None or (who.target is not None and who.target.party == last.agent):
        return who
    at = _clause(text, part, last) or _named(text, part, last)
    if at is None and kind in _AERIAL:
        at = _flying(text, part, last, land)
    if at is None:
        return who
    target = who.target or (_side(at, last.target) if last.target else None)
    return msgspec.structs.replace(who, agent=_side(at, last.agent), target=target)


def _met(text: str, part: Span, who: Roles, last: Deed, land: str | None) -> Roles:
    """The roles of an account of the air without the owner of what was shot down."""
    if who.target is not None or (who.agent is not None and who.agent.party in (None, last.agent)):
        return who
    at = _flying(text, part, last, land)
    if at is None:
        return who
    agent = who.agent or (_side(at, last.target) if last.target else None)
    return msgspec.structs.replace(who, agent=agent, target=_side(at, last.agent))


def _side(at: Span, party: str) -> Actor:
    return Actor(span=at, name=party, party=party)


def _clause(text: str, part: Span, last: Deed) -> Span | None:
    """The verb of a clause that has its subject in the clause of the attack: "..., killing two"."""
    seen = marks(text)
    gap = part.start - last.part.end
    if not 0 <= gap < _CLAUSE or not trails(seen, part) or _ENDS.search(text, last.part.end, part.start):
        return None
    first = seen.tokens.all[seen.tokens.range(part)[0]]
    return Span(start=first.start, end=first.end)


def _named(text: str, part: Span, last: Deed) -> Span | None:
    """The words for an attack that was told: "the attack", but not "the attack on" another."""
    found = _again().search(text, part.start, part.end) if part.start - last.part.end < _REACH else None
    if found is None or _OTHER.match(text, found.end(), part.end):
        return None
    return Span(start=found.start(), end=found.end())


def _flying(text: str, part: Span, last: Deed, land: str | None) -> Span | None:
    """The words for what flew on the land of whom an attack by air met."""
    if not last.aerial or land is None or part.start - last.part.end >= _REACH:
        return None
    found = [m for m in marks(text).of("object", part) if thing(m).sort == "air"]
    return found[0].span if found else None


@cache
def _again() -> re.Pattern[str]:
    """Words for an attack that was told before."""
    nouns = either(table("roles")["again"])
    return re.compile(rf"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose)(?: [a-z-]+){{0,2}} (?:{nouns})\b")
