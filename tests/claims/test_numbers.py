"""Numerals: what counts, what does not, and how words bound it."""

import pytest

from onrecord.claims.numbers import numerals
from onrecord.claims.tokens import tokens
from onrecord.records import Number, Operator, Span


def read(text: str) -> list[tuple[str, Number | None, Operator]]:
    source = tokens(text)
    return [(n.span(source).of(text), n.value, n.operator) for n in numerals(source, Span(start=0, end=len(text)))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,204 drones", 1204),
        ("12.5 sq km", 12.5),
        ("twenty-three men", 23),
        ("a hundred and five men", 105),
        ("two thousand three hundred men", 2300),
        ("half a million men", 500_000),
        ("two dozen men", 24),
        ("€2.3 billion", 2_300_000_000),
        ("tens of thousands of men", 10_000),
        ("1.200.000 men", 1_200_000),
        ("7,19,558 men", 719_558),
        ("No one came", 0),
    ],
)
def test_value(text: str, value: Number) -> None:
    assert [v for _, v, _ in read(text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "a nine-year-old boy",
        "a boy of nine",
        "aged 9",
        "Jon Pell, 43, spoke",
        "the F-16 and Kh-101/555",
        "in 2024",
        "on 14 December 2024",
        "December 13 and 14",
        "at 07:00 and 9 am",
        "the 47th brigade",
        "resolution 2202",
        "day 1,026 of the war",
        "20% or 15 per cent",
        "in five hours, 20 km away",
        "a three-storey block",
        "No. 5",
        "14.12.2030",
        "24/7",
        "the 1990s",
        "no more drones",
        "a 155mm gun",
    ],
)
def test_no_count(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "words", "operator"),
    [
        ("at least nine men", "at least nine", Operator.AT_LEAST),
        ("no fewer than 9 men", "no fewer than 9", Operator.AT_LEAST),
        ("more than another 9 men", "more than another 9", Operator.MORE_THAN),
        ("up to 9 men", "up to 9", Operator.AT_MOST),
        ("fewer than 9 men", "fewer than 9", Operator.LESS_THAN),
        ("just under 9 men", "just under 9", Operator.ALMOST),
        ("some 9 men", "some 9", Operator.ABOUT),
        ("9 or more men", "9 or more", Operator.AT_LEAST),
        ("dozens of men", "dozens", Operator.VAGUE),
        ("the 9 men", "9", Operator.EXACT),
    ],
)
def test_operator(text: str, words: str, operator: Operator) -> None:
    ((span, _, found),) = read(text)
    assert (span, found) == (words, operator)


def test_range_and_change() -> None:
    source = tokens("between 20 and 30 men")
    (ranged,) = numerals(source, Span(start=0, end=21))
    assert (ranged.value, ranged.low, ranged.high) == (None, 20, 30)
    assert read("the toll rose from 9 to 12") == [("12", 12, Operator.EXACT)]
