"""The day's events for people and for programs."""

import json
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
KEYS = [
    "event",
    "kind",
    "moment",
    "place",
    "claims",
    "origins",
    "outlets",
    "positions",
    "verdicts",
    "new",
    "score",
    "groups",
    "judgements",
]


def test_each_line_is_an_event_by_its_schema(onrecord: Run, told: Path) -> None:
    schema = json.loads(onrecord("schema", "Entry").stdout)
    lines = [json.loads(line) for line in onrecord("events", told, "--json").stdout.splitlines()]
    assert len(lines) > 5
    for line in lines:
        jsonschema.validate(line, schema)
        assert list(line) == KEYS


def test_every_claim_of_the_day_is_in_one_event_with_its_characters(onrecord: Run, told: Path) -> None:
    lines = [json.loads(line) for line in onrecord("events", told, "--json").stdout.splitlines()]
    with sqlite3.connect(told / ".onrecord" / "ledger.sqlite") as ledger:
        texts = dict(ledger.execute("SELECT id, text FROM documents"))
        addresses = dict(ledger.execute("SELECT id, address FROM documents"))
    claims = [claim for line in lines for claim in line["claims"]]
    exported = [json.loads(row) for row in onrecord("export", told, "--format", "jsonl").stdout.splitlines()]
    assert sorted(c["claim"] for c in claims) == sorted(row["claim"] for row in exported)
    for claim in claims:
        span = claim["span"]
        assert texts[claim["doc"]][span["start"] : span["end"]] == span["text"]
        assert addresses[claim["doc"]] == claim["url"]


def test_counts_agree_with_what_is_counted(onrecord: Run, told: Path) -> None:
    for text in onrecord("events", told, "--json").stdout.splitlines():
        line = json.loads(text)
        inside = {c["claim"] for c in line["claims"]}
        assert line["origins"] == len({c["origin"] for c in line["claims"]}) == len(line["groups"])
        assert {p["origin"] for p in line["positions"]} <= {c["origin"] for c in line["claims"]}
        assert all(set(p["claims"]) <= inside for p in line["positions"])
        parts = line["score"]
        assert parts["total"] == sum(v for k, v in parts.items() if k not in ("total", "told"))


def test_told_are_those_of_the_briefing(onrecord: Run, told: Path) -> None:
    lines = [json.loads(line) for line in onrecord("events", told, "--json").stdout.splitlines()]
    briefing = json.loads(onrecord("brief", told, "--format", "json").stdout)
    named = {s["event"] for part in briefing["sections"] for s in part["sentences"]} - {None}
    assert named and named <= {line["event"] for line in lines if line["score"]["told"]}
    short = onrecord("events", told, "--told").stdout
    assert all(event in short for event in named)
    assert all(line["event"] not in short for line in lines if not line["score"]["told"])


def test_new_is_what_yesterday_had_not(onrecord: Run, told: Path) -> None:
    first = [json.loads(x) for x in onrecord("events", told, "--day", "2025-03-12", "--json").stdout.splitlines()]
    then = [json.loads(x) for x in onrecord("events", told, "--day", "2025-03-13", "--json").stdout.splitlines()]
    known = {c["claim"] for line in first for c in line["claims"]}
    assert any(not line["new"] for line in then)
    for line in then:
        if known.isdisjoint(c["claim"] for c in line["claims"]):
            assert line["new"]


def test_people_get_a_table(onrecord: Run, told: Path) -> None:
    shown = onrecord("events", told).stdout
    assert "how it stands" in shown and "told" in shown and "single-source" in shown


def test_a_day_without_events_prints_none(onrecord: Run, told: Path) -> None:
    assert onrecord("events", told, "--day", "2025-03-10", "--json").stdout == ""
    assert onrecord("events", told, "--day", "soon").returncode == 2


def test_a_narrow_terminal_cuts_nothing_off_and_the_day_is_told(
    onrecord: Run, told: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [json.loads(line) for line in onrecord("events", told, "--day", "2025-03-13", "--json").stdout.splitlines()]
    monkeypatch.setenv("COLUMNS", "60")
    shown = onrecord("events", told, "--day", "2025-03-13").stdout
    assert f"{len(lines)} events of 2025-03-13 (day 4)" in shown
    words = set(shown.replace(",", " ").replace(";", " ").split())
    for line in lines:
        assert line["event"] in words and line["kind"] in words
        assert {v["verdict"] for v in line["verdicts"] if v["verdict"] != "single-source"} <= words


def test_a_day_of_no_event_says_so(onrecord: Run, told: Path) -> None:
    done = onrecord("events", told, "--day", "2031-01-01")
    assert done.returncode == 0 and done.stdout.startswith("No event of 2031-01-01")
