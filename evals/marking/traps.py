"""Traps: planted difficulties, and whether a system walks into them."""

from collections.abc import Iterator

from evals.marking.align import Aligned
from evals.marking.answer import Line
from evals.marking.facts import Facts
from evals.marking.key import Key
from evals.marking.mark import Mark
from evals.scenarios.gold import Fact, Trap, TrapKind


def marks(days: dict[int, Aligned], facts: Facts) -> Iterator[Mark]:
    """1 for each trap that a system keeps out of by its last day: nothing is done there that must not be done.

    Asked are traps whose documents were out by then and of which an answer can tell.
    """
    last = max(days)
    key = days[last].key
    for trap in key.book.traps:
        if not any((trap.apart, trap.together, trap.barred, trap.wrong, trap.kind is TrapKind.OFF)):
            continue
        if all(key.days[url] <= last for url in trap.urls):
            faults = [*_joined(trap, days[last]), *_told(trap, days, facts)]
            yield Mark("traps", trap.half, not faults, f"{trap.id}: {trap.must_not} {'; '.join(faults)}")


def _joined(trap: Trap, aligned: Aligned) -> Iterator[str]:
    """Events that are one and must not be; claims that are not of one event and must be."""
    for left, right in trap.apart:
        homes = [
            {id(h) for t in aligned.key.book.told if t.event == event and (h := aligned.event(t.id)) is not None}
            for event in (left, right)
        ]
        if homes[0] & homes[1]:
            yield f"{left} and {right} are in one event"
    for left, right in trap.together:
        if aligned.event(left) is None or aligned.event(left) is not aligned.event(right):
            yield f"{left} and {right} are not in one event"
            return


def _told(trap: Trap, days: dict[int, Aligned], facts: Facts) -> Iterator[str]:
    """Lines that tell what must not be told."""
    for day, aligned in days.items():
        for line in aligned.day.lines:
            if why := fault(trap, line, aligned.resting(line.pieces), aligned.key, facts):
                yield f"day {day} {why}: {line.text}"


def fault(trap: Trap, line: Line, resting: set[str], key: Key, facts: Facts) -> str:
    """What a line that rests on some labelled claims does that it must not; "" for nothing."""
    if trap.kind is TrapKind.OFF:
        return "tells it" if any(p.url in trap.urls for p in line.pieces) else ""
    if line.news and resting & {*trap.barred}:
        return "tells as news"
    of = any(key.told[c].event in trap.events for c in resting)
    wrong = [w for w in trap.wrong if of and facts.says(line, Fact(kind="figure", value=w.rpartition("=")[2]))]
    return f"says {wrong[0]}" if wrong else ""
