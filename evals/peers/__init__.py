"""Peers: what others would read the same with. A module a set, a peer one function from a case to what it reads there.

They are heavy, so they live in a virtual environment of their own, which `make eval` sets up from requirements.txt, and
are asked in a child process. Only `reader`, ours measured as they are, imports onrecord.
"""

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / ".venv-evals/bin/python"
MISSING = 69
"""The exit code of a peer that is not installed: EX_UNAVAILABLE."""

ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}
COMPILED = {"PYTHONDONTWRITEBYTECODE": ""}
"""Lets Python keep what it compiles, as an installed package has it: else a start would compile us and not them."""


class Peer(Protocol):
    """A reader of one case. Case and answer are what JSON can hold; to raise is to have read nothing."""

    def __call__(self, case: Any, /) -> Any: ...


class Broken(RuntimeError):
    """A peer that is installed and did not answer."""


def ask(peer: str, cases: Sequence[Any], python: Path | None = None) -> list[Any] | None:
    """What a peer ("dates.dateparser") reads in each case, None where it raised; None where it is not installed."""
    python = python or PYTHON
    if not python.exists():
        return None
    command = [str(python), "-m", "evals.peers", peer]
    done = subprocess.run(
        command,
        input=json.dumps(cases),
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=os.environ | ONE_THREAD | COMPILED,
    )
    if done.returncode == MISSING:
        return None
    if done.returncode:
        raise Broken(f"{peer}: {done.stderr.strip()[-400:]}")
    answers: list[Any] = json.loads(done.stdout)
    return answers
