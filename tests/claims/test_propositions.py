"""Propositions: the golden twins; parts lie inside the content and never overlap."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from onrecord.claims.kinds import Kinds
from onrecord.claims.propositions import split
from onrecord.records import Party, Span, Story

GOLDEN = Path(__file__).parents[1] / "golden" / "propositions.toml"
CASES: list[dict[str, Any]] = tomllib.loads(GOLDEN.read_text(encoding="utf-8"))["case"]

PARTIES = (Party(name="Arland", adjectives=("Arlandish",)), Party(name="Boria", adjectives=("Borian",)))
KINDS = Kinds(Story(title="T", first_day=date(2030, 1, 1), time_zone="UTC", parties=PARTIES))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_golden(case: dict[str, Any]) -> None:
    text = case["text"]
    parts = split(text, (Span(start=0, end=len(text)),), KINDS)
    assert [[KINDS.of(text, part), part.of(text)] for part in parts] == case["parts"]


def test_content_in_two_spans() -> None:
    text = "Drones hit a depot, he said, and two people were killed."
    parts = split(text, (Span(start=0, end=18), Span(start=29, end=55)), KINDS)
    assert [part.of(text) for part in parts] == ["Drones hit a depot", "and two people were killed"]
