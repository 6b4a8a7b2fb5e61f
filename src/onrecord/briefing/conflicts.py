"""Accounts that exclude each other: the sentence and the table that set them side by side."""

from dataclasses import dataclass

from onrecord.briefing import house
from onrecord.briefing.draft import Draft
from onrecord.briefing.joint import differ, thing
from onrecord.briefing.lexicon import line, nouns, words
from onrecord.briefing.pen import anonymous, link, speaker, voiced
from onrecord.briefing.shelf import Shelf
from onrecord.briefing.tally import moment
from onrecord.records import Cell, Claim, Event, Quantity, Table, Verdict, VerdictKind


@dataclass(frozen=True)
class Clash:
    """One measure on which accounts exclude each other: its rows are one claim and figure for each account."""

    verdict: Verdict
    rows: tuple[tuple[Claim, Quantity], ...]
    draft: Draft


def clashes(event: Event, claims: tuple[Claim, ...], shelf: Shelf) -> tuple[Clash, ...]:
    """The conflicts of an event that can be told, in the order of its verdicts."""
    held = {c.id for c in claims}
    made = []
    for verdict in event.verdicts:
        if verdict.kind is not VerdictKind.CONFLICT or not held & set(verdict.claims):
            continue
        rows = _rows(verdict, shelf)
        told = differ(list(rows), shelf)
        if told is not None:
            made.append(Clash(verdict, rows, told))
    return tuple(made)


def _rows(verdict: Verdict, shelf: Shelf) -> tuple[tuple[Claim, Quantity], ...]:
    """Each account's figure once, the earliest report of it first."""
    found: dict[tuple[str, float], tuple[Claim, Quantity]] = {}
    known = [shelf.claims[c] for c in verdict.claims if c in shelf.claims]
    for claim in sorted(known, key=lambda c: (shelf.published(c), c.document, c.proposition)):
        quantity = next((q for q in claim.quantities if _fits(q, verdict)), None)
        if quantity is None or not voiced(claim, shelf) or claim.debunked:
            continue
        found.setdefault((speaker(claim, shelf), quantity.value or 0), (claim, quantity))
    return tuple(found.values())


def _fits(quantity: Quantity, verdict: Verdict) -> bool:
    whole = quantity.measure == verdict.measure and quantity.place == verdict.place
    return (
        whole and quantity.value is not None and quantity.operator in words().operators and nouns(quantity) is not None
    )


def table(found: tuple[Clash, ...], event: Event, shelf: Shelf) -> Table:
    """One table for an event's conflicts: the accounts are columns, what is counted rows."""
    heads = list(dict.fromkeys(label(c, shelf) for clash in found for c, _ in clash.rows))
    rows = tuple(_row(clash, heads, shelf) for clash in found)
    first = found[0].rows[0][1]
    claims = tuple(c for clash in found for c, _ in clash.rows)
    caption = house.capital(f"{thing(first)}{moment(claims, shelf)}, by account")
    return Table(caption=caption, head=("Counted", *heads), rows=rows, note=_note(event, found, shelf), event=event.id)


def _row(clash: Clash, heads: list[str], shelf: Shelf) -> tuple[Cell, ...]:
    quantity = clash.rows[0][1]
    place = quantity.place or "in all"
    cells = [Cell(text=house.capital(f"{thing(quantity)}, {place}"))]
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
        return f"{source.name}, citing {name}"
    party = claim.speaker.party if claim.speaker else None
    if party is not None and source.party == party:
        return house.capital(name)
    return house.capital(f"{name}, as carried by {link(claim, shelf) or source.name}")


def _note(event: Event, found: tuple[Clash, ...], shelf: Shelf) -> str:
    """Why this is a conflict, and what it is not compared with."""
    said = [line("conflict")]
    measures = {c.verdict.measure for c in found}
    taken = {c.id for clash in found for c, _ in clash.rows}
    for verdict in event.verdicts:
        if verdict.kind is VerdictKind.DIFFERENT and verdict.measure in measures:
            said += [s for c in verdict.claims if c not in taken for s in [_apart(c, verdict, shelf)] if s]
    return " ".join(dict.fromkeys(said[:3]))


def _apart(claim: str, verdict: Verdict, shelf: Shelf) -> str | None:
    if claim not in shelf.claims or not voiced(shelf.claims[claim], shelf):
        return None
    told = shelf.claims[claim]
    quantity = next((q for q in told.quantities if q.measure == verdict.measure and q.value is not None), None)
    if quantity is None or nouns(quantity) is None:
        return None
    objects = (nouns(quantity) or ("", ""))[1]
    return line("different", number=house.digits(quantity.value or 0), who=speaker(told, shelf), objects=objects)
