"""`python -m bench [--documents N]`: files to page in a fresh process: speed, peak memory, where the time goes."""

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

from bench import documents
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
    reader = Extractor(story)
    desk = Desk(story, where, ledger, clock.now())
    done("open")
    day.collect(desk)
    done("collect")
    day.read(desk, reader)
    done("read")
    made = day.brief(desk, reader, clock.day(DAY, story, None, desk.at)).briefing
    done("link and write")
    press.publish(made, where.out)
    done("render")
    ledger.close()
    return {
        "stages": {b[0]: (b[1] - a[1], b[2] - a[2]) for a, b in pairwise(marks)},
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "claims": made.counts.claims,
    }


def main() -> None:
    """Generate, run in a child process so that its memory is its own, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--documents", type=int, default=5000)
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        sys.stdout.write(json.dumps(stages(options.inside)))
        return
    with tempfile.TemporaryDirectory() as made:
        words = documents.write(Path(made), options.documents)
        command = [sys.executable, "-m", "bench", "--inside", made]
        begun = time.perf_counter()
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONHASHSEED": "0"}
        )
        whole = time.perf_counter() - begun
    if done.returncode:
        sys.exit(done.stderr)
    spent = json.loads(done.stdout)
    print(f"{options.documents:,} documents, {words:,} words, {spent['claims']:,} claims of the last day")
    rate = f"{options.documents / whole:,.0f} documents and {words / whole:,.0f} words a second"
    print(f"{whole:.1f} s from files to page: {rate}; peak memory {spent['peak']:,.0f} MB")
    for name, (wall, processor) in spent["stages"].items():
        print(f"  {name:15} {wall:7.2f} s, of the processor {processor:7.2f} s")


if __name__ == "__main__":
    main()
