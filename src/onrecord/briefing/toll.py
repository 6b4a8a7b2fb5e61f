"""One speaker's figures in the house's words: "13 people, two of them children, were killed and 46 wounded in Vell"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.briefing import house
from onrecord.briefing.credit import theirs
from onrecord.briefing.draft import Draft
from onrecord.briefing.lexicon import measures, nouns, words
from onrecord.briefing.pen import Pen, anonymous, rumour, speaker, verb, voiced
from onrecord.briefing.shelf import Shelf
from onrecord.briefing.tally import moment, worded
from onrecord.briefing.unit import Unit
from onrecord.records import Claim, Event, Extent, Measure, PlaceRole, Quantity, Scope, Stance

COUNTED = (
    Measure.KILLED,
    Measure.WOUNDED,
    Measure.MISSING,
    Measure.AFFECTED,
    Measure.DAMAGED,
    Measure.DESTROYED,
    Measure.ENGAGEMENTS,
)
"""What a toll tells, in this order; at the most two of them."""
MOST = 2
SCOPES = (Scope.WHOLE, Scope.DAILY)

_BESIDE = re.compile(r"\b(?:near|outside|off|towards?|beyond) (?:the )?$")
"""What stands before a place beside which something happened."""


@dataclass(frozen=True)
class Line:
    """One figure, the claim that it stands in, and the part of it that is told beside it."""

    claim: Claim
    quantity: Quantity
    part: Quantity | None = None


@dataclass(frozen=True)
class Toll:
    """What one speaker counted, where, and the claim that names the place."""

    lines: tuple[Line, ...]
    place: str
    placed: Claim

    @property
    def values(self) -> set[object]:
        """The numbers that it tells."""
        return {q.value for line in self.lines for q in (line.quantity, line.part) if q is not None}

    @property
    def first(self) -> set[object]:
        """The number that it tells first, with its part."""
        line = self.lines[0]
        return {q.value for q in (line.quantity, line.part) if q is not None}

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that it rests on, once each: figures first, then the place."""
        return tuple({c.id: c for c in (*(line.claim for line in self.lines), self.placed)}.values())


def tolls(event: Event, claims: Iterable[Claim], shelf: Shelf) -> tuple[Toll, ...]:
    """The newest and fullest toll of each speaker of the claims, in the order in which the speakers come.

    One that another speaker of the same party has since counted anew is left out: they are not independent.
    """
    by: dict[str, list[Claim]] = {}
    for claim in claims:
        if plain(claim, shelf):
            by.setdefault(speaker(claim, shelf), []).append(claim)
    every = [shelf.claims[c] for c in event.claims if c in shelf.claims]
    made = (_toll(mine, [c for c in every if not c.debunked], shelf) for mine in by.values())
    found = [t for t in made if t is not None]
    fresh = [c for c in every if shelf.fresh(c) and not c.debunked]
    found = [t for t in found if not any(_outdated(t, other, shelf) for other in found)]
    return tuple(t for t in found if not any(_passed(t, c, shelf) for c in fresh))


def _passed(toll: Toll, claim: Claim, shelf: Shelf) -> bool:
    """Whether a later claim of the same party, by whoever of it, counts more of what the toll tells first."""
    line = toll.lines[0]
    party, theirs_ = (c.speaker.party if c.speaker else None for c in (line.claim, claim))
    later = party is not None and party == theirs_ and shelf.published(claim) > shelf.published(line.claim)
    same = (q.value for q in claim.quantities if q.measure is line.quantity.measure and q.subset_of is None)
    there = settlements(claim, shelf) <= {toll.place}
    return (
        later and there and claim.stance is Stance.ASSERTED and any((v or 0) > (line.quantity.value or 0) for v in same)
    )


def _outdated(toll: Toll, other: Toll, shelf: Shelf) -> bool:
    """Whether another toll is the later count of the same people by the same party."""
    old, new = toll.lines[0], other.lines[0]
    parties = {line.claim.speaker.party if line.claim.speaker else None for line in (old, new)}
    same = old.quantity.measure == new.quantity.measure and toll.place == other.place and len(parties) == 1
    later = shelf.published(new.claim) > shelf.published(old.claim) and old.quantity.value != new.quantity.value
    return same and later and None not in parties


def plain(claim: Claim, shelf: Shelf) -> bool:
    """Whether a claim may enter a toll: a named speaker's own assertion, without hedge or chain."""
    said = (used := verb(claim, shelf)) is not None and used.print in ("said", "reported", "wrote")
    known = voiced(claim, shelf) and not anonymous(claim, shelf) and not rumour(claim, shelf)
    bare = claim.hedge is None and not claim.attribution.chain and not claim.debunked and not claim.background
    asserted = claim.stance in (Stance.ASSERTED, Stance.UNATTRIBUTED)
    return asserted and said and known and bare and theirs(Unit(claims=(claim,), spans=(claim.proposition,)), shelf)


def _toll(claims: list[Claim], event: list[Claim], shelf: Shelf) -> Toll | None:
    """The toll of a speaker's claims on one event; None where figures or place are not plain."""
    by: dict[str, list[Claim]] = {}
    for claim in claims:
        by.setdefault(claim.document, []).append(claim)
    found = [(lines, mine) for mine in by.values() if (lines := _lines(mine, shelf))]
    newest = max((shelf.published(mine[0]), lines[0].quantity.value or 0) for lines, mine in found) if found else None
    fullest = sorted(found, key=lambda f: (len(_parts(f[0])), shelf.published(f[1][0]), f[1][0].document), reverse=True)
    for lines, _ in fullest:
        ground = _ground(lines, event, shelf)
        if ground is not None and newest is not None and lines[0].quantity.value == newest[1]:
            return Toll(lines, *ground)
    return None


def _parts(lines: tuple[Line, ...]) -> list[Quantity]:
    return [q for line in lines for q in (line.quantity, line.part) if q is not None]


def _lines(claims: list[Claim], shelf: Shelf) -> tuple[Line, ...]:
    """A line for each measure that one report of the speaker gives one figure of."""
    found: dict[Measure, list[Line]] = {}
    for claim in claims:
        for at, quantity in enumerate(claim.quantities):
            if _counts(claim, quantity, shelf) and quantity.scope in SCOPES and quantity.subset_of is None:
                part = next((q for q in claim.quantities if q.subset_of == at and _counts(claim, q, shelf)), None)
                found.setdefault(quantity.measure, []).append(Line(claim, quantity, part))
    sole = [found[m][0] for m in COUNTED if m in found and len({line.quantity.value for line in found[m]}) == 1]
    return tuple(sole[:MOST])


def _counts(claim: Claim, quantity: Quantity, shelf: Shelf) -> bool:
    """Whether the house has words for a figure, and its sentence one for what it counts."""
    people = quantity.measure in words().moving or quantity.object in words().homes
    known = quantity.measure in COUNTED and people and nouns(quantity) is not None
    known = known and quantity.operator in words().operators
    return known and bool(quantity.value) and quantity.place is None and worded(claim, quantity, shelf)


def _ground(lines: tuple[Line, ...], event: list[Claim], shelf: Shelf) -> tuple[str, Claim] | None:
    """The settlement, and the claim that names it: one of the figures' own, of its report, or of the speaker in a
    report that names it or gives one of the figures again."""
    counted = [line.claim for line in lines]
    beside = [
        c for c in event if c.document == counted[0].document and (c.speaker is None or _same(c, counted[0], shelf))
    ]
    text = f"{shelf.document(counted[0]).title}\n{shelf.document(counted[0]).text}"
    values = {(line.quantity.measure, line.quantity.value) for line in lines}
    again = {c.document for c in event if _same(c, counted[0], shelf) and values & _figures(c)}
    theirs_ = [
        c
        for c in event
        if _same(c, counted[0], shelf) and (c.document in again or any(town in text for town in settlements(c, shelf)))
    ]
    for some in (counted, beside, theirs_):
        named = {name for c in some for name in settlements(c, shelf)}
        if named:
            claim = next(c for c in some if settlements(c, shelf))
            return (named.pop(), claim) if len(named) == 1 else None
    return None


def _figures(claim: Claim) -> set[tuple[Measure, object]]:
    return {(q.measure, q.value) for q in claim.quantities if q.value is not None}


def _same(left: Claim, right: Claim, shelf: Shelf) -> bool:
    return speaker(left, shelf) == speaker(right, shelf)


def settlements(claim: Claim, shelf: Shelf) -> set[str]:
    """The settlements, or the front, in which a claim says that it happened, and not near which."""
    fine, text = (Extent.SETTLEMENT, Extent.FRONT), shelf.document(claim).text
    at = (p for p in claim.places if p.role is PlaceRole.AT and p.precision in fine)
    return {p.name for p in at if not _BESIDE.search(text, max(0, p.span.start - 24), p.span.start)}


def draft(toll: Toll) -> Draft:
    """The toll as one sentence."""
    return Draft(
        form="toll",
        claims=toll.claims,
        spans=tuple((c, c.proposition) for c in toll.claims),
        words=lambda pen: _sentence(toll, pen),
        figures=tuple(_parts(toll.lines)),
    )


def _sentence(toll: Toll, pen: Pen) -> str:
    who = house.capital(pen.who(toll.lines[0].claim))
    return f"{who} said that {body(toll, pen.shelf)}."


def body(toll: Toll, shelf: Shelf) -> str:
    """What is told after "said that"."""
    first, *rest = toll.lines
    told = _clause(first, None, shelf) + "".join(f" and {_clause(line, first, shelf)}" for line in rest)
    front = any(p.name == toll.place and p.precision is Extent.FRONT for p in toll.placed.places)
    where = f"on the {toll.place}" if front else f"in {toll.place}"
    return f"{told} {where}{moment(tuple(line.claim for line in toll.lines), shelf)}"


def _clause(line: Line, before: Line | None, shelf: Shelf) -> str:
    """ "13 people, two of them children, were killed"; after another of the same people "46 wounded"."""
    quantity, style = line.quantity, shelf.story.style
    one, many = nouns(quantity) or ("", "")
    count = house.bounded(quantity.value or 0, quantity.operator, style)
    be = "was" if quantity.value == 1 else "were"
    same = before is not None and nouns(before.quantity) == (one, many)
    thing = "" if same else f" {one if quantity.value == 1 else many}"
    part = f", {share(line.part, shelf)}," if line.part is not None else ""
    verb_ = measures()[quantity.measure].past.format(be=be)
    if same and before is not None and not part and (before.quantity.value == 1) == (quantity.value == 1):
        verb_ = verb_.removeprefix(f"{be} ")
    return f"{count}{thing}{part} {verb_}"


def share(part: Quantity, shelf: Shelf) -> str:
    """A part of a figure told beside it: "two of them children"."""
    one, many = nouns(part) or ("", "")
    count = house.bounded(part.value or 0, part.operator, shelf.story.style)
    return f"{count} of them {f'a {one}' if part.value == 1 else many}"
