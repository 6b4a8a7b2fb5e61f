"""Accounts that exclude each other: the sentence and the table that set them side by side."""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations

from onrecord.briefing import house
from onrecord.briefing.credit import theirs
from onrecord.briefing.draft import Draft, standing
from onrecord.briefing.joint import ASSERTING, Counted, common, covered, differ, thing
from onrecord.briefing.lexicon import inside, line, local, nouns, words
from onrecord.briefing.pen import anonymous, link, outlet, rumour, side, speaker, voiced
from onrecord.briefing.shelf import Shelf
from onrecord.briefing.tally import moment, worded
from onrecord.briefing.unit import Unit
from onrecord.records import (
    Cell,
    Claim,
    Event,
    Extent,
    Measure,
    Number,
    Operator,
    Quantity,
    Scope,
    Table,
    Verdict,
    VerdictKind,
)

ACCOUNTS = 6
"""The most accounts that are set side by side."""
ORIGINS = 2
"""Origins that it takes for accounts to differ where one of them has no name in the story."""


@dataclass(frozen=True)
class Clash:
    """One measure on which accounts exclude each other: its rows are one claim and figure for each account."""

    verdict: Verdict
    rows: tuple[Counted, ...]
    draft: Draft


def clashes(event: Event, claims: tuple[Claim, ...], shelf: Shelf) -> tuple[Clash, ...]:
    """The conflicts of an event that can be told, in the order of its verdicts."""
    held = {c.id for c in claims}
    made = []
    for verdict in event.verdicts:
        if verdict.kind is not VerdictKind.CONFLICT or not held & set(verdict.claims):
            continue
        rows = _sound(_rows(verdict, _given(event, shelf), shelf), event, shelf)
        if not _comparable(rows, shelf) or not _heard(rows, shelf):
            continue
        told = differ(list(rows), shelf)
        if told is not None:
            made.append(Clash(verdict, rows, told))
    return tuple(made)


def _given(event: Event, shelf: Shelf) -> set[tuple[Measure, object]]:
    """The figures that somebody gives by name: an outlet that prints one of them has no account of its own."""
    told = (shelf.claims[c] for c in event.claims if c in shelf.claims)
    named = (c for c in told if voiced(c, shelf) and not rumour(c, shelf) and not anonymous(c, shelf))
    return {(q.measure, q.value) for c in named for q in c.quantities}


def _sound(rows: tuple[Counted, ...], event: Event, shelf: Shelf) -> tuple[Counted, ...]:
    """The accounts without one that its speaker contradicts: whose 94 are launched in most reports, and 81 of them shot
    down, does not count 94 shot down."""
    told = [shelf.claims[c] for c in event.claims if c in shelf.claims]

    def reports(claim: Claim, measure: Measure, thing: str | None) -> Counter[Number]:
        own = {
            (c.document, q.value)
            for c in told
            for q in c.quantities
            if (q.measure, q.object) == (measure, thing) and speaker(c, shelf) == speaker(claim, shelf) and q.value
        }
        return Counter(value for _, value in own)

    def misread(claim: Claim, count: Quantity) -> bool:
        value, thing = count.value or 0, count.object
        own = reports(claim, count.measure, thing)
        others = (reports(claim, m, thing)[value] for m in Measure if m is not count.measure)
        return len(own) > 1 and max(others) > own[value]

    return tuple((c, q) for c, q in rows if not misread(c, q))


def _passed(quantity: Quantity, given: set[tuple[Measure, object]]) -> bool:
    """Whether an outlet's own figure is no account: somebody gives it by name, or it counts people, as it was told."""
    return quantity.measure in words().moving or (quantity.measure, quantity.value) in given


def _heard(rows: tuple[Counted, ...], shelf: Shelf) -> bool:
    """Whether accounts go back to two: offices of one side may differ, but none of them with whom a report cites; and
    they are more than outlets' own words, which may be of two hours."""
    told = tuple(c for c, _ in rows)
    if all(rumour(c, shelf) for c in told):
        return False
    return len(standing(told, shelf)) >= ORIGINS or not any(anonymous(c, shelf) for c in told)


def _comparable(rows: tuple[Counted, ...], shelf: Shelf) -> bool:
    """Whether accounts may be of one thing: people must not have been counted in places of which two have none in
    common, nor in several places and in one of them; and two who fight each other, for each counts at home, must both
    name one."""
    people = any(q.measure in words().moving for _, q in rows)
    return not people or all(_together(a, b, shelf) for (a, _), (b, _) in combinations(rows, 2))


def _together(one: Claim, other: Claim, shelf: Shelf) -> bool:
    """Whether two counts of people may be of one place."""
    here, there = _grounds(one), _grounds(other)
    if here and there:
        return bool(here & there) and (len(here) > 1) == (len(there) > 1)
    sides = {p.name for c in (one, other) if c.speaker and (p := shelf.party(c.speaker.side)) and p.belligerent}
    return len(sides) < 2


def _grounds(claim: Claim) -> set[str]:
    """The regions of the places of a claim, and those that lie in none; no countries."""
    fine = [p for p in claim.places if p.precision not in (Extent.COUNTRY, Extent.UNKNOWN)]
    return {p.region or p.name for p in fine}


def _rows(verdict: Verdict, given: set[tuple[Measure, object]], shelf: Shelf) -> tuple[Counted, ...]:
    """Each figure once, and each account: those named first, then outlets, then those whom outlets cite.

    `given` are the figures that somebody gives by name.
    """
    known = [shelf.claims[c] for c in verdict.claims if c in shelf.claims]
    told = [
        c
        for c in known
        if voiced(c, shelf)
        and not c.debunked
        and c.stance in ASSERTING
        and _covers(c, verdict, shelf)
        and _own(c, shelf)
    ]
    told.sort(key=lambda c: (anonymous(c, shelf), c.speaker is None, shelf.published(c), c.document, c.proposition))
    found: dict[float, Counted] = {}
    heard: set[str] = set()
    for claim in told:
        quantity = next((q for q in claim.quantities if _fits(claim, q, verdict) and worded(claim, q, shelf)), None)
        if quantity is None or (rumour(claim, shelf) and _passed(quantity, given)):
            continue
        if speaker(claim, shelf) not in heard:
            found.setdefault(quantity.value or 0, (claim, quantity))
            heard.add(speaker(claim, shelf))
    rows = _latest(_alike(list(found.values())), shelf)[:ACCOUNTS]
    return tuple(
        r for r in rows if any(_excludes(r[1], o[1]) for o in rows if speaker(o[0], shelf) != speaker(r[0], shelf))
    )


def _latest(rows: list[Counted], shelf: Shelf) -> list[Counted]:
    """The accounts without counts of people that the same side raised later by another mouth."""

    def raised(claim: Claim, told: Quantity) -> bool:
        later = (q for c, q in rows if side(c, shelf) == side(claim, shelf) and after(c, claim))
        return told.measure in words().moving and any((q.value or 0) > (told.value or 0) for q in later)

    def after(claim: Claim, other: Claim) -> bool:
        behind = claim.document == other.document and claim.proposition > other.proposition
        return shelf.published(claim) > shelf.published(other) or behind

    return [(c, q) for c, q in rows if not raised(c, q)]


def _alike(rows: list[Counted]) -> list[Counted]:
    """The accounts of what the plainest of them counts, or of a kind of it: missiles and ballistic ones; people, and no
    children among them."""
    plain = common(rows) if rows else ""
    return [(c, q) for c, q in rows if (own := thing(q)) == plain or own.endswith(f" {plain}")]


def _own(claim: Claim, shelf: Shelf) -> bool:
    """Whether an account is its speaker's own."""
    return theirs(Unit(claims=(claim,), spans=(claim.proposition,)), shelf)


def _excludes(left: Quantity, right: Quantity) -> bool:
    """Whether no number fits both."""
    (a, b), (c, d) = _bounds(left), _bounds(right)
    return b < c or d < a


def _bounds(quantity: Quantity) -> tuple[float, float]:
    exact = quantity.operator is Operator.EXACT
    low, high = (quantity.value, quantity.value) if exact else (quantity.low, quantity.high)
    return (float("-inf") if low is None else low, float("inf") if high is None else high)


def _covers(claim: Claim, verdict: Verdict, shelf: Shelf) -> bool:
    """Whether a claim speaks of the verdict's place: of the whole only where it points to no other ("there")."""
    return verdict.place is not None or not local(house.plain(shelf.words(claim, claim.proposition)))


def _fits(claim: Claim, quantity: Quantity, verdict: Verdict) -> bool:
    """Whether a figure is one of a verdict's accounts. That nobody died is an answer, told in its words."""
    place = covered(claim, quantity)
    whole = quantity.measure == verdict.measure and place == verdict.place
    worded = quantity.operator in words().operators and nouns(quantity) is not None
    none = quantity.value == 0 and quantity.measure in words().moving
    counts = worded and quantity.value is not None and not none
    return whole and counts and (place is not None or quantity.scope is not Scope.PART)


def table(found: tuple[Clash, ...], event: Event, shelf: Shelf) -> Table:
    """One table for an event's conflicts: the accounts are columns, what is counted rows."""
    heads = list(dict.fromkeys(label(c, shelf) for clash in found for c, _ in clash.rows))
    rows = tuple(_row(clash, heads, shelf) for clash in found)
    first = common(found[0].rows)
    claims = tuple(c for clash in found for c, _ in clash.rows)
    caption = house.capital(f"{first}{moment(claims, shelf)}, by account")
    return Table(caption=caption, head=("Counted", *heads), rows=rows, note=_note(event, found, shelf), event=event.id)


def _row(clash: Clash, heads: list[str], shelf: Shelf) -> tuple[Cell, ...]:
    claim, quantity = clash.rows[0]
    place = covered(claim, quantity) or "in all"
    cells = [Cell(text=house.capital(f"{common(clash.rows)}, {place}"))]
    for head in heads:
        told = [(c, q) for c, q in clash.rows if label(c, shelf) == head]
        cells.append(_cell(told, shelf))
    return tuple(cells)


def _cell(told: list[tuple[Claim, Quantity]], shelf: Shelf) -> Cell:
    if not told:
        return Cell(text="–")
    texts = [f"{words().operators[q.operator]} {house.digits(q.value or 0)}".strip() for _, q in told]
    year = shelf.day.year
    notes = [house.timed(shelf.published(c).astimezone(shelf.story.zone), year) for c, _ in told]
    evidence = tuple(dict.fromkeys(shelf.evidence(c, c.proposition) for c, _ in told))
    return Cell(text=" / ".join(dict.fromkeys(texts)), note="; ".join(dict.fromkeys(notes)), evidence=evidence)


def label(claim: Claim, shelf: Shelf) -> str:
    """The account's name as a column: who is heard, and which outlet carries it where that is not their own channel."""
    source, name = shelf.source(claim), speaker(claim, shelf)
    if name in (source.name, source.speaker):
        return house.capital(name)
    if anonymous(claim, shelf):
        return house.capital(f"{outlet(claim, shelf)}, citing {inside(name)}")
    party = claim.speaker.side if claim.speaker else None
    if party is not None and source.party == party:
        return house.capital(name)
    return house.capital(f"{name}, as carried by {link(claim, shelf) or outlet(claim, shelf)}")


def _note(event: Event, found: tuple[Clash, ...], shelf: Shelf) -> str:
    """Why this is a conflict, and what it is not compared with."""
    said = [line("conflict")]
    measures = {c.verdict.measure for c in found}
    sides = {c.speaker.side if c.speaker else None for clash in found for c, _ in clash.rows}
    taken = {c.id for clash in found for c, _ in clash.rows}
    for verdict in event.verdicts:
        if verdict.kind is VerdictKind.DIFFERENT and verdict.measure in measures:
            said += [s for c in verdict.claims if c not in taken for s in [_apart(c, verdict, sides, shelf)] if s]
    return " ".join(dict.fromkeys(said[:3]))


def _apart(claim: str, verdict: Verdict, sides: set[str | None], shelf: Shelf) -> str | None:
    if claim not in shelf.claims or anonymous(shelf.claims[claim], shelf):
        return None
    told = shelf.claims[claim]
    quantity = next((q for q in told.quantities if q.measure == verdict.measure and q.value is not None), None)
    party = told.speaker.side if told.speaker else None
    if quantity is None or nouns(quantity) is None or party is None or party in sides:
        return None
    objects = (nouns(quantity) or ("", ""))[1]
    return line("different", number=house.digits(quantity.value or 0), who=speaker(told, shelf), objects=objects)
