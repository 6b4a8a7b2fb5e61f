"""How long it takes from nothing to the claims of one sentence, and in how much memory."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

TEXT = "The mayor of Odesa said on Friday that two people died in the strike."
STORY = Path(__file__).parents[1] / "examples/ukraine"
_RUNS = 4
_INSIDE = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-m", "onrecord", "claims", *sys.argv[1:]], stdout=subprocess.DEVNULL, check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""


def cold() -> tuple[float, float]:
    """Processor seconds and peak memory in MB of `onrecord claims FILE`: the best of a few runs.

    As after an installation, Python finds its modules compiled: the first run compiles them, whatever the environment
    says of that.
    """
    with tempfile.TemporaryDirectory() as made:
        report = Path(made) / "report.txt"
        report.write_text(TEXT, encoding="utf-8")
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        asked = [str(report), "--published", "2024-12-15", "--story", str(STORY)]
        runs = [_run(asked, {**kept, "PYTHONPYCACHEPREFIX": f"{made}/compiled"}) for _ in range(_RUNS)]
    return min(seconds for seconds, _ in runs), min(peak for _, peak in runs)


def _run(asked: list[str], environment: dict[str, str]) -> tuple[float, float]:
    command = [sys.executable, "-c", _INSIDE, *asked]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    seconds, peak = done.stdout.split()
    return float(seconds), float(peak)
