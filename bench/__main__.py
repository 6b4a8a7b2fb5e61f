"""`python -m bench [--documents N] [--rough N]`: files to page in a fresh process: speed, peak memory, where the time
goes; then what is hardly a text, at N, 2 N and 4 N characters, and by how much longer each takes: twice is linear.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

from bench import documents, rough, start
from onrecord.claims import Extractor
from onrecord.ledger import open_ledger
from onrecord.newsroom import clock, day, press
from onrecord.newsroom.day import Desk
from onrecord.newsroom.settings import settings
from onrecord.newsroom.story import load

DAY = "2026-03-06"


def stages(folder: Path) -> dict[str, Any]:
    """Run the whole day in this process; wall and processor seconds of each stage, peak memory in MB, claims."""
    marks = [("start", time.perf_counter(), time.process_time())]

    def done(name: str) -> None:
        marks.append((name, time.perf_counter(), time.process_time()))

    story, where = load(folder), settings(folder, offline=True)
    Path(where.ledger).parent.mkdir(parents=True, exist_ok=True)
    ledger = open_ledger(where.ledger)
    desk = Desk(story, where, ledger, clock.now())
    done("open")
    day.collect(desk)
    done("collect")
    day.read(desk, Extractor(story))
    done("read")
    made = day.brief(desk, Extractor(story), clock.day(DAY, story, None, desk.at)).briefing
    done("link and write")
    press.publish(made, where.out)
    done("render")
    ledger.close()
    return {
        "stages": {b[0]: (b[1] - a[1], b[2] - a[2]) for a, b in pairwise(marks)},
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "claims": made.counts.claims,
    }


def child(module: str, *options: str) -> tuple[dict[str, Any], float]:
    """Run a module in a process of its own, so that its memory is its own; what it found, and the wall seconds."""
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", module, *options],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )
    if done.returncode:
        sys.exit(done.stderr)
    return json.loads(done.stdout), time.perf_counter() - begun


def whole(count: int) -> None:
    """Generate reports, run a whole day on them, and print its stages."""
    with tempfile.TemporaryDirectory() as made:
        words = documents.write(Path(made), count)
        spent, seconds = child("bench", "--inside", made)
    print(f"{count:,} documents, {words:,} words, {spent['claims']:,} claims of the last day")
    rate = f"{count / seconds:,.0f} documents and {words / seconds:,.0f} words a second"
    print(f"{seconds:.1f} s from files to page: {rate}; peak memory {spent['peak']:,.0f} MB")
    for name, (wall, processor) in spent["stages"].items():
        print(f"  {name:15} {wall:7.2f} s, of the processor {processor:7.2f} s")


def linking(counts: tuple[int, ...]) -> None:
    """Print how fast new reports are linked beside so many claims on record."""
    print("new documents linked in batches of 64, by claims on record:")
    for count in counts:
        found, _ = child("bench.linking", "--claims", str(count))
        held = f"{found['held']:,} in the window, {found['events']:,} events"
        rate = f"{found['documents'] / found['seconds']:,.0f} documents a processor second"
        print(f"  {count:9,} claims ({held}): {rate}, peak memory {found['peak']:,.0f} MB")


def main() -> None:
    """Measure, each part in a process of its own, and print the tables."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--documents", type=int, default=5000)
    parser.add_argument("--rough", type=int, default=10_000, metavar="N", help="characters; 0: leave these texts out")
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        sys.stdout.write(json.dumps(stages(options.inside)))
        return
    seconds, peak = start.cold()
    print(f"onrecord claims FILE, one sentence: {seconds:.2f} processor seconds, peak memory {peak:,.0f} MB")
    if options.documents:
        whole(options.documents)
    linking((10_000, 1_000_000))
    if options.rough:
        worst(options.rough)


def worst(size: int) -> None:
    """The kinds of text that are hardly texts."""
    print(
        f"processor seconds of {size:,} characters, of twice and of four times as many, and how much longer each took"
    )
    for name, (one, two, four) in rough.rows(size):
        print(f"  {name:15} {one:7.2f} {two:7.2f} {four:7.2f}   {two / one:5.1f} {four / two:5.1f}")


if __name__ == "__main__":
    main()
