"""Bad input from a user ends as one clear line and an exit code, never as a traceback."""

import json
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def refused(done: "subprocess.CompletedProcess[str]", code: int, *words: str) -> None:
    told = done.stderr + done.stdout
    assert done.returncode == code, told
    assert "Traceback" not in told
    for word in words:
        assert word in told


def test_no_story_here(onrecord: Run) -> None:
    refused(onrecord("run", "."), 3, "story.toml", "onrecord new")


def test_unknown_key_names_its_line(onrecord: Run, story: Path) -> None:
    path = story / "story.toml"
    path.write_text("colour = 'red'\n" + path.read_text())
    refused(onrecord("run", story), 3, "line 1", "colour")


def test_day_before_the_first(onrecord: Run, story: Path) -> None:
    onrecord("collect", story, "--offline")
    refused(onrecord("brief", story, "--day", "1999-01-01"), 2, "the story begins on")


def test_day_that_is_no_date(onrecord: Run, story: Path) -> None:
    onrecord("collect", story, "--offline")
    refused(onrecord("brief", story, "--day", "tomorrow"), 2, "2024-12-15")


def test_brief_before_anything_is_recorded(onrecord: Run, story: Path) -> None:
    refused(onrecord("brief", story), 4, "ledger")


def test_empty_folder_gives_an_empty_day(onrecord: Run, story: Path) -> None:
    shutil.rmtree(story / "reports")
    done = onrecord("run", story, "--offline", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["documents"] == 0


def test_ledger_of_a_newer_version(onrecord: Run, story: Path) -> None:
    onrecord("collect", story, "--offline")
    with sqlite3.connect(story / ".onrecord" / "ledger.sqlite") as ledger:
        ledger.execute("UPDATE onrecord_version SET version_num = '9999'")
    refused(onrecord("run", story), 4, "newer")


def test_ledger_that_is_no_database(onrecord: Run, story: Path) -> None:
    (story / ".onrecord").mkdir()
    (story / ".onrecord" / "ledger.sqlite").write_text("not a database, and long enough to be looked at " * 50)
    refused(onrecord("run", story), 4, "ledger.sqlite")


def test_locked_ledger(onrecord: Run, story: Path) -> None:
    onrecord("collect", story, "--offline")
    with sqlite3.connect(story / ".onrecord" / "ledger.sqlite", isolation_level=None) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        refused(onrecord("read", story), 4, "lock")


@pytest.mark.parametrize("text", ["", "\x00\x01\x02" * 40])
def test_file_that_is_no_text(onrecord: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    done = onrecord("claims", "a.txt", "--published", "2024-12-15", "--json")
    line = json.loads(done.stdout)
    assert done.returncode == 0 and not line["claims"] and line["problems"]


def test_file_that_is_missing(onrecord: Run) -> None:
    done = onrecord("claims", "nowhere.txt", "--published", "2024-12-15", "--json")
    refused(done, 2, "nowhere.txt", "no such file")
    assert json.loads(done.stdout)["problems"]


def test_file_without_date_asks_for_it(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The mayor said the bridge was closed.")
    done = onrecord("claims", "a.txt", "--json")
    assert "--published" in done.stdout


def test_published_that_is_no_date(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The mayor said the bridge was closed.")
    refused(onrecord("claims", "a.txt", "--published", "soon"), 2, "--published", "2024-12-15")


def test_unknown_id(onrecord: Run, story: Path) -> None:
    onrecord("collect", story, "--offline")
    refused(onrecord("show", "c-0000", "--story", story), 2, "c-0000")


def test_unknown_formats(onrecord: Run, story: Path) -> None:
    onrecord("collect", story, "--offline")
    refused(onrecord("brief", story, "--format", "pdf"), 2, "markdown")
    refused(onrecord("export", story, "--format", "xls"), 2, "parquet")
    refused(onrecord("export", story, "--what", "rumours"), 2, "claims")


def test_refused_address_is_a_problem_that_names_the_rule(onrecord: Run, story: Path) -> None:
    path = story / "story.toml"
    text = (
        path.read_text()
        + '\n[[sources]]\nid = "inside"\nname = "Inside"\nkind = "media"\ncollect = ["http://127.0.0.1/"]\n'
    )
    path.write_text(text)
    done = onrecord("collect", story, "--json")
    told = json.loads(done.stdout)
    assert done.returncode == 0
    assert any("127.0.0.1" in problem["subject"] for problem in told["list"])


def test_a_report_from_the_future_moves_no_day(onrecord: Run, told: Path) -> None:
    day = json.loads(onrecord("brief", told, "--json").stdout)["day"]
    report = told / "reports" / "valley-post" / "2999-03-13T0900 flood.txt"
    report.write_text("The mayor of Alvedra said on Saturday that 40 houses stood in water.")
    done = onrecord("run", told, "--offline", "--json")
    line = json.loads(done.stdout)
    assert done.returncode == 0 and line["day"] == day
    assert any("has not come yet" in problem["message"] for problem in line["list"])


def test_schema_of_no_record_lists_those_there_are(onrecord: Run) -> None:
    refused(onrecord("schema", "Rumour"), 2, "Entry", "Ruling")
