"""Mentions of a document -> which of its namesakes each one is: votes of the whole document, and what stands beside it.

Toponym resolution by one sense per document: every name spreads a vote over its candidates' countries, first-level
divisions and neighbourhoods; then each candidate is scored by size, kind, the votes of the *other* names, the story's
countries, and, above all, by the region or country that stands in apposition. Linear in the number of mentions.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import TypeVar

from onrecord.claims.beside import holders, neighbour
from onrecord.claims.capitals import lexicon
from onrecord.claims.gazetteer import Entry, Gazetteer, distance
from onrecord.claims.lexicon import table
from onrecord.claims.mention import Mention
from onrecord.records import Extent

CANDIDATES = 30
"""The heaviest namesakes that are looked at, besides those in a country or region that the text names."""
ROUNDS = 2
"""How often votes and scores are computed in turn."""
APART = 50.0
"""Two candidates nearer than this, in km, are no dilemma."""

BESIDE = 40.0
"""A candidate nearer than this, in km, to what the text says it is near is the one meant."""
UNTOLD = 300
"""How many people a village has of which that is not known."""
KNOWN = 60_000
"""A town of fewer people is not the one meant just because its namesakes are smaller still."""

CITY = 100_000
"""A city of so many people is meant in a story of other countries though nothing else speaks for it."""

DEEP = 450.0
"""Further than this, in km, from the middles of another country's divisions is deep in one's own."""

FAMOUS = 1_000_000
"""A city of so many people is known to every reader, though a village of the story's countries has its name."""

_SCOPE = "in a country of the story"
_SUPPORT = "with other places of the document"


@dataclass(slots=True)
class Scored:
    """A candidate with its score and the reasons for it, in words."""

    entry: Entry
    score: float
    reasons: tuple[str, ...] = ()
    held: bool = False
    """Whether it lies in the region or country that stands in apposition."""
    far: bool = False
    """Whether it lies far from what the text says it is near."""


@dataclass(slots=True, eq=False)
class Name:
    """All mentions of one folded name with one head: they have one sense in a document.

    Two senses where the text says that they lie in different regions.
    """

    candidates: list[Entry]
    head: Extent | None
    lands: set[str] = field(default_factory=set)
    holders: list[tuple[Entry, bool]] = field(default_factory=list)
    """Entries that stand in apposition, and whether they are named in full."""
    near: list[int] = field(default_factory=list)
    """Numbers of the mentions that the text says it is near."""
    beside: list[Entry] = field(default_factory=list)
    """What those names most likely are."""
    owners: frozenset[str | None] = frozenset()
    """Countries where a settlement has the name today: it is not another's that had it once."""
    famous: bool = False
    """Whether it is mainly the name of a city that every reader knows."""
    plain: list[Scored] = field(default_factory=list)
    """The candidates as they score before any votes."""
    scored: list[Scored] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)
    count: int = 1


K = TypeVar("K")


@cache
def _weight(name: str) -> float:
    return float(table("places")["weights"][name])


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
        return sum(self.cells.get((x + i, y + j), 0.0) for i in (-1, 0, 1) for j in (-1, 0, 1))


def resolve(
    text: str, mentions: Sequence[Mention], hints: Iterable[str], scope: Sequence[str], gazetteer: Gazetteer
) -> list[list[Scored]]:
    """For each mention its candidates, best first; none where its name has no entries.

    `hints` are countries that demonyms name, `scope` the countries of the story.
    """
    senses = _senses(text, mentions, set(scope))
    names = list(dict.fromkeys(filter(None, senses)))
    near = {n for c in scope for n in gazetteer.neighbours.get(c, ())}
    fixed = Counter(hints)
    for name in names:
        name.plain = [_candidate(name, entry, scope, near) for entry in name.candidates]
        _score(name, None)
    for name in names:
        name.beside = [t for i in name.near if (other := senses[i]) and (t := _town(other.scored))]
        if name.beside:
            name.plain = [_candidate(name, entry, scope, near) for entry in name.candidates]
            _score(name, None)
    for _ in range(ROUNDS):
        votes = _votes(names, fixed, mentions)
        for name in names:
            _score(name, votes)
    return [name.scored if name else [] for name in senses]


def sure(scored: Sequence[Scored]) -> bool:
    """Whether the best candidate stands out, or the runners-up lie so near that it does not matter."""
    best, *others = leading(scored)
    return not best.far and all(distance(best.entry, o.entry) < APART or _namesake(best.entry, o.entry) for o in others)


def stray(key: str, scored: Sequence[Scored], scope: Sequence[str], gazetteer: Gazetteer) -> bool:
    """Whether the best candidate is a town far from the story's countries, or a village of a common name deep in one of
    them and far from the others, for which nothing else speaks."""
    best = scored[0]
    if not scope or set(best.reasons) - {_SCOPE} or best.entry.kind != Extent.SETTLEMENT:
        return False
    if best.entry.country in scope:
        return _common(key) and best.entry.weight < 2 * CITY and _deep(best.entry, tuple(scope), gazetteer)
    near = {n for c in scope for n in gazetteer.neighbours.get(c, ())}
    return best.entry.country not in near and best.entry.weight < (FAMOUS if best.entry.other else CITY)


def _deep(entry: Entry, scope: tuple[str, ...], gazetteer: Gazetteer) -> bool:
    """Whether it lies far from the divisions of the story's other countries."""
    others = [m for c in scope if c != entry.country for m in _middles(c, gazetteer)]
    return bool(others) and min(distance(entry, m) for m in others) > DEEP


@lru_cache(maxsize=64)
def _middles(country: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    return gazetteer.middles(country)


def leading(scored: Sequence[Scored]) -> list[Scored]:
    """The best candidate and those that it does not lead by enough."""
    best = scored[0]
    return [best, *(s for s in scored[1:] if best.score - s.score < _margin(best, s))]


def _margin(best: Scored, other: Scored) -> float:
    """By how much the best must lead: further where it is small and only size speaks for it."""
    small = best.entry.kind == Extent.SETTLEMENT and best.entry.weight < KNOWN
    alone = not set(best.reasons) - {_SCOPE} or (best.held and other.held)
    return _weight("doubt") if small and alone else _weight("margin")


def _namesake(one: Entry, two: Entry) -> bool:
    """Whether one is a region or district and the other lends it its name, or lies in it."""
    near = one.division == two.division != 0 or distance(one, two) < 2 * APART
    return near and one.country == two.country and not {one.kind, two.kind}.isdisjoint((Extent.REGION, Extent.DISTRICT))


def _town(scored: Sequence[Scored]) -> Entry | None:
    """The settlement that a name most likely is: what lies beside the middle of a region is not near it."""
    return next((s.entry for s in scored if s.entry.kind == Extent.SETTLEMENT and s.entry.lat is not None), None)


def _famous(entries: Sequence[Entry]) -> bool:
    return any(e.weight >= FAMOUS and not e.other and e.kind == Extent.SETTLEMENT for e in entries[:CANDIDATES])


def _far(entry: Entry, name: Name) -> bool:
    """Whether a settlement should lie near something."""
    return bool(name.beside) and entry.kind == Extent.SETTLEMENT


def _apart(entry: Entry, other: Entry) -> float:
    """Their distance in km; a village without a point may be anywhere in its region, so hardly near."""
    if entry.lat is None and entry.division == other.division:
        return BESIDE * 0.9
    return distance(entry, other)


def _senses(text: str, mentions: Sequence[Mention], scope: set[str]) -> list[Name | None]:
    """For each mention the name that it is one of; first those of which the text says where they lie."""
    senses: list[Name | None] = [None] * len(mentions)
    known: dict[tuple[str, Extent | None], list[Name]] = {}
    held = [holders(text, mentions, i) if m.entries else [] for i, m in enumerate(mentions)]
    for i in sorted(range(len(mentions)), key=lambda i: not any(full for _, full in held[i])):
        mention = mentions[i]
        if not mention.entries:
            continue
        same = known.setdefault((mention.key, mention.head), [])
        name = _sense(same, held[i]) or _name(mention)
        if name not in same:
            same.append(name)
        senses[i] = name
        _tell(name, mention, held[i], scope)
        if (by := neighbour(text, mentions, i)) is not None:
            name.near.append(by)
    return senses


def _sense(same: Sequence[Name], held: Sequence[tuple[Entry, bool]]) -> Name | None:
    """The one of the names alike that can lie where a mention is said to lie; none where several or no one can."""
    told = [h for h, full in held if full]
    if not told:
        return same[0] if len(same) == 1 else next((n for n in same if not n.holders), None)
    return next((n for n in same if _agree(n, told)), None)


def _agree(name: Name, told: Sequence[Entry]) -> bool:
    """Whether a candidate lies both where the name's other mentions are said to lie, and in one of `told`."""
    known = [h for h, full in name.holders if full]
    inside = [e for e in name.candidates if any(_inside(e, h) for h in told)]
    return not inside or any(_inside(e, h) for e in inside for h in known)


def _name(mention: Mention) -> Name:
    owners = frozenset(e.country for e in mention.entries if e.kind == Extent.SETTLEMENT and not e.other)
    own = list(mention.entries[:CANDIDATES])
    return Name(candidates=own, head=mention.head, owners=owners, famous=_famous(mention.entries))


def _common(key: str) -> bool:
    """Whether a folded name ends as those of many villages do."""
    return key.endswith(tuple(lexicon("endings")))


def _tell(name: Name, mention: Mention, held: Sequence[tuple[Entry, bool]], scope: set[str]) -> None:
    """Add what one mention says to the name, and namesakes in the countries that it names."""
    lands = {mention.land} if mention.land else set()
    name.lands |= lands
    name.holders += held
    named = scope | lands | {h.country for h, _ in held if h.country}
    if len(mention.entries) > CANDIDATES:
        seen = set(name.candidates)
        name.candidates += [e for e in mention.entries[CANDIDATES:] if e.country in named and e not in seen]


def _cast(names: Iterable[Name]) -> Votes:
    """The votes of some names for what they may be."""
    votes = Votes()
    for name in names:
        if name.scored[0].far:
            continue
        for scored, share in zip(name.scored, name.shares, strict=True):
            votes.add(scored.entry, share)
        votes.total += 1
    return votes


def _votes(names: Iterable[Name], fixed: Mapping[str, int], mentions: Sequence[Mention]) -> Votes:
    votes = _cast(names)
    for mention in mentions:
        if mention.site and mention.site.country:
            votes.lands[mention.site.country] += 1
            votes.total += 1
    for land, count in sorted(fixed.items()):
        votes.lands[land] += min(2.0, 0.5 * count)
    return votes


def _score(name: Name, votes: Votes | None) -> None:
    scored = name.plain
    if votes is not None and votes.total > 1:
        own = _cast([name])
        scored = [_voted(s, votes, own) for s in name.plain]
    scored = sorted(scored, key=lambda s: (-s.score, -s.entry.weight, s.entry.id))
    name.scored = scored
    top = scored[0].score
    raw = [math.exp(_weight("sharpness") * (s.score - top)) for s in scored]
    name.shares = [r / sum(raw) for r in raw] if (total := sum(raw)) else [1 / total for _ in raw]


def _voted(plain: Scored, votes: Votes, own: Votes) -> Scored:
    """The candidate with what the other names of the document say for it."""
    support = _support(plain.entry, votes, own) * (1.0 if plain.entry.weight else _weight("unknown"))
    reasons = (*plain.reasons, _SUPPORT) if support > 0.2 else plain.reasons
    return replace(plain, score=plain.score + support, reasons=reasons)


def _candidate(name: Name, entry: Entry, scope: Sequence[str], near: set[str]) -> Scored:
    score = math.log10((entry.weight or UNTOLD) + 10) / 8
    reasons = []
    if entry.kind in (Extent.COUNTRY, Extent.REGION, Extent.FEATURE, Extent.DISTRICT):
        called = entry.other and entry.kind == Extent.REGION
        score += _weight("called" if called else "bare" if entry.bare else str(entry.kind))
    if entry.other and entry.kind == Extent.SETTLEMENT:
        score += _weight("other")
    if name.head is not None and (fits := _fits(name.head, entry)):
        score += fits * _weight("head")
        reasons += [f"called a {name.head}"] if fits > 0 else []
    if entry.country in scope:
        score += _weight("scope")
        reasons.append(_SCOPE)
    elif scope and entry.weight >= FAMOUS and entry.kind == Extent.SETTLEMENT:
        score += _weight("famous")
    if entry.other and entry.country in name.owners:
        score += _weight("historic")
    if name.famous and entry.other and entry.kind == Extent.SETTLEMENT and entry.weight < KNOWN:
        score += _weight("dwarfed")
    if entry.country in near and entry.country not in scope:
        score += _weight("neighbour")
    if entry.country in name.lands:
        score += _weight("demonym")
        reasons.append(f"called {entry.country} just before")
    if held := [(h, full) for h, full in name.holders if _inside(entry, h)]:
        score += _weight("apposition") * (1.0 if any(full for _, full in held) else 0.3)
        reasons.append(f"named with {held[0][0].name}")
    if by := [(d, b) for b in name.beside if (d := _apart(entry, b)) < BESIDE]:
        score += _weight("beside") * (2 - min(d for d, _ in by) / BESIDE)
        reasons.append(f"said to be near {by[0][1].name}")
    return Scored(entry, score, tuple(reasons), bool(held), _far(entry, name) and not by)


def _support(entry: Entry, votes: Votes, own: Votes) -> float:
    """What the votes say for an entry, less those `own` that its name cast itself, for it and for its namesakes."""
    land = _part(votes.lands, own.lands, entry.country or "")
    division = _part(votes.divisions, own.divisions, entry.division) if entry.division else 0.0
    around = 1 - math.exp(-max(0.0, votes.near(entry) - own.near(entry)))
    if entry.kind == Extent.COUNTRY:  # it is as near to its places as their own region
        division = around = land
    elif entry.kind == Extent.REGION:
        around = max(around, division)
    return _weight("land") * land + _weight("division") * division + _weight("near") * around


def _part(votes: Mapping[K, float], own: Mapping[K, float], key: K) -> float:
    return 1 - math.exp(-max(0.0, votes.get(key, 0.0) - own.get(key, 0.0)))


def _fits(head: Extent, entry: Entry) -> float:
    """1 where the entry is of the kind that the text names, less where it is another."""
    if head in (Extent.FRONT, Extent.POINT):
        return 0.3 if entry.kind == Extent.SETTLEMENT else 0.0
    if head == entry.kind:
        return 1.0
    return 0.3 if {head, entry.kind} == {Extent.REGION, Extent.DISTRICT} else -0.3


def _inside(entry: Entry, holder: Entry) -> bool:
    if entry.id == holder.id or entry.kind == Extent.COUNTRY:
        return False
    if holder.kind == Extent.COUNTRY:
        return entry.country is not None and entry.country == holder.country
    if holder.kind == Extent.REGION and holder.division:
        return entry.division == holder.division and entry.kind != Extent.REGION
    if holder.kind == Extent.REGION:
        return entry.country == holder.country and distance(entry, holder) < 300
    return entry.division == holder.division and distance(entry, holder) < 80 and entry.kind == Extent.SETTLEMENT


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return math.floor(lat), math.floor(lon)
