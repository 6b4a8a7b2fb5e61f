"""Walking: a stable order, and nothing that hangs."""

import os
import socket
from pathlib import Path

import pytest

from onrecord.records import Problem
from onrecord.sources import walk
from onrecord.sources.walk import called, find, slurp


def names(folder: Path, entry: str) -> list[str]:
    return [called(item, folder) for item in find(folder, entry) if isinstance(item, Path)]


def messages(folder: Path, entry: str) -> list[str]:
    return [item.message for item in find(folder, entry) if isinstance(item, Problem)]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    for name in ("r/b.txt", "r/a/2.html", "r/a/10.html", "r/Z.md", "r/.hidden.txt", "r/.git/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return tmp_path


def test_folders_are_walked_by_name(story: Path) -> None:
    assert names(story, "r") == ["r/Z.md", "r/a/10.html", "r/a/2.html", "r/b.txt"]
    assert names(story, "r/") == names(story, "./r/../r") == names(story, "r")


def test_globs_and_single_files(story: Path) -> None:
    assert names(story, "r/*.txt") == ["r/b.txt"]
    assert names(story, "r/**/*.html") == ["r/a/10.html", "r/a/2.html"]
    assert names(story, "r/b.txt") == ["r/b.txt"]
    assert names(story, str(story / "r" / "*.txt")) == ["r/b.txt"]


def test_a_name_with_brackets_is_a_name_first(story: Path) -> None:
    (story / "r" / "a[1].txt").write_text("x")
    assert names(story, "r/a[1].txt") == ["r/a[1].txt"]


def test_what_is_missing_or_empty_is_said(story: Path) -> None:
    (story / "empty").mkdir()
    assert "holds no report" in messages(story, "empty")[0]
    assert "does not exist" in messages(story, "nowhere")[0]
    assert "matches no file" in messages(story, "r/*.csv")[0]
    assert messages(story, "**[") and messages(story, "a\x00b")


def test_other_files_of_a_folder_are_named_and_not_read(story: Path) -> None:
    (story / "r" / "table.csv").write_text("x")
    assert "r/table.csv" not in names(story, "r")
    assert ".txt" in messages(story, "r")[0]
    assert names(story, "r/table.csv") == ["r/table.csv"]


def test_links_that_lead_back_are_not_followed(story: Path) -> None:
    (story / "r" / "a" / "up").symlink_to(story / "r")
    (story / "r" / "self").symlink_to(story / "r" / "self")
    found = list(find(story, "r"))
    assert sum(isinstance(item, Path) for item in found) == 4
    assert len(found) <= 6


def test_pipes_sockets_and_devices_do_not_hang(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(story / "r" / "pipe.txt")
    monkeypatch.chdir(story)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("sock.txt")
        for path in (story / "r" / "pipe.txt", story / "sock.txt", Path("/dev/zero"), story / "r"):
            found = slurp(path)
            assert isinstance(found, Problem) and "no ordinary file" in found.message


def test_large_files_are_not_loaded(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    large = story / "large.txt"
    with large.open("wb") as file:
        file.truncate(50_000_000)  # sparse: it takes no room
    found = slurp(large)
    assert isinstance(found, Problem) and "more than 20 MB" in found.message
    monkeypatch.setattr(walk, "LARGEST", 3)
    (story / "four.txt").write_text("four")
    assert isinstance(slurp(story / "four.txt"), Problem)


def test_empty_missing_and_unreadable_files_are_named(story: Path) -> None:
    (story / "zero.txt").write_bytes(b"")
    locked = story / "locked.txt"
    locked.write_text("x")
    locked.chmod(0)
    wanted = {"zero.txt": "0 bytes", "none.txt": "No such file", "a\x00b": "cannot be read", "x" * 300: "too long"}
    if os.geteuid():  # root may read everything
        wanted["locked.txt"] = "Permission denied"
    for name, words in wanted.items():
        found = slurp(story / name)
        assert isinstance(found, Problem) and words in found.message, name


def test_a_file_that_may_not_be_read_is_a_problem(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    found = slurp(story / "r" / "b.txt")
    assert isinstance(found, Problem) and "cannot be read: Permission denied" in found.message


def test_a_folder_that_may_not_be_opened_is_a_problem(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> list[str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "listdir", refuse)
    assert "Permission denied" in messages(story, "r")[0]
