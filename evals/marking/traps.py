"""Traps: planted difficulties, and whether a system walks into them."""

import re
from collections.abc import Iterator

from evals.marking.align import Aligned
from evals.marking.answer import Line
from evals.marking.facts import WORDS
from evals.marking.key import Key
from evals.marking.mark import Mark
from evals.scenarios.gold import Trap, TrapKind

ANSWERED = (TrapKind.FALSE, TrapKind.RETRACTION)
"""Traps whose barred claims may be told together with what refutes or withdraws them."""


def marks(days: dict[int, Aligned]) -> Iterator[Mark]:
    """1 for each trap that a system keeps out of by its last day: nothing is done there that must not be done.

    Asked are traps whose documents were out by then and of which an answer can tell; copies have marks of their own.
    """
    last = max(days)
    key = days[last].key
    for trap in key.book.traps:
        told = any((trap.apart, trap.together, trap.barred, trap.wrong, trap.kind is TrapKind.OFF))
        if told and not trap.kind.startswith("echo-") and all(key.days[url] <= last for url in trap.urls):
            faults = [*_held(trap, days[last]), *_told(trap, days)]
            yield Mark("traps", trap.half, not faults, f"{trap.id}: {trap.must_not} {'; '.join(faults)}")


def _held(trap: Trap, aligned: Aligned) -> Iterator[str]:
    """Events that are one and must not be; claims that are not of one event and must be; figures that nobody gave."""
    for left, right in trap.apart:
        if _homes(left, aligned) & _homes(right, aligned):
            yield f"{left} and {right} are in one event"
    for left, right in trap.together:
        if aligned.event(left) is None or aligned.event(left) is not aligned.event(right):
            yield f"{left} and {right} are not in one event"
            break
    given = {f for c in trap.claims if (home := aligned.event(c)) is not None for f in home.figures}
    yield from (f"an event has {figure}" for figure in trap.wrong if figure in given)


def _homes(event: str, aligned: Aligned) -> set[int]:
    claims = (t.id for t in aligned.key.book.told if t.event == event)
    return {id(home) for c in claims if (home := aligned.event(c)) is not None}


def _told(trap: Trap, days: dict[int, Aligned]) -> Iterator[str]:
    """Lines that tell what must not be told."""
    for day, aligned in days.items():
        for line in aligned.day.lines:
            if why := fault(trap, line, aligned.resting(line.pieces), aligned.key):
                yield f"day {day} {why}: {line.text}"


def fault(trap: Trap, line: Line, resting: set[str], key: Key) -> str:
    """What a line that rests on some labelled claims does that it must not; "" for nothing."""
    if trap.kind is TrapKind.OFF:
        return "tells it" if any(p.url in trap.urls for p in line.pieces) else ""
    if line.news and resting & {*trap.barred} and not (trap.kind in ANSWERED and refuted(line)):
        return "tells as news"
    of = any(key.told[c].event in trap.events for c in resting)
    return next((f"says {figure}" for figure in line.figures if of and figure in trap.wrong), "")


def refuted(line: Line) -> bool:
    """Whether a line says that something is false or was taken back."""
    return any(re.search(form, line.text, re.IGNORECASE) for form in WORDS["refuted"]["false"])
