"""A person judges, lists, takes back; what cannot be judged is refused in one line."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
DAY = ("--day", "2025-03-13")


def listed(done: "subprocess.CompletedProcess[str]") -> list[dict[str, Any]]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def events(onrecord: Run, told: Path) -> list[dict[str, Any]]:
    """The day's events of the flood, those of several claims first."""
    found = listed(onrecord("events", told, *DAY, "--json"))
    return sorted(found, key=lambda e: -len(e["claims"]))


def test_the_day_shows_a_judgement_and_no_run_forgets_it(
    onrecord: Run, told: Path, events: list[dict[str, Any]]
) -> None:
    one, other = (e["event"] for e in events[:2])
    done = onrecord("judge", told, one, "same", other, "--by", "jo", "--note", "one flood", *DAY)
    assert done.returncode == 0 and "jo judges" in done.stdout and "2025-03-13 on (day 4)" in done.stdout
    assert onrecord("run", told, "--offline", "--quiet").returncode == 0
    after = listed(onrecord("events", told, *DAY, "--json"))
    ids = {c["claim"] for e in events[:2] for c in e["claims"]}
    (whole,) = (e for e in after if ids <= {c["claim"] for c in e["claims"]})
    (ruling,) = whole["judgements"]
    assert (ruling["by"], ruling["note"], ruling["state"]) == ("jo", "one flood", "stands")
    shown = onrecord("show", whole["event"], "--story", told, *DAY).stdout
    assert "judged by jo at" in " ".join(shown.split()) and "one flood" in shown
    walked = onrecord("show", ruling["pairs"][0][0], "--story", told).stdout
    assert "judged by jo at" in " ".join(walked.split())
    yesterday = listed(onrecord("events", told, "--day", "2025-03-12", "--json"))
    assert all(not e["judgements"] for e in yesterday)


def test_the_briefing_that_was_written_before_is_told_from_the_ledger_s(
    onrecord: Run, told: Path, events: list[dict[str, Any]]
) -> None:
    """A judgement changes the day's edition: a page from before is no more what the ledger gives."""
    page = told / "briefings" / "2025-03-13.json"
    assert onrecord("check", told, page).returncode == 0
    told_event = next(e for e in events if e["score"]["told"] and len(e["claims"]) > 1)
    other = next(e for e in events if e is not told_event and e["score"]["told"])
    onrecord("judge", told, told_event["event"], "same", other["event"], "--by", "jo", *DAY, "--quiet")
    assert onrecord("check", told, page).returncode == 6
    assert onrecord("brief", told, *DAY, "--quiet").returncode == 0
    assert onrecord("check", told, page).returncode == 0


def test_what_was_judged_is_listed_and_taken_back(onrecord: Run, told: Path, events: list[dict[str, Any]]) -> None:
    assert "Nothing was judged yet" in onrecord("judge", told, "--list").stdout
    claim, event = events[0]["claims"][0]["claim"], events[1]["event"]
    onrecord("judge", told, claim, "not-same", event, "--by", "jo", *DAY)
    back = onrecord("judge", told, "--take-back", claim, event, "--by", "jo", "--note", "my mistake", *DAY)
    assert back.returncode == 0 and "taken-back" in back.stdout
    first, second = listed(onrecord("judge", told, "--list", "--json"))
    assert (first["judgement"], first["state"]) == ("not-same", "taken-back")
    assert (second["judgement"], second["note"]) == ("taken-back", "my mistake")
    shown = onrecord("judge", told, "--list").stdout
    assert first["id"] in shown and "my mistake" in shown and f"jo judges {claim} not-same {event}" in shown
    after = listed(onrecord("events", told, *DAY, "--json"))
    strip = [{k: v for k, v in e.items() if k != "judgements"} for e in (*events, *after)]
    assert sorted(map(str, strip[: len(events)])) == sorted(map(str, strip[len(events) :]))


def test_ids_come_in_any_order_and_the_story_is_where_one_stands(
    onrecord: Run, told: Path, events: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(told)
    one, other = (c["claim"] for c in events[0]["claims"][:2])
    assert onrecord("judge", one, other, "independent", "--by", "jo", *DAY).returncode == 0
    done = onrecord("judge", "different-thing", one, other, "--by", "jo", *DAY, "--json")
    (made,) = listed(done)
    assert (made["relation"], made["judgement"]) == ("figure", "not-same")


def test_who_is_logged_in_judges(
    onrecord: Run, told: Path, events: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "kim")
    one, other = (e["event"] for e in events[:2])
    assert "kim judges" in onrecord("judge", told, one, "unsure", other).stdout

    def nobody() -> str:
        raise KeyError("uid")

    monkeypatch.setattr("getpass.getuser", nobody)
    done = onrecord("judge", told, one, "same", other)
    assert done.returncode == 2 and "--by" in done.stderr


def test_contradictory_judgements_are_told(onrecord: Run, told: Path, events: list[dict[str, Any]]) -> None:
    a, b, c = (e["claims"][0]["claim"] for e in events[:3])
    onrecord("judge", told, a, "same", b, "--by", "jo", *DAY)
    onrecord("judge", told, b, "same", c, "--by", "kim", *DAY)
    done = onrecord("judge", told, a, "not-same", c, "--by", "kim", *DAY)
    assert done.returncode == 0 and "jo judges that" in done.stderr and "set aside" in done.stderr
    again = onrecord("run", told, "--offline", "--json", *DAY)
    problems = json.loads(again.stdout)["list"]
    assert [p for p in problems if "later judgements exclude" in p["message"]]


@pytest.mark.parametrize(
    ("words", "told_words"),
    [
        ((), "ID WORD ID"),
        (("c-0123456789abcdef0123",), "ID WORD ID"),
        (("c-0123456789abcdef0123", "same", "c-0123456789abcdef0124"), "no claim on record"),
        (("e-0123456789abcdef0123", "same", "e-0123456789abcdef0124"), "no event of"),
        (("c-0123456789abcdef0123", "equals", "c-0123456789abcdef0124"), "'equals' is no judgement"),
        (("--take-back", "c-0123456789abcdef0123", "c-0123456789abcdef0124"), "has judged nothing"),
        (("--take-back", "l-0123456789abcdef0123"), "has judged nothing"),
    ],
)
def test_what_cannot_be_judged_is_refused(onrecord: Run, told: Path, words: tuple[str, ...], told_words: str) -> None:
    done = onrecord("judge", told, *words, "--by", "jo")
    assert done.returncode == 2 and told_words in done.stderr and "Traceback" not in done.stderr
    assert "Nothing was judged yet" in onrecord("judge", told, "--list").stdout


def test_a_list_without_a_ledger_says_so(onrecord: Run, story: Path) -> None:
    done = onrecord("judge", story, "--list")
    assert done.returncode == 4 and "ledger" in done.stderr


def test_a_list_takes_no_judgement_beside_it(onrecord: Run, told: Path, events: list[dict[str, Any]]) -> None:
    one, other = (e["event"] for e in events[:2])
    for more in ((one, "same", other), ("--take-back",)):
        done = onrecord("judge", told, "--list", *more)
        assert done.returncode == 2 and "--list takes nothing" in done.stderr and more[0] in done.stderr
    assert listed(onrecord("judge", told, "--list", "--json")) == []
