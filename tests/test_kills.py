"""A run that is killed at any moment and run again leaves the ledger of a run that was not."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[1] / "examples" / "flood"
KILLS = int(os.environ.get("ONRECORD_KILLS", "6"))
"""How many kills; 100 are run before a release: `ONRECORD_KILLS=100 pytest tests/test_kills.py`."""


def command(story: Path) -> list[str]:
    return [sys.executable, "-m", "onrecord", "run", str(story), "--offline", "--quiet"]


def rows(story: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, in an order that does not depend on when it was written."""
    with closing(sqlite3.connect(story / ".onrecord" / "ledger.sqlite")) as ledger:
        names = [n for (n,) in ledger.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        tables = [n for n in names if not n.startswith(("sqlite_", "search"))]
        return {name: content(ledger, name) for name in tables}


def content(ledger: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    columns = [row[1] for row in ledger.execute(f'PRAGMA table_info("{table}")') if row[1] not in ("seq", "rowid")]
    listed = ", ".join(f'"{column}"' for column in columns)
    return sorted(ledger.execute(f'SELECT {listed} FROM "{table}"').fetchall(), key=repr)


def pages(story: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((story / "briefings").iterdir())}


@pytest.mark.slow
def test_killed_and_run_again_equals_uninterrupted(tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    shutil.copytree(EXAMPLE, whole)
    begun = time.monotonic()
    subprocess.run(command(whole), check=True)
    lasted = time.monotonic() - begun
    expected, printed = rows(whole), pages(whole)
    assert sum(map(len, expected.values())) > 50
    rng, killed = random.Random(1026), 0
    for number in range(KILLS):
        story = tmp_path / f"kill-{number}"
        shutil.copytree(EXAMPLE, story)
        process = subprocess.Popen(command(story))
        time.sleep(rng.uniform(0, lasted))
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        subprocess.run(command(story), check=True)
        assert rows(story) == expected
        assert pages(story) == printed
        shutil.rmtree(story)
    assert killed >= KILLS // 2
