"""What a number counts."""

import pytest

from onrecord.claims.marks import marks
from onrecord.claims.numbers import numerals
from onrecord.claims.objects import head, page
from onrecord.records import Span


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("58 Borian attack drones", "drone", ""),
        ("three drone operators", None, ""),
        ("two fuel tanker drivers", "person", ""),
        ("86 Kh-101/555, Kalibr and Iskander-K cruise missiles", "missile (cruise)", ""),
        ("four Kinzhals", "missile", ""),
        ("three of them", None, "them"),
        ("three of them children", "child", "them"),
        ("58 of 132 drones", None, "total"),
        ("dozens of people", "person", ""),
        ("a 20-drone attack", "drone", ""),
    ],
)
def test_head(text: str, name: str | None, whole: str) -> None:
    span = Span(start=0, end=len(text))
    sheet = page(marks(text), span)
    found = numerals(sheet.marks.tokens, span)
    top = head(sheet, found[0], found[1].lead if len(found) > 1 else sheet.last)
    assert (top.counted.name if top.counted and name else None, top.whole) == (name, whole)
