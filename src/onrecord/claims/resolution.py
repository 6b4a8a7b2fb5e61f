"""Mentions of a document -> which of its namesakes each one is: votes of the whole document, and what stands beside it.

Toponym resolution by one sense per document: every name spreads a vote over its candidates' countries, first-level
divisions and neighbourhoods; then each candidate is scored by size, kind, the votes of the *other* names, the story's
countries, and, above all, by the region or country that stands in apposition. Linear in the number of mentions.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from onrecord.claims.gazetteer import Entry, Gazetteer
from onrecord.claims.lexicon import table
from onrecord.claims.toponyms import Mention
from onrecord.records import Extent

CANDIDATES = 30
"""The heaviest namesakes that are looked at, besides those in a country or region that the text names."""
ROUNDS = 2
"""How often votes and scores are computed in turn."""
APART = 50.0
"""Two candidates nearer than this, in km, are no dilemma."""

KNOWN = 50_000
"""A town of fewer people is not the one meant just because its namesakes are smaller still."""

FAMOUS = 1_000_000
"""A city of so many people is known to every reader, though a village of the story's countries has its name."""

_SCOPE = "in a country of the story"
_APPOSED = re.compile(
    r"(?:,? (?:in|of|near)|,| \()? ?(?:(?:\w+ern|central|occupied|\w*-occupied|rural|upstate|the) ){0,3}"
)
_LISTED = re.compile(r",? (?:and|or) |, ")


@dataclass(slots=True)
class Scored:
    """A candidate with its score and the reasons for it, in words."""

    entry: Entry
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(slots=True)
class Name:
    """All mentions of one folded name with one head: they have one sense in a document."""

    candidates: list[Entry]
    head: Extent | None
    lands: set[str] = field(default_factory=set)
    holders: list[tuple[Entry, bool]] = field(default_factory=list)
    """Entries that stand in apposition, and whether they are named in full."""
    plain: list[Scored] = field(default_factory=list)
    """The candidates as they score before any votes."""
    scored: list[Scored] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)
    count: int = 1


Key = tuple[str, Extent | None]


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
        if entry.lat is not None and entry.lon is not None and entry.kind != Extent.COUNTRY:
            self.cells[_cell(entry.lat, entry.lon)] += share

    def near(self, entry: Entry) -> float:
        """The votes for the cell of an entry and the eight around it."""
        if entry.lat is None or entry.lon is None:
            return 0.0
        x, y = _cell(entry.lat, entry.lon)
        return sum(self.cells.get((x + i, y + j), 0.0) for i in (-1, 0, 1) for j in (-1, 0, 1))


def resolve(
    text: str, mentions: Sequence[Mention], hints: Iterable[str], scope: Sequence[str], gazetteer: Gazetteer
) -> dict[Key, list[Scored]]:
    """For each (folded name, head) its candidates, best first.

    `hints` are countries that demonyms name, `scope` the countries of the story. A name without entries is left out.
    """
    names = _names(text, mentions, set(scope))
    near = {n for c in scope for n in gazetteer.neighbours.get(c, ())}
    fixed = Counter(hints)
    for name in names.values():
        name.plain = [_candidate(name, entry, scope, near) for entry in name.candidates]
        _score(name, None)
    for _ in range(ROUNDS):
        votes = _votes(names.values(), fixed, mentions)
        for name in names.values():
            _score(name, votes)
    return {key: name.scored for key, name in names.items()}


def sure(scored: Sequence[Scored]) -> bool:
    """Whether the best candidate stands out, or the runners-up lie so near that it does not matter."""
    best = scored[0]
    rivals = (s.entry for s in scored[1:] if best.score - s.score < margin(best))
    return all(distance(best.entry, r) < APART or _namesake(best.entry, r) for r in rivals)


def margin(best: Scored) -> float:
    """By how much the best must lead: further where it is small and size alone speaks for it."""
    alone = not set(best.reasons) - {_SCOPE} and best.entry.weight < KNOWN
    return _weight("doubt") if alone and best.entry.kind == Extent.SETTLEMENT else _weight("margin")


def _namesake(one: Entry, two: Entry) -> bool:
    """Whether the two are a region and the town that it is called after, or that town and the region around it."""
    near = one.division == two.division != 0 or distance(one, two) < 2 * APART
    return near and one.country == two.country and Extent.REGION in (one.kind, two.kind)


def distance(one: Entry, two: Entry) -> float:
    """Great-circle distance in km; infinite where either has no point."""
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return math.inf
    a, b = math.radians(one.lat), math.radians(two.lat)
    across = math.sin((b - a) / 2) ** 2
    along = math.sin(math.radians(two.lon - one.lon) / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(min(1.0, across + math.cos(a) * math.cos(b) * along)))


def _names(text: str, mentions: Sequence[Mention], scope: set[str]) -> dict[Key, Name]:
    names: dict[Key, Name] = {}
    for i, mention in enumerate(mentions):
        if not mention.entries:
            continue
        name = names.setdefault(
            (mention.key, mention.head), Name(candidates=list(mention.entries[:CANDIDATES]), head=mention.head)
        )
        lands = {mention.land} if mention.land else set()
        holders = _holders(text, mentions, i)
        name.lands |= lands
        name.holders += holders
        named = scope | lands | {h.country for h, _ in holders if h.country}
        if len(mention.entries) > CANDIDATES:
            seen = set(name.candidates)
            name.candidates += [e for e in mention.entries[CANDIDATES:] if e.country in named and e not in seen]
    return names


def _holders(text: str, mentions: Sequence[Mention], i: int) -> list[tuple[Entry, bool]]:
    """The regions and countries in apposition to mention i: "Sudzha, Kursk region", "Lexington, Ky."."""
    if i + 1 >= len(mentions):
        return []
    one, two = mentions[i], mentions[i + 1]
    between = text[one.end : two.start]
    if one.word:
        between = between.removeprefix(f" {one.word}")
    if len(between) > 40 or not _APPOSED.fullmatch(between):
        return []
    after = text[two.end : two.end + 5]
    listed = bool(_LISTED.match(after)) and between == ", " and " and" in text[two.end : two.end + 40]
    large = (Extent.REGION, Extent.COUNTRY, Extent.DISTRICT)
    return [(e, (not e.bare and not listed) or two.head == e.kind) for e in two.entries[:CANDIDATES] if e.kind in large]


def _votes(names: Iterable[Name], fixed: Mapping[str, int], mentions: Sequence[Mention]) -> Votes:
    votes = Votes()
    for name in names:
        for scored, share in zip(name.scored, name.shares, strict=True):
            votes.add(scored.entry, share)
        votes.total += 1
    for mention in mentions:
        if mention.site and mention.site.country:
            votes.lands[mention.site.country] += 1
            votes.total += 1
    for land, count in sorted(fixed.items()):
        votes.lands[land] += min(2.0, 0.5 * count)
    return votes


def _score(name: Name, votes: Votes | None) -> None:
    own = {s.entry.id: share for s, share in zip(name.scored, name.shares, strict=True)}
    counts = votes is not None and votes.total > 1
    scored = [_voted(s, votes, own.get(s.entry.id, 0.0)) if votes and counts else s for s in name.plain]
    scored.sort(key=lambda s: (-s.score, -s.entry.weight, s.entry.id))
    name.scored = scored
    top = scored[0].score
    raw = [math.exp(_weight("sharpness") * (s.score - top)) for s in scored]
    name.shares = [r / sum(raw) for r in raw] if (total := sum(raw)) else [1 / total for _ in raw]


def _voted(plain: Scored, votes: Votes, own: float) -> Scored:
    """The candidate with what the other names of the document say for it."""
    support = _support(plain.entry, votes, own)
    reasons = (*plain.reasons, "with other places of the document") if support > 0.2 else plain.reasons
    return Scored(plain.entry, plain.score + support, reasons)


def _candidate(name: Name, entry: Entry, scope: Sequence[str], near: set[str]) -> Scored:
    score = math.log10(entry.weight + 10) / 8
    reasons = []
    if entry.kind in (Extent.COUNTRY, Extent.REGION, Extent.FEATURE, Extent.DISTRICT):
        score += _weight("bare") if entry.bare else _weight(str(entry.kind))
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
    if entry.country in near and entry.country not in scope:
        score += _weight("neighbour")
    if entry.country in name.lands:
        score += _weight("demonym")
        reasons.append(f"called {entry.country} just before")
    if held := [(h, full) for h, full in name.holders if _inside(entry, h)]:
        score += _weight("apposition") * (1.0 if any(full for _, full in held) else 0.3)
        reasons.append(f"named with {held[0][0].name}")
    return Scored(entry, score, tuple(reasons))


def _support(entry: Entry, votes: Votes, own: float) -> float:
    def part(value: float) -> float:
        return 1 - math.exp(-max(0.0, value - own))

    land = part(votes.lands.get(entry.country or "", own))
    division = part(votes.divisions.get(entry.division, own)) if entry.division else 0.0
    around = part(votes.near(entry))
    if entry.kind == Extent.COUNTRY:  # it is as near to its places as their own region
        division = around = land
    elif entry.kind == Extent.REGION:
        around = max(around, division)
    return _weight("land") * land + _weight("division") * division + _weight("near") * around


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
