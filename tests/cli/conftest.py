"""Run the command line as a user does, inside this process: starting Python anew for each command takes long."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord.cli import main

Run = Callable[..., "subprocess.CompletedProcess[str]"]
FLOOD = Path(__file__).parents[2] / "examples" / "flood"


def call(words: tuple[str | Path, ...], capture: pytest.CaptureFixture[str]) -> "subprocess.CompletedProcess[str]":
    capture.readouterr()
    sys.argv = ["onrecord", *map(str, words)]
    try:
        main()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    told = capture.readouterr()
    return subprocess.CompletedProcess(sys.argv, code, told.out, told.err)


@pytest.fixture
def onrecord(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr(sys, "argv", sys.argv)
    yield lambda *words: call(words, capsys)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """The flood's folder, as it ships."""
    return Path(shutil.copytree(FLOOD, tmp_path / "flood"))


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The flood after `onrecord run`, done once for all tests, in a process of its own."""
    folder = Path(shutil.copytree(FLOOD, tmp_path_factory.mktemp("once") / "flood"))
    command = [sys.executable, "-m", "onrecord", "run", str(folder), "--offline", "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return folder


@pytest.fixture
def told(once: Path, tmp_path: Path) -> Path:
    """A copy of the flood after its run."""
    return Path(shutil.copytree(once, tmp_path / "flood"))
