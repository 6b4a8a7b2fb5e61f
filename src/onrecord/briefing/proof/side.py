"""Tables and charts against the ledger: every cell, bar, label, caption and note."""

import re

from onrecord.briefing.lexicon import inside, line, measures, nouns, words
from onrecord.briefing.proof import names, times
from onrecord.briefing.proof.count import adjective, grounded
from onrecord.briefing.proof.stack import Stack
from onrecord.briefing.proof.typed import ASSERTED, covered
from onrecord.records import Cell, Chart, Claim, Event, Evidence, Measure, Quantity, Table, VerdictKind

Row = tuple[Claim, Quantity]


def holders(evidence: tuple[Evidence, ...], stack: Stack) -> list[Claim]:
    """The claims whose proposition is exactly the evidence."""
    return [c for e in evidence for c in stack.standing.get((e.document, e.span), ())]


def table(found: Table, stack: Stack) -> str | None:
    """None if each cell is its account's own figure, and accounts in a row exclude each other; else why not.

    Its note is read against its event, by `note`.
    """
    told: list[Row] = []
    if found.head[:1] != ("Counted",) or not found.rows or len(found.head) < 3:
        return "it does not set accounts side by side"
    for row in found.rows:
        if len(row) != len(found.head) or row[0].evidence or row[0].note:
            return "a row does not fit its head"
        reason = _row(row, found.head, told, stack)
        if reason is not None:
            return reason
    time = times.common([c.moment for c, _ in told], stack.story.zone, stack.day.year)
    here = [r for r in told if r[1].measure is told[0][1].measure]
    bare = min((_bare(q) for _, q in here[: _width(found.rows[0])]), key=lambda t: (len(t), t))
    return None if found.caption == capital(f"{bare}{time}, by account") else "its caption is not what its cells count"


def _bare(quantity: Quantity) -> str:
    return measures()[quantity.measure].thing.format(objects=(nouns(quantity) or ("", "things"))[1])


def _width(row: tuple[Cell, ...]) -> int:
    """How many figures a row cites."""
    return sum(len(cell.evidence) for cell in row)


def _row(row: tuple[Cell, ...], head: tuple[str, ...], told: list[Row], stack: Stack) -> str | None:
    here: list[Row] = []
    for cell, name in zip(row[1:], head[1:], strict=True):
        if not cell.evidence:
            if (cell.text, cell.note) != ("–", ""):
                return "a cell has no evidence"
            continue
        rows = _cell(cell, name, row[0].text, stack)
        if rows is None:
            return f"the cell {cell.text} is not what {name} says"
        here += rows
    told += here
    return None if len({q.value for _, q in here}) > 1 else "the accounts of a row do not differ"


def _cell(cell: Cell, name: str, row: str, stack: Stack) -> list[Row] | None:
    if not all(stack.exact(e) for e in cell.evidence):
        return None
    rows = []
    for evidence in cell.evidence:
        fits = [
            (c, q)
            for c in holders((evidence,), stack)
            for q in c.quantities
            if _named(c, q, name, row, stack) and _amount(q) in cell.text.split(" / ")
        ]
        if not fits:
            return None
        rows += fits[:1]
    clocks = [stack.published(c).astimezone(stack.story.zone) for c, _ in rows]
    notes = [f"{t.hour:02}:{t.minute:02} on {times.printed(t.date(), stack.day.year)}" for t in clocks]
    texts = list(dict.fromkeys(_amount(q) for _, q in rows))
    return rows if cell.text == " / ".join(texts) and cell.note == "; ".join(dict.fromkeys(notes)) else None


def _named(claim: Claim, quantity: Quantity, name: str, row: str, stack: Stack) -> bool:
    own = f"{_bare(quantity)}, {covered(claim, quantity) or 'in all'}"
    plain = row[:1].lower() + row[1:]
    told = (own == plain or own.endswith(f" {plain}")) and account(claim, stack) == name
    return told and claim.stance in ASSERTED and not claim.debunked and grounded(claim, quantity, stack)


def _amount(quantity: Quantity) -> str:
    if quantity.value is None or quantity.operator not in words().operators:
        return ""
    return f"{words().operators[quantity.operator]} {times.figure(quantity.value)}".strip()


def account(claim: Claim, stack: Stack) -> str:
    """The heading of an account: who is heard, and by which outlet where that is not their own channel."""
    source, name = stack.source(claim), names.heard(claim, stack) or ""
    if name == source.name or name == source.speaker:
        return capital(name)
    if names.stranger(claim, stack):
        return capital(f"{names.outlet(claim, stack)}, citing {inside(name)}")
    if claim.speaker is not None and claim.speaker.side is not None and source.party == claim.speaker.side:
        return capital(name)
    return capital(f"{name}, as carried by {names.via(claim, stack) or names.outlet(claim, stack)}")


def note(found: Table, event: Event, stack: Stack) -> str | None:
    """None if the note says why this is a conflict, and what of the event is not compared with it; else why not."""
    cells = [
        (cell, name, row[0].text) for row in found.rows for cell, name in zip(row[1:], found.head[1:], strict=True)
    ]
    told = [r for cell, name, row in cells for r in _cell(cell, name, row, stack) or ()]
    taken, sides = {c.id for c, _ in told}, {None} | {c.speaker.side for c, _ in told if c.speaker}
    counted = {q.measure for _, q in told}
    wanted = [line("conflict")]
    for verdict in event.verdicts:
        if verdict.kind is VerdictKind.DIFFERENT and verdict.measure in counted:
            others = (stack.claims[c] for c in verdict.claims if c in stack.claims and c not in taken)
            wanted += [s for c in others if (s := _apart(c, verdict.measure, sides, stack))]
    fits = found.note == " ".join(dict.fromkeys(wanted[:3]))
    return None if fits else "its note is not why the accounts conflict, and what is not compared with them"


def _apart(claim: Claim, measure: str, sides: set[str | None], stack: Stack) -> str | None:
    quantity = next((q for q in claim.quantities if q.measure == measure and q.value is not None), None)
    who, party = names.heard(claim, stack), claim.speaker.side if claim.speaker else None
    named = nouns(quantity) if quantity else None
    if quantity is None or who is None or named is None or party in sides or names.stranger(claim, stack):
        return None
    return line("different", number=times.figure(quantity.value or 0), who=who, objects=named[1])


def chart(found: Chart, stack: Stack) -> str | None:
    """None if the bars are one account's parts, the total its whole, and the arithmetic right; else why not."""
    rows: list[Row] = []
    for bar in found.bars:
        fits = [
            (c, q)
            for c in holders(bar.evidence, stack)
            for q in c.quantities
            if q.value == bar.value and measures()[q.measure].label == bar.label and _part(c, q, stack)
        ]
        if len(bar.evidence) != 1 or not stack.exact(bar.evidence[0]) or not fits:
            return f"the bar {bar.value} is not on record as {bar.label}"
        rows.append(fits[0])
    if len(rows) < 2 or len({q.measure for _, q in rows}) != len(rows) or len({c.document for c, _ in rows}) != 1:
        return "its bars are not the parts of one account"
    return _whole(found, rows, stack)


def _part(claim: Claim, quantity: Quantity, stack: Stack) -> bool:
    whole = quantity.place is None and quantity.population is None and quantity.operator == "exact"
    return whole and claim.stance in ASSERTED and not claim.debunked and grounded(claim, quantity, stack)


def _whole(found: Chart, rows: list[Row], stack: Stack) -> str | None:
    """Whether the total is the same account's, and caption and note say what follows from it."""
    first = rows[0][0]
    who = names.heard(first, stack)
    same = [c for c in stack.claims.values() if c.document == first.document and names.heard(c, stack) == who]
    for claim in same:
        for quantity in claim.quantities:
            whole = quantity.measure is Measure.LAUNCHED and quantity.value == found.total
            if whole and _part(claim, quantity, stack) and found.caption == _caption(claim, quantity, stack):
                return None if found.note == _sum(found) else "its arithmetic is not right"
    return "its total or its caption is not on record"


def _caption(claim: Claim, quantity: Quantity, stack: Stack) -> str:
    owner = adjective(claim, quantity, stack)
    thing = (nouns(quantity) or ("", ""))[1]
    time = times.common([claim.moment], stack.story.zone, stack.day.year)
    told = f"{times.figure(quantity.value or 0)} {owner}{' ' if owner else ''}{thing} launched{time}"
    return f"{told}, by the account of {names.heard(claim, stack)}"


def _sum(found: Chart) -> str:
    total, whole = found.total or 0, sum(b.value for b in found.bars)
    parts = " + ".join(times.figure(b.value) for b in found.bars)
    name = "adds" if whole == total else "remains" if whole < total else "exceeds"
    told = {
        "parts": parts,
        "total": times.figure(total),
        "sum": times.figure(whole),
        "rest": times.figure(total - whole),
    }
    return line(name, **told)


def capital(text: str) -> str:
    """With a capital first letter."""
    return re.sub(r"^\w", lambda m: m[0].upper(), text)
