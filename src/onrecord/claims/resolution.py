"""Mentions of a document -> which of its namesakes each one is: votes of the whole document, and what stands beside it.

Toponym resolution by one sense per document: every name spreads a vote over its candidates' countries, first-level
divisions and neighbourhoods; then each candidate is scored by size, kind, the votes of the *other* names, the story's
countries, and, above all, by the region or country that stands in apposition. Linear in the number of mentions.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.claims.doubt import common, deep, sure
from onrecord.claims.gazetteer import Entry, Gazetteer, distance
from onrecord.claims.mention import Mention
from onrecord.claims.senses import FAMOUS, SCOPE, SUPPORT, TOWN, Scored, Sense, inside, senses, weight
from onrecord.claims.votes import Votes, cast, support, tally
from onrecord.records import Extent

ROUNDS = 2
"""How often votes and scores are computed in turn."""
BESIDE = 40.0
"""A candidate nearer than this, in km, to what the text says it is near is the one meant."""
AWAY = 150.0
"""A candidate further than this, in km, from what the text says it is near is not the one meant."""
SMALL = 50_000
"""A village of fewer people does not take from a famous city the name that it once had."""
MINOR = 20_000
"""A town of fewer people, deep in a country of the story, hardly rivals one near the story's other countries."""
UNTOLD = 300
"""How many people a village has of which that is not known."""


def resolve(
    text: str, mentions: Sequence[Mention], hints: Iterable[str], scope: Sequence[str], gazetteer: Gazetteer
) -> list[list[Scored]]:
    """For each mention its candidates, best first; none where its name has no entries.

    `hints` are countries that demonyms name, `scope` the countries of the story.
    """
    told = senses(text, mentions, set(scope))
    names = list(dict.fromkeys(filter(None, told)))
    near = {n for c in scope for n in gazetteer.neighbours.get(c, ())}
    fixed = Counter(hints)
    told_apart = (n for n in names if not common(n.key))
    remote = {e for n in told_apart for e in _remote(n.candidates, tuple(scope), gazetteer)}
    for name in names:
        name.plain = [_candidate(name, entry, scope, near, remote) for entry in name.candidates]
        _score(name, None)
    for name in names:
        _set(name, [other for i in name.near if (other := told[i])])
        if name.beside:
            name.plain = [_candidate(name, entry, scope, near, remote) for entry in name.candidates]
            _score(name, None)
    for last in range(1, ROUNDS + 1):
        votes = tally(names, fixed, mentions)
        for name in names:
            if last == ROUNDS or len(name.plain) > 1:  # the share of an only candidate is one, whatever it scores
                _score(name, votes)
    return [name.scored if name else [] for name in told]


def _set(name: Sense, others: Sequence[Sense]) -> None:
    """Take what the text says a name is near, as those others most likely are."""
    name.beside = [town for other in others if (town := _town(other.scored))]
    name.placed = all(sure(other.scored) for other in others)


def _score(name: Sense, votes: Votes | None) -> None:
    scored = name.plain
    if votes is not None and votes.total > 1:
        own = cast([name])
        scored = [_voted(name, s, votes, own) for s in name.plain]
    scored = sorted(scored, key=lambda s: (-s.score, -s.entry.weight, s.entry.id))
    name.scored = scored
    top = scored[0].score
    raw = [math.exp(weight("sharpness") * (s.score - top)) for s in scored]
    name.shares = [r / sum(raw) for r in raw] if (total := sum(raw)) else [1 / total for _ in raw]


def _voted(name: Sense, plain: Scored, votes: Votes, own: Votes) -> Scored:
    """The candidate with what the other names of the document say for it."""
    full = more = support(plain.entry, votes, own)
    if name.town and not plain.entry.weight:
        more *= weight("unknown")
    reasons = (*plain.reasons, SUPPORT) if more > 0.2 else plain.reasons
    return replace(plain, score=plain.score + more, most=plain.score + full, reasons=reasons)


def _remote(entries: Sequence[Entry], scope: tuple[str, ...], gazetteer: Gazetteer) -> set[Entry]:
    """Small towns deep in a country of the story, far from its others, where a larger one of the name is not."""
    towns = [e for e in entries if e.country in scope and e.kind == Extent.SETTLEMENT and e.lat is not None]
    if len(towns) < 2 or all(t.weight >= MINOR for t in towns):
        return set()
    most = max((t.weight for t in towns if t.weight >= TOWN and not deep(t, scope, gazetteer)), default=0)
    return {t for t in towns if t.weight < min(most, MINOR) and deep(t, scope, gazetteer)}


def _candidate(name: Sense, entry: Entry, scope: Sequence[str], near: set[str], remote: set[Entry]) -> Scored:
    score = math.log10((entry.weight or UNTOLD) + 10) / 8
    reasons = []
    if entry.kind in (Extent.COUNTRY, Extent.REGION, Extent.FEATURE, Extent.DISTRICT):
        called = entry.other and entry.kind == Extent.REGION
        score += weight("called" if called else "bare" if entry.bare else str(entry.kind))
    if entry.other and entry.kind == Extent.SETTLEMENT:
        score += weight("other")
    if name.head is not None and (fits := _fits(name.head, entry)):
        score += fits * weight("head")
        reasons += [f"called a {name.head}"] if fits > 0 else []
    if entry.country in scope:
        score += weight("scope") + (weight("remote") if entry in remote else 0.0)
        reasons.append(SCOPE)
    elif scope and entry.weight >= FAMOUS and entry.kind == Extent.SETTLEMENT:
        score += weight("famous")
    if entry.other and entry.country in name.owners:
        score += weight("historic")
    if name.famous and entry.other and entry.kind == Extent.SETTLEMENT and entry.weight < SMALL:
        score += weight("dwarfed")
    if entry.country in near and entry.country not in scope:
        score += weight("neighbour")
    if entry.country in name.lands:
        score += weight("demonym")
        reasons.append(f"called {entry.country} just before")
    if held := [(h, full) for h, full in name.holders if inside(entry, h)]:
        score += weight("apposition") * (1.0 if any(full for _, full in held) else 0.3)
        reasons.append(f"named with {held[0][0].name}")
    if by := [(d, b) for b in name.beside if (d := _apart(entry, b)) < BESIDE]:
        score += weight("beside") * (2 - min(d for d, _ in by) / BESIDE)
        reasons.append(f"said to be near {by[0][1].name}")
    return Scored(entry, score, tuple(reasons), held=bool(held), far=_far(entry, name))


def _fits(head: Extent, entry: Entry) -> float:
    """1 where the entry is of the kind that the text names, less where it is another."""
    if head in (Extent.FRONT, Extent.POINT):
        return 0.3 if entry.kind == Extent.SETTLEMENT else 0.0
    if head == entry.kind:
        return 1.0
    return 0.3 if {head, entry.kind} == {Extent.REGION, Extent.DISTRICT} else -0.3


def _town(scored: Sequence[Scored]) -> Entry | None:
    """The settlement that a name most likely is: what lies beside the middle of a region is not near it."""
    return next((s.entry for s in scored if s.entry.kind == Extent.SETTLEMENT and s.entry.lat is not None), None)


def _far(entry: Entry, name: Sense) -> bool:
    """Whether a settlement lies far from all that the text says it is near, where it is sure where that lies."""
    away = name.placed and bool(name.beside) and entry.kind == Extent.SETTLEMENT
    return away and all(_apart(entry, b) > AWAY for b in name.beside)


def _apart(entry: Entry, other: Entry) -> float:
    """Their distance in km; a village without a point may be anywhere in its region, so hardly near."""
    if entry.lat is None and entry.division == other.division:
        return BESIDE * 0.9
    return distance(entry, other)
