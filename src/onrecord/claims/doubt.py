"""Scored candidates -> whether the best one is meant for sure, or the name is better left open."""

import math
from collections.abc import Sequence
from functools import lru_cache

from onrecord.claims.capitals import lexicon
from onrecord.claims.gazetteer import Entry, Gazetteer, distance
from onrecord.claims.senses import FAMOUS, SCOPE, SUPPORT, TOWN, Scored, weight
from onrecord.records import Extent

APART = 50.0
"""Two candidates nearer than this, in km, are no dilemma."""
KNOWN = 60_000
"""A town of fewer people is not the one meant just because its namesakes are smaller still."""
CITY = 100_000
"""A city of so many people is meant in a story of other countries though nothing else speaks for it."""
TIMES = 50
"""A town of so many times the people of its namesake is meant though only the story speaks for it."""
DEEP = 450.0
"""Further than this, in km, from the middles of another country's divisions is deep in one's own."""


def sure(scored: Sequence[Scored]) -> bool:
    """Whether the best candidate stands out, or the runners-up lie so near that it does not matter."""
    best, *others = leading(scored)
    return not best.far and all(distance(best.entry, o.entry) < APART or _namesake(best.entry, o.entry) for o in others)


def leading(scored: Sequence[Scored]) -> list[Scored]:
    """The best candidate and those that it does not lead by enough."""
    best = scored[0]
    small = best.entry.kind == Extent.SETTLEMENT and best.entry.weight < KNOWN
    return [best, *(s for s in scored[1:] if best.score - (s.most if small and s.most else s.score) < _margin(best, s))]


def stray(key: str, scored: Sequence[Scored], scope: Sequence[str], gazetteer: Gazetteer) -> bool:
    """Whether the best candidate is a town far from the story's countries, or a village of a common name deep in one of
    them and far from the others, for which nothing else speaks."""
    best = scored[0]
    if not scope or set(best.reasons) - {SCOPE} or best.entry.kind != Extent.SETTLEMENT:
        return False
    if best.entry.country in scope:
        return common(key) and best.entry.weight < 2 * CITY and deep(best.entry, tuple(scope), gazetteer)
    near = {n for c in scope for n in gazetteer.neighbours.get(c, ())}
    return best.entry.country not in near and best.entry.weight < (FAMOUS if best.entry.other else CITY)


def common(key: str) -> bool:
    """Whether a folded name ends as those of many villages do."""
    return key.endswith(tuple(lexicon("endings")))


@lru_cache(maxsize=20_000)
def deep(entry: Entry, scope: tuple[str, ...], gazetteer: Gazetteer) -> bool:
    """Whether it lies far from the divisions of the story's other countries."""
    others = [m for c in scope if c != entry.country for m in _middles(c, gazetteer)]
    return bool(others) and min(distance(entry, m) for m in others) > DEEP


@lru_cache(maxsize=64)
def _middles(country: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    return gazetteer.middles(country)


def _margin(best: Scored, other: Scored) -> float:
    """By how much the best must lead: further where it is small and only size speaks for it."""
    small = best.entry.kind == Extent.SETTLEMENT and best.entry.weight < KNOWN
    beside = best.entry.division == other.entry.division != 0 and set(best.reasons) <= set(other.reasons)
    plain = not set(best.reasons) - {SCOPE}
    if (beside or plain) and small and not other.entry.weight and best.entry.weight < TOWN:
        return math.inf  # of two villages: that the size of one is not known says nothing
    if best.reasons == (SCOPE,) and SUPPORT in other.reasons and best.entry.weight < TIMES * other.entry.weight:
        return math.inf  # the story speaks for one, and the text for the other
    alone = beside or plain or (best.held and other.held)
    return weight("doubt") if small and alone else weight("margin")


def _namesake(one: Entry, two: Entry) -> bool:
    """Whether one is a region or district and the other lends it its name, or lies in it."""
    near = one.division == two.division != 0 or distance(one, two) < 2 * APART
    return near and one.country == two.country and not {one.kind, two.kind}.isdisjoint((Extent.REGION, Extent.DISTRICT))
