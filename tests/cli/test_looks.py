"""The commands that look: show, check, export, schema."""

import csv
import io
import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet
import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def test_show_walks_a_sentence_back(onrecord: Run, told: Path) -> None:
    briefing = json.loads(onrecord("brief", told, "--format", "json").stdout)
    sentence = next(s for section in briefing["sections"] for s in section["sentences"])
    walked = onrecord("show", sentence["id"], "--story", told).stdout
    assert sentence["claims"][0] in walked
    for ident in (sentence["claims"][0], sentence["evidence"][0]["doc"], sentence["event"]):
        assert onrecord("show", ident, "--story", told).returncode == 0, ident


def test_check_refuses_a_changed_page(onrecord: Run, told: Path) -> None:
    page = next((told / "briefings").glob("*.html"))
    assert onrecord("check", told, page).returncode == 0
    page.write_text(re.sub(r"\bsaid\b", "confirmed", page.read_text(), count=1))
    done = onrecord("check", told, page)
    assert done.returncode == 6 and "changed after" in done.stderr


def test_check_tells_what_was_taken_back_since(onrecord: Run, told: Path) -> None:
    """The briefing of the day before stands; that its source has changed its word since is said beside it."""
    day = "2025-03-11"
    assert onrecord("brief", told, "--day", day, "--quiet").returncode == 0
    note = "The Tessaro Water Board has withdrawn its statement that the Cimalva dam is spilling as it was built to."
    (told / "reports" / "valley-post" / "2025-03-12T2000 note.txt").write_text(f"Note\n\n{note}\n")
    assert onrecord("run", told, "--day", "2025-03-13", "--offline", "--quiet").returncode == 0
    done = onrecord("check", told, "--day", day)
    assert done.returncode == 0 and "Uses of what was taken back since: 1." in done.stderr
    (later,) = json.loads(onrecord("check", told, "--day", day, "--json").stdout)["since"]
    assert "spilling as it was built to" in later["message"] and "Valley Post" in later["message"]


def test_export_as_csv_and_jsonl(onrecord: Run, told: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(onrecord("export", told).stdout)))
    lines = [json.loads(line) for line in onrecord("export", told, "--format", "jsonl").stdout.splitlines()]
    assert len(rows) == len(lines) > 10
    assert rows[0]["claim"] == lines[0]["claim"]


@pytest.mark.parametrize("what", ["claims", "figures", "documents"])
def test_export_as_parquet(onrecord: Run, told: Path, tmp_path: Path, what: str) -> None:
    done = onrecord("export", told, "--what", what, "--format", "parquet", "--out", tmp_path / "a.parquet")
    assert done.returncode == 0, done.stderr
    assert pyarrow.parquet.read_table(tmp_path / "a.parquet").num_rows > 5


def test_schema_is_json(onrecord: Run) -> None:
    assert json.loads(onrecord("schema", "claim").stdout)["$schema"].startswith("https://json-schema.org")
    assert onrecord("schema", "Rumour").returncode == 2
