"""What a number counts."""

import pytest

from onrecord.claims.marks import marks
from onrecord.claims.numbers import numerals
from onrecord.claims.objects import head, led, own, page, plural
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
        ("three mass casualty incidents", "incident", ""),
        ("12 hospital beds", "bed", ""),
        ("at least 130 drone tracks", "drone", ""),
        ("six missile and drone depots", "building", ""),
        ("two soldiers and drivers", "soldier", ""),
        ("13 of Boria's 18 regions", None, "total"),
        ("14 were women", "person", ""),
    ],
)
def test_head(text: str, name: str | None, whole: str) -> None:
    span = Span(start=0, end=len(text))
    sheet = page(marks(text), span)
    found = numerals(sheet.marks.tokens, span)
    top = head(sheet, found[0], found[1].lead if len(found) > 1 else sheet.last)
    assert (top.counted.name if top.counted and name else None, top.whole) == (name, whole)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("two thin vertical lines were seen", "line"),
        ("two of the lines", None),
        ("two struck lines", None),
        ("three others", None),
        ("five refused", None),
        ("eight Orlin-mediated exchanges", "exchange"),
    ],
)
def test_an_unknown_plural_is_counted(text: str, name: str | None) -> None:
    span = Span(start=0, end=len(text))
    sheet = page(marks(text), span)
    found = own(sheet, numerals(sheet.marks.tokens, span)[0], sheet.last)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Homes destroyed: 1,914.", "house"),
        ("Wells in use: 48", "well"),
        ("Amputations 22, and more", "amputation"),
        ("Damar region 22, and more", None),
        ("Deaths in the valley: 27", "death"),
        ("Found: 11 bodies", None),
        ("The toll reaches 238: police", None),
        ("The blast wounds 11, and more", None),
        ("damaged classrooms (85)", "classroom"),
    ],
)
def test_a_label_names_what_is_counted(text: str, name: str | None) -> None:
    span = Span(start=0, end=len(text))
    sheet = page(marks(text), span)
    found = led(sheet, numerals(sheet.marks.tokens, span)[0])
    assert (found.name if found else None) == name


def test_plurals() -> None:
    assert [w for w in ("guns", "children", "was", "glass", "others", "gun") if plural(w)] == ["guns", "children"]
