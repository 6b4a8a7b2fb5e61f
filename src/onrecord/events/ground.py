"""Place -> Spot: where a claim is set, in a form that two claims can be compared by."""

from collections.abc import Iterable, Set
from functools import lru_cache

import msgspec

from onrecord.events.tables import lists
from onrecord.events.words import fold
from onrecord.records import Claim, Extent, Place, PlaceRole

LEVELS = {
    Extent.POINT: 5,
    Extent.SETTLEMENT: 4,
    Extent.DISTRICT: 3,
    Extent.REGION: 2,
    Extent.FRONT: 2,
    Extent.COUNTRY: 1,
}


DASHES = (" - ", " – ", " — ")
"""What follows a dateline: where the report was written."""


class Spot(msgspec.Struct, frozen=True, order=True, gc=False):
    """A place by folded names. `level` grows with precision; 0 is a sea, a river or a place not resolved."""

    level: int
    name: str
    region: str
    country: str


@lru_cache(maxsize=65536)
def bare(name: str) -> str:
    """A place name without its generic parts: "Oryol region" and "Oryol Oblast" are both "oryol"."""
    words = fold(name).replace("-", " ").split()
    kept = [w for w in words if w not in lists().land]
    return " ".join(kept or words)


def spot(place: Place) -> Spot:
    """The spot of one place. A region stands in its own region, so that places within it are seen to be."""
    level = LEVELS.get(place.precision, 0)
    name = bare(place.name)
    region = bare(place.region) if place.region else name if level == 2 else ""
    if level == 2 and place.region:
        name = region
    return held(level, name, region if level > 1 else "", place.country or "")


@lru_cache(maxsize=65536)
def held(level: int, name: str, region: str, country: str) -> Spot:
    """A spot; equal ones are held once."""
    return Spot(level=level, name=name, region=region, country=country)


def spots(
    claim: Claim, text: str = "", seats: Set[str] = frozenset(), adjectives: Set[str] = frozenset()
) -> tuple[Spot, ...]:
    """Where it happened: launch sites, destinations and datelines left out, the most precise first.

    `text` is the document's. `seats` are towns that stand for a side: told with the speaker they say who speaks. An
    adjective ("the Ardovian town") is no place. A place
    that fits several entries lies in the one region that is named beside it.
    """
    told = [p for p in claim.places if p.role is PlaceRole.AT and bare(p.name) not in adjectives]
    heard = [p for p in told if bare(p.name) not in seats or _within(claim, p)]
    set_ = [p for p in heard if text[p.span.end : p.span.end + 3] not in DASHES or _within(claim, p)]
    return homed({spot(p) for p in set_})


def _within(claim: Claim, place: Place) -> bool:
    """Whether a place stands in what is claimed and not in the speaker's name."""
    speaker = claim.attribution.speaker
    return claim.proposition.overlaps(place.span) and not (speaker and speaker.overlaps(place.span))


def homed(found: Iterable[Spot]) -> tuple[Spot, ...]:
    """Spots, the most precise first; those without a region in the one region that is among them.

    A region that is named with a town of its own says where the town is, and is no place beside it.
    """
    every = set(found)
    regions = {(s.region, s.country) for s in every if s.level == LEVELS[Extent.REGION]}
    if len(regions) == 1:
        ((region, country),) = regions
        open_ = {s for s in every if s.level > LEVELS[Extent.REGION] and not s.region}
        every = every - open_ | {held(s.level, s.name, region, s.country or country) for s in open_}
    towns = {(s.region, s.country) for s in every if s.level == LEVELS[Extent.SETTLEMENT]}
    every = {s for s in every if s.level != LEVELS[Extent.REGION] or (s.region, s.country) not in towns}
    return tuple(sorted(every, key=lambda s: (-s.level, s)))


def town(found: tuple[Spot, ...]) -> str:
    """The one settlement of some spots, with its region; "" where there are others or its region is not known."""
    if len(found) != 1 or found[0].level != LEVELS[Extent.SETTLEMENT] or not found[0].region:
        return ""
    return f"{found[0].region}/{found[0].name}"


def precise(spots: Iterable[Spot]) -> tuple[Spot, ...]:
    """The spots that are no whole country."""
    return tuple(s for s in spots if s.level != LEVELS[Extent.COUNTRY])


def relation(left: Spot, right: Spot) -> float | None:
    """How two spots stand: 1 the same, .75 one in the other's region, .3 in its country, -1 apart, None unknown.

    Two towns are apart, wherever they lie.
    """
    if left.country and right.country and left.country != right.country:
        return -1.0
    if left.level == 0 or right.level == 0:
        return 1.0 if left.name == right.name else None
    if left.region and right.region and left.region != right.region:
        return -1.0
    if left.name == right.name:
        return 1.0
    if left.level == 1 or right.level == 1:
        return 0.3 if left.country == right.country else None
    if left.level == right.level and left.level in (3, 4):
        return -1.0
    return 0.75 if left.region and right.region else None


def closest(left: tuple[Spot, ...], right: tuple[Spot, ...]) -> float | None:
    """The best relation of any pair: None where nothing can be compared, -1 where every known pair is apart."""
    if left == right:
        return 1.0 if left else None
    best: float | None = None
    for a in left:
        for b in right:
            value = relation(a, b)
            if value is not None and (best is None or value > best):
                best = value
    return best
