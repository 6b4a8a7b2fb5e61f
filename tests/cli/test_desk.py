"""The commands that work, on the flood: from a folder of reports to a page that stands."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def test_new_story_runs(onrecord: Run, tmp_path: Path) -> None:
    assert onrecord("new", "valley", "--title", "Flood in the valley").returncode == 0
    assert onrecord("run", "valley", "--offline", "--quiet").returncode == 0
    assert onrecord("new", "valley").returncode == 2


def test_run_writes_a_page_that_stands(onrecord: Run, told: Path) -> None:
    made = json.loads(onrecord("run", told, "--offline", "--json").stdout)
    assert made["documents"] >= 3 and made["claims"] > 10 and made["sentences"] >= 3
    assert Path(made["page"]).read_text().startswith("<!doctype html>")
    assert onrecord("check", told, "--day", made["day"]).returncode == 0


def test_steps_make_the_run(onrecord: Run, story: Path, once: Path) -> None:
    page = next((once / "briefings").glob("*.html"))
    for step in ("collect", "read"):
        assert onrecord(step, story, "--quiet").returncode == 0
    assert onrecord("brief", story, "--day", page.stem, "--quiet").returncode == 0
    assert (story / "briefings" / page.name).read_bytes() == page.read_bytes()


def test_brief_twice_gives_the_same_bytes(onrecord: Run, told: Path) -> None:
    first, second = (onrecord("brief", told, "--format", "json").stdout for _ in range(2))
    assert first == second and json.loads(first)["sections"]


def test_the_user_sets_the_length(onrecord: Run, told: Path) -> None:
    """A short briefing is no longer than asked, and stands as it is."""
    made = json.loads(onrecord("brief", told, "--sentences", "2", "--format", "json").stdout)
    assert 1 <= made["counts"]["sentences"] <= 2
    assert onrecord("brief", told, "--day", made["day"], "--length", "short", "--quiet").returncode == 0
    assert onrecord("check", told, "--day", made["day"]).returncode == 0
    refused = onrecord("brief", told, "--length", "tiny")
    assert refused.returncode == 2 and "short, normal, long" in refused.stderr


def test_second_run_adds_nothing(onrecord: Run, told: Path) -> None:
    first, second = (json.loads(onrecord("run", told, "--offline", "--json").stdout) for _ in range(2))
    del first["seconds"], second["seconds"]
    assert first == second


@pytest.mark.parametrize(
    "command", ["new", "collect", "read", "brief", "run", "claims", "check", "show", "export", "demo"]
)
def test_help_has_an_example(onrecord: Run, command: str) -> None:
    assert f"Example: onrecord {command}" in " ".join(onrecord(command, "--help").stdout.split())
