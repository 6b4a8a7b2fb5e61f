"""Forge briefings and count what `onrecord check` lets pass. `python -m evals.mutations [--help]`."""

import argparse
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from evals.mutations.forge import Case
from evals.mutations.press import onrecord, opened
from evals.mutations.trial import mutants, sample, standing, tried

from onrecord.newsroom.demo import example


def asked() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m evals.mutations", description=__doc__)
    parser.add_argument("briefings", nargs="*", type=Path, help="briefings as JSON; default: both of the demo")
    parser.add_argument("--story", type=Path, help="the story's folder; default: the example")
    parser.add_argument("--ledger", help="the ledger that the briefings were written from")
    parser.add_argument("--each", type=int, default=6, help="mutants of each kind (6)")
    parser.add_argument("--seed", type=int, default=1, help="which of them (1)")
    parser.add_argument("--kind", default="", help="only kinds that hold this word")
    return parser.parse_args()


def main() -> None:
    """Try each briefing and print the table; exit code 1 if anything passed."""
    options = asked()
    with ExitStack() as stack:
        story = options.story or stack.enter_context(example())
        paths, ledger = options.briefings, options.ledger
        if not paths:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            onrecord("demo", "--to", str(folder), "--quiet")
            paths, ledger = sorted((folder / "briefings").glob("*.json")), str(folder / "ledger.sqlite")
        cases = stack.enter_context(opened(story, ledger, paths))
        passed = [report(name, case, options) for name, case in cases.items()]
    sys.exit(1 if any(passed) else 0)


def report(name: str, case: Case, options: argparse.Namespace) -> int:
    """Try one briefing and print what was found; how many mutants passed."""
    begun = time.monotonic()
    against = standing(case)
    print(f"── {name}: {'stands' if not against else 'DOES NOT STAND'}", *sorted(against), sep="\n", flush=True)
    chosen = [m for m in sample(mutants(case), options.each, options.seed) if options.kind in m.kind]
    score = tried(case, chosen)
    missed = Counter(m.kind for m in score.passed)
    for kind, count in sorted(score.tried.items(), key=lambda row: (-missed[row[0]], row[0])):
        print(f"{kind:48} {count:5} tried {missed[kind]:5} passed")
    print(f"{score.tried.total()} tried, {len(score.passed)} passed, {time.monotonic() - begun:.0f} s\n")
    for mutant in score.passed:
        print(f"PASSED {mutant.kind} [{mutant.where}]\n  before: {mutant.before}\n  after:  {mutant.after}", flush=True)
    return len(score.passed)


if __name__ == "__main__":
    main()
