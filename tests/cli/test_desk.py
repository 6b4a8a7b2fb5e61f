"""The commands that work, on the flood: from a folder of reports to a page that stands."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
FLOOD = Path(__file__).parents[2] / "examples" / "flood"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FLOOD, tmp_path / "flood"))


def test_new_story_runs(onrecord: Run, tmp_path: Path) -> None:
    assert onrecord("new", "valley", "--title", "Flood in the valley").returncode == 0
    assert onrecord("run", "valley", "--offline", "--quiet").returncode == 0
    assert onrecord("new", "valley").returncode == 2


def test_run_writes_a_page_that_stands(onrecord: Run, story: Path) -> None:
    told = json.loads(onrecord("run", story, "--offline", "--json").stdout)
    assert told["documents"] >= 10 and told["claims"] > 10 and told["sentences"] > 3
    assert Path(story.parent, told["page"]).read_text().startswith("<!doctype html>")
    assert onrecord("check", story, "--day", told["day"]).returncode == 0


def test_steps_make_the_run(onrecord: Run, story: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(story, tmp_path / "other"))
    day = json.loads(onrecord("run", story, "--offline", "--json").stdout)["day"]
    for step in ("collect", "read"):
        assert onrecord(step, other, "--quiet").returncode == 0
    assert onrecord("brief", other, "--day", day, "--quiet").returncode == 0
    assert (other / "briefings" / f"{day}.html").read_bytes() == (story / "briefings" / f"{day}.html").read_bytes()


def test_brief_twice_gives_the_same_bytes(onrecord: Run, story: Path) -> None:
    onrecord("run", story, "--offline", "--quiet")
    first, second = (onrecord("brief", story, "--format", "json").stdout for _ in range(2))
    assert first == second and json.loads(first)["sections"]


def test_second_run_adds_nothing(onrecord: Run, story: Path) -> None:
    first, second = (json.loads(onrecord("run", story, "--offline", "--json").stdout) for _ in range(2))
    del first["seconds"], second["seconds"]
    assert first == second


def test_quiet_says_nothing(onrecord: Run, story: Path) -> None:
    done = onrecord("run", story, "--offline", "--quiet")
    assert done.stdout == done.stderr == ""


@pytest.mark.parametrize(
    "command", ["new", "collect", "read", "brief", "run", "claims", "check", "show", "export", "demo"]
)
def test_help_has_an_example(onrecord: Run, command: str) -> None:
    assert f"Example: onrecord {command}" in " ".join(onrecord(command, "--help").stdout.split())
