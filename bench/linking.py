"""New reports linked a second, beside what is held already: in batches as they are collected, a window moving on."""

import argparse
import json
import resource
import sys
import time

from bench import claims
from onrecord.events import Thread
from onrecord.newsroom import sweep
from onrecord.records import Claim, Document, View

Report = tuple[Document, tuple[Claim, ...]]
BATCH = 64
WINDOW = 30
"""Days that an edition looks back, as the settings have it."""


def view(reports: list[Report]) -> View:
    """The reports as a part of a view."""
    told = tuple(claim for _, every in reports for claim in every)
    return View(cutoff=claims.FIRST, documents=tuple(d for d, _ in reports), claims=told)


class Clock:
    """Processor seconds spent on linking, and what was linked in them."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.seconds = 0.0
        self.documents = self.claims = 0

    def extend(self, thread: Thread, reports: list[Report]) -> int:
        """Extend a thread by some reports, in batches; how many events it then has."""
        events = 0
        for begin in range(0, len(reports), BATCH):
            part = view(reports[begin : begin + BATCH])
            before = time.process_time()
            events = len(thread.extend(part))
            self.seconds += time.process_time() - before
            self.documents += len(part.documents)
            self.claims += len(part.claims)
        return events

    def forget(self, thread: Thread, reports: list[Report]) -> None:
        """Let go of some reports."""
        before = time.process_time()
        thread.forget([document.id for document, _ in reports])
        self.seconds += time.process_time() - before


def stream(days: int, measured: int) -> dict[str, float]:
    """Link day after day, up to the last of `days`, what the window holds; the last few are measured."""
    thread, clock, events = Thread(claims.story()), Clock(), 0
    first = max(0, days - measured - WINDOW)
    held: list[list[Report]] = []
    for day in range(first, days):
        reports = claims.reports(day)
        if day == days - measured:
            clock = Clock()
        if len(held) == WINDOW:
            clock.forget(thread, held.pop(0))
        events = clock.extend(thread, reports)
        held.append(reports)
    return {
        "held": sum(len(every) for day in held for _, every in day),
        "events": events,
        "documents": clock.documents,
        "claims": clock.claims,
        "seconds": clock.seconds,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def main() -> None:
    """Measure one ledger: `--claims` on record, so many days at 2,500 a day."""
    parser = argparse.ArgumentParser(prog="python -m bench.linking", description=__doc__)
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--measured", type=int, default=1, help="days that are measured, at the end")
    options = parser.parse_args()
    sweep.seldom()  # as the command line does
    days = max(1, options.claims // claims.DAILY)
    sys.stdout.write(json.dumps(stream(days + options.measured, options.measured)))


if __name__ == "__main__":
    main()
