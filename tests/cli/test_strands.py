"""The command that lists running sub-stories."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def test_every_report_is_in_one_strand(onrecord: Run, told: Path) -> None:
    found = [json.loads(line) for line in onrecord("strands", told, "--json").stdout.splitlines()]
    on_record = [
        json.loads(line)
        for line in onrecord("export", told, "--what", "documents", "--format", "jsonl").stdout.splitlines()
    ]
    assert sorted(id for t in found for id in t["documents"]) == sorted(row["document"] for row in on_record)
    assert all(len(t["documents"]) == len(t["titles"]) >= len(t["outlets"]) >= 1 for t in found)
    assert [t["last"] for t in found] == sorted((t["last"] for t in found), reverse=True)


def test_people_read_words_outlets_and_titles(onrecord: Run, told: Path) -> None:
    found = [json.loads(line) for line in onrecord("strands", told, "--json").stdout.splitlines()]
    shown = onrecord("strands", told).stdout
    for strand in found:
        widely = len(strand["documents"]) > 1
        assert (", ".join(strand["words"]) in shown) == widely
        assert not widely or (strand["titles"][0] in shown and strand["titles"][-1] in shown)


def test_a_day_before_the_story_is_refused(onrecord: Run, told: Path) -> None:
    done = onrecord("strands", told, "--day", "1999-01-01")
    assert done.returncode == 2 and "day 1" in done.stderr


def test_a_day_without_reports_says_so(onrecord: Run, told: Path) -> None:
    first = json.loads((onrecord("strands", told, "--json").stdout.splitlines())[-1])["last"][:10]
    assert first > "2025-03-10", "the flood is first told of after day 1"
    assert onrecord("strands", told, "--day", "2025-03-10").stdout == "No report up to 2025-03-10 is on record.\n"
    assert onrecord("strands", told, "--day", "2025-03-10", "--json").stdout == ""
