"""The senses of a document's names -> how strongly they point to countries, divisions and neighbourhoods."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from onrecord.claims.gazetteer import Entry
from onrecord.claims.mention import Mention
from onrecord.claims.senses import Sense, weight
from onrecord.records import Extent

K = TypeVar("K")
FEW = 6
"""So few cells are gone through faster than looked up."""


class Votes:
    """How strongly the names of a document point to countries, divisions and cells of about two degrees."""

    def __init__(self) -> None:
        self.lands: dict[str, float] = defaultdict(float)
        self.divisions: dict[int, float] = defaultdict(float)
        self.cells: dict[tuple[int, int], float] = defaultdict(float)
        self.total = 0.0

    def add(self, entry: Entry, share: float) -> None:
        """One candidate's share of a name's vote."""
        if entry.country:
            self.lands[entry.country] += share
        if entry.division:
            self.divisions[entry.division] += share
        if entry.lat is not None and entry.lon is not None and entry.kind not in (Extent.COUNTRY, Extent.REGION):
            self.cells[_cell(entry.lat, entry.lon)] += share

    def near(self, entry: Entry) -> float:
        """The votes for the cell of an entry and the eight around it."""
        if entry.lat is None or entry.lon is None:
            return 0.0
        x, y = _cell(entry.lat, entry.lon)
        if len(self.cells) < FEW:
            return sum(v for (i, j), v in self.cells.items() if -2 < i - x < 2 and -2 < j - y < 2)
        get, total = self.cells.get, 0.0
        for i in (x - 1, x, x + 1):
            total += get((i, y - 1), 0.0) + get((i, y), 0.0) + get((i, y + 1), 0.0)
        return total


def cast(names: Iterable[Sense]) -> Votes:
    """The votes of some senses for what they may be."""
    votes = Votes()
    for name in names:
        if name.scored[0].far:
            continue
        for scored, share in zip(name.scored, name.shares, strict=True):
            votes.add(scored.entry, share)
        votes.total += 1
    return votes


def tally(names: Iterable[Sense], fixed: Mapping[str, int], mentions: Sequence[Mention]) -> Votes:
    """The votes of all senses of a document, of the sites in it, and of the countries that demonyms name (`fixed`)."""
    votes = cast(names)
    for mention in mentions:
        if mention.site and mention.site.country:
            votes.lands[mention.site.country] += 1
            votes.total += 1
    for land, count in sorted(fixed.items()):
        votes.lands[land] += min(2.0, 0.5 * count)
    return votes


def support(entry: Entry, votes: Votes, own: Votes) -> float:
    """What the votes say for an entry, less those `own` that its name cast itself, for it and for its namesakes."""
    land = _part(votes.lands, own.lands, entry.country or "")
    division = _part(votes.divisions, own.divisions, entry.division) if entry.division else 0.0
    around = 1 - math.exp(-max(0.0, votes.near(entry) - own.near(entry)))
    if entry.kind == Extent.COUNTRY:  # it is as near to its places as their own region
        division = around = land
    elif entry.kind == Extent.REGION:
        around = max(around, division)
    return weight("land") * land + weight("division") * division + weight("near") * around


def _part(votes: Mapping[K, float], own: Mapping[K, float], key: K) -> float:
    return 1 - math.exp(-max(0.0, votes.get(key, 0.0) - own.get(key, 0.0)))


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return math.floor(lat), math.floor(lon)
