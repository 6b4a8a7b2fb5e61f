"""Run the command line in a process of its own, as a user does."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def onrecord(tmp_path: Path) -> Run:
    def run(*words: str | Path, **more: object) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "onrecord", *map(str, words)]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)

    return run
