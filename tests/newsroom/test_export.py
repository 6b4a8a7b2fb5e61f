"""Tables for other programs."""

import json
from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.newsroom.export import save

ROWS: list[dict[str, object]] = [{"name": "=cmd()", "value": 1}, {"name": "Zürich", "value": None}]


def test_csv_cells_are_no_formulas(tmp_path: Path) -> None:
    assert save(ROWS, "claims", "csv", tmp_path / "a.csv") == 2
    assert (tmp_path / "a.csv").read_text(encoding="utf-8").splitlines() == ["name,value", "'=cmd(),1", "Zürich,"]


def test_jsonl_keeps_values_as_they_are(tmp_path: Path) -> None:
    save(ROWS, "claims", "jsonl", tmp_path / "a.jsonl")
    assert [json.loads(line) for line in (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()] == ROWS


def test_parquet_asks_for_a_file() -> None:
    with pytest.raises(UsageError, match="--out"):
        save(ROWS, "claims", "parquet", None)
