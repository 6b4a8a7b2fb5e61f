"""Accounts set side by side: one of something else put in, one of them left out, each with evidence and tags to fit."""

from collections.abc import Callable, Iterator

import msgspec
from evals.mutations.apart import Apart, Counted, counted
from evals.mutations.forge import Case, Data, Mutant, at, swap
from evals.mutations.parts import made

from onrecord.briefing import house, joint
from onrecord.briefing.conflicts import label
from onrecord.briefing.lexicon import words
from onrecord.briefing.pen import Pen
from onrecord.records import Cell, Claim, Table


def mutants(case: Case, apart: Apart) -> Iterator[Mutant]:
    """All of them."""
    yield from _accounts(case)
    for i, section in enumerate(case.briefing.sections):
        for t, table in enumerate(section.tables):
            held = _held(table, case)
            for claim, q in counted(case):
                if held and all(apart.accounts(claim, c, q.measure) for c in held):
                    yield from _beside(("sections", i, "tables", t), table, (claim, q), case)


def _held(table: Table, case: Case) -> list[Claim]:
    """The claims that a table's cells stand on."""
    evidence = [e for row in table.rows for cell in row for e in cell.evidence]
    return [c for e in evidence for c in case.shelf.of(e.document) if c.proposition == e.span]


def _beside(path: tuple[str | int, ...], table: Table, other: Counted, case: Case) -> Iterator[Mutant]:
    """A count of something else put into a column of its own, or into the cell of the same account."""
    claim, q = other
    bare = house.capital(f"{joint.thing(q)}, {joint.covered(claim, q) or 'in all'}")
    said = f"{words().operators[q.operator]} {house.digits(q.value or 0)}".strip()
    clock = house.timed(case.shelf.published(claim).astimezone(case.story.zone), case.briefing.day.year)
    cell = Cell(text=said, note=clock, evidence=(case.shelf.evidence(claim, claim.proposition),))
    head = label(claim, case.shelf)
    for y in (y for y, row in enumerate(table.rows) if row[0].text == bare):
        if head in table.head:
            change = _stacked(path, table.head.index(head), y, cell)
            yield Mutant("figure of another thing added to a cell", table.caption, "", f"{head}: {said}", change)
        else:
            change = _column(path, head, y, cell)
            yield Mutant("side of another thing added to a table", table.caption, "", f"{head}: {said}", change)


def _stacked(path: tuple[str | int, ...], x: int, row: int, cell: Cell) -> Callable[[Data], None]:
    """The change that adds a second figure to a cell of the same account."""

    def change(data: Data) -> None:
        here = at(data, path)["rows"][row][x]
        here["text"] = f"{here['text']} / {cell.text}"
        here["note"] = f"{here['note']}; {cell.note}"
        here["evidence"] += msgspec.to_builtins(cell.evidence)

    return change


def _column(path: tuple[str | int, ...], head: str, row: int, cell: Cell) -> Callable[[Data], None]:
    def change(data: Data) -> None:
        table = at(data, path)
        table["head"].append(head)
        for y, cells in enumerate(table["rows"]):
            cells.append(msgspec.to_builtins(cell if y == row else Cell(text="–")))

    return change


def _accounts(case: Case) -> Iterator[Mutant]:
    """An account left out of a sentence that sets accounts side by side, with its evidence and its lock."""
    for i, section in enumerate(case.briefing.sections):
        for n, sentence in enumerate(section.sentences):
            if not sentence.text.startswith("Accounts of ") or len(sentence.claims) < 3:
                continue
            for gone in sentence.claims:
                claims = [case.shelf.claims[c] for c in sentence.claims if c != gone]
                rows = [(c, q) for c in claims for q in c.quantities if f" of {joint.thing(q)}" in sentence.text]
                draft = joint.differ(rows, case.shelf)
                text = (
                    draft.words(Pen(case.shelf, {o.name for p in case.story.parties for o in p.people}))
                    if draft
                    else None
                )
                made_ = made(draft, text, sentence.event or "", section.name, case) if draft and text else None
                if made_ is not None:
                    path = ("sections", i, "sentences", n)
                    yield swap("side left out of a conflict", sentence.text, path, sentence.text, made_, sealed=True)
