"""Ids that nothing on record has, and those of each kind."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def test_event_shows_origins_and_verdicts(onrecord: Run, told: Path) -> None:
    briefing = json.loads(next((told / "briefings").glob("*.json")).read_text())
    events = [s["event"] for section in briefing["sections"] for s in section["sentences"] if s["event"]]
    shown = onrecord("show", events[0], "--story", told, "--day", briefing["day"])
    assert shown.returncode == 0 and "origin" in shown.stdout


def test_document_shows_its_text(onrecord: Run, told: Path) -> None:
    briefing = json.loads(next((told / "briefings").glob("*.json")).read_text())
    cited = briefing["citations"][0]
    shown = onrecord("show", cited["document"], "--story", told)
    assert cited["title"][:30] in shown.stdout


def test_unknown_id_says_what_ids_look_like(onrecord: Run, told: Path) -> None:
    done = onrecord("show", "x-1", "--story", told)
    assert done.returncode == 2 and "c- (claim)" in done.stderr


def test_an_event_of_another_day_is_told_which_day_was_looked_at(onrecord: Run, told: Path) -> None:
    done = onrecord("show", "e-00000000000000000000", "--story", told, "--day", "2025-03-12")
    assert done.returncode == 2 and "no event of 2025-03-12" in done.stderr and "--day" in done.stderr
    assert onrecord("show", "", "--story", told).stderr.startswith("onrecord: An empty id: ")
