"""How wide a claim reaches: one town is told from several regions, and a town's toll from that of the whole land."""

import re
from functools import cache, lru_cache

from onrecord.events.card import Card
from onrecord.events.ground import Spot, precise
from onrecord.events.tables import lists

SEVERAL = 3
"""Regions from which on a claim is of no place in particular."""
KEPT = 1 << 14
"""Texts and places whose breadth is remembered."""


@lru_cache(maxsize=KEPT)
def regions(spots: tuple[Spot, ...]) -> int:
    """In how many regions some places are; a country is in none."""
    return len({(s.country, s.region or s.name) for s in precise(spots)})


def unlike(left: Card, right: Card) -> bool:
    """Whether one is the toll of several regions and the other of one: the dead of six towns are not those of one."""
    if left.family != "toll" or right.family != "toll":
        return False
    one, other = sorted((regions(left.spots), regions(right.spots)))
    return one == 1 and other >= SEVERAL


def wide(card: Card) -> bool:
    """Whether words of a claim say that it is of the whole land, "across the country": it borrows no town."""
    return regions(card.spots) == 0 and _wide(card.claim.proposition.of(card.document.text))


@lru_cache(maxsize=KEPT)
def _wide(text: str) -> bool:
    return _whole().search(text) is not None


@cache
def _whole() -> re.Pattern[str]:
    return re.compile("|".join(lists().whole), re.IGNORECASE)
