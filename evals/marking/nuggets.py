"""Nuggets: what a perfect briefing of the day says, and whether a system's briefing says it (Voorhees 2003)."""

from collections.abc import Iterator

from evals.marking.align import Aligned
from evals.marking.answer import Line
from evals.marking.facts import Facts
from evals.marking.mark import Mark
from evals.scenarios.gold import Half, Nugget, Weight


def marks(aligned: Aligned, day: int, facts: Facts) -> Iterator[Mark]:
    """Recall over the day's nuggets, and over the vital ones alone; precision over the lines.

    A line that touches a nugget rests on a claim that bears it, whatever of it the line says.
    """
    asked, lines = aligned.key.nuggets.get(day, []), aligned.day.lines
    told = {(n.id, at) for at, line in enumerate(lines) for n in brought(aligned, line, asked, facts)}
    said = {id for id, _ in told}
    for nugget in asked:
        note = f"day {day}, {nugget.weight}: {nugget.text}"
        yield Mark("nuggets recall", nugget.half, nugget.id in said, note)
        if nugget.weight is Weight.VITAL:
            yield Mark("nuggets vital", nugget.half, nugget.id in said, note)
    lucky = {at for _, at in told}
    for at, line in enumerate(lines):
        note = f"day {day}: {line.text}"
        yield Mark("nuggets precision", Half.of(day), at in lucky, note)
        yield Mark("nuggets touched", Half.of(day), any(borne(aligned, line, asked)), note)


def brought(aligned: Aligned, line: Line, asked: list[Nugget], facts: Facts) -> Iterator[Nugget]:
    """The nuggets that a line brings: it rests on a claim that bears it, or on a copy of one, and says all facts."""
    for nugget in borne(aligned, line, asked):
        if all(facts.says(line, fact) for fact in nugget.facts):
            yield nugget


def borne(aligned: Aligned, line: Line, asked: list[Nugget]) -> Iterator[Nugget]:
    """The nuggets on whose claims, or on copies of them, a line rests."""
    resting = {aligned.key.copies(c) for c in aligned.resting(line.pieces)}
    return (n for n in asked if resting & aligned.key.bearing(n))
