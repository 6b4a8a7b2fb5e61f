"""Repeats: lines told as the day's news of which nothing is new."""

from collections.abc import Iterator

from evals.marking.align import Aligned
from evals.marking.mark import Mark
from evals.marking.nuggets import borne
from evals.scenarios.gold import Half


def marks(days: dict[int, Aligned]) -> Iterator[Mark]:
    """1 for each line of news that rests on nothing fresh, though its event was told as news on an earlier day.

    Asked are the lines that rest on labelled claims of events, from the second day on.
    """
    before: set[str] = set()
    for day in sorted(days):
        aligned, told = days[day], set[str]()
        for line in aligned.day.lines:
            key = aligned.key
            events = {key.told[c].event for c in aligned.resting(line.pieces)} - {""}
            if not line.news or not events:
                continue
            told |= events
            fresh = any(n.fresh for n in borne(aligned, line, key.nuggets.get(day, [])))
            if before:
                known = events <= before and not fresh
                yield Mark("repeats", Half.of(day), known, f"day {day}, of {', '.join(sorted(events))}: {line.text}")
        before |= told
