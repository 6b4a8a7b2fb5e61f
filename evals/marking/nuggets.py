"""Nuggets: what a perfect briefing of the day says, and whether a system's briefing says it (Voorhees 2003)."""

from collections.abc import Iterable, Iterator

from evals.marking.align import Aligned
from evals.marking.answer import Line
from evals.marking.facts import Facts
from evals.marking.mark import Mark
from evals.scenarios.gold import Half, Nugget, Weight


def marks(aligned: Aligned, day: int, facts: Facts) -> Iterator[Mark]:
    """Recall over the day's nuggets, over the vital ones, and over all by lines together; precision over the lines.

    A line brings a nugget if it rests on claims of its event and says all its facts. It touches one if it rests on a
    claim that bears it, or on a copy of one, whatever it says.
    """
    asked, lines = aligned.key.nuggets.get(day, []), aligned.day.lines
    near = {at: concerned(aligned, line, asked) for at, line in enumerate(lines)}
    told = {(n.id, at) for at in near for n in near[at] if brought(lines[at], n, facts)}
    said = {id for id, _ in told}
    for nugget in asked:
        note = f"day {day}, {nugget.weight}: {nugget.text}"
        whole = together(lines[at] for at in near if nugget in near[at])
        yield Mark("nuggets recall", nugget.half, nugget.id in said, note)
        yield Mark("nuggets together", nugget.half, brought(whole, nugget, facts), note)
        if nugget.weight is Weight.VITAL:
            yield Mark("nuggets vital", nugget.half, nugget.id in said, note)
    lucky = {at for _, at in told}
    for at, line in enumerate(lines):
        note = f"day {day}: {line.text}"
        yield Mark("nuggets precision", Half.of(day), at in lucky, note)
        yield Mark("nuggets touched", Half.of(day), bool(borne(aligned, line, asked)), note)


def together(lines: Iterable[Line]) -> Line:
    """Several lines as one."""
    every = tuple(lines)
    pieces = tuple(p for line in every for p in line.pieces)
    return Line(
        " ".join(line.text for line in every), pieces, verdicts=tuple(v for line in every for v in line.verdicts)
    )


def brought(line: Line, nugget: Nugget, facts: Facts) -> bool:
    """Whether a line that rests on anything says all facts of a nugget. Two figures beside each other say how they
    stand."""
    figures = sum(fact.kind == "figure" for fact in nugget.facts)
    asked = [fact for fact in nugget.facts if fact.kind != "verdict" or figures < 2]
    return bool(line.pieces) and all(facts.says(line, fact) for fact in asked)


def concerned(aligned: Aligned, line: Line, asked: list[Nugget]) -> list[Nugget]:
    """The nuggets on whose events, or on whose claims, a line rests."""
    events = {aligned.key.told[c].event for c in aligned.resting(line.pieces)}
    bears = borne(aligned, line, asked)
    return [n for n in asked if n.event in events or n in bears]


def borne(aligned: Aligned, line: Line, asked: list[Nugget]) -> list[Nugget]:
    """The nuggets on whose claims, or on copies of them, a line rests."""
    resting = {aligned.key.copies(c) for c in aligned.resting(line.pieces)}
    return [n for n in asked if resting & aligned.key.bearing(n)]
