import pytest

from onrecord.claims.timex import scan
from onrecord.records import Span


def kinds(text: str) -> list[tuple[str, str]]:
    return [(t.kind, text[t.start : t.end]) for t in scan(text, Span(start=0, end=len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Saturday night", [("weekday", "Saturday"), ("part", "night")]),
        ("on 13-14 December 2024", [("days", "13-14 December 2024")]),
        ("on Dec. 13, 2024", [("date", "Dec. 13, 2024")]),
        ("on 30 February 2024", [("date", "February 2024")]),
        ("at 7:05 p.m. GMT", [("clock", "7:05 p.m. GMT")]),
        ("at 25:00", []),
        ("3-1 and 10.50 euros", []),
        ("the day before yesterday", [("deixis", "the day before yesterday")]),
        ("over the past three days", [("past", "the past three days")]),
        ("A DAY IN MARCH 2022", [("date", "MARCH 2022")]),
        ("It fell in July.", [("month", "July")]),
        ("It fell in Sept.", [("month", "Sept.")]),
        ("a firm which started late, and early doubts", []),
        ("late on Friday", [("part", "late"), ("weekday", "Friday")]),
        ("on the Sunday before last", [("weekday", "the Sunday before last")]),
        ("in the last week of March", [("slice", "the last week of March")]),
        ("for the third night running", [("deixis", "night running")]),
        ("during the past night", [("deixis", "the past night")]),
        ("on Christmas Day", [("date", "Christmas Day")]),
        ("by the end of the month", [("offset", "the month")]),
        ("seventeen years ago", [("ago", "seventeen years ago")]),
    ],
)
def test_expressions_as_they_are_written(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_two_clock_times_share_their_half_of_the_day() -> None:
    text = "between 7 and 10 p.m."
    found = list(scan(text, Span(start=0, end=len(text))))
    assert [t.value[0] for t in found] == [19, 22]


def test_nothing_outside_the_span_is_read() -> None:
    text = "On Friday it rained, on Saturday it snowed."
    found = list(scan(text, Span(start=text.index(","), end=len(text))))
    assert [text[t.start : t.end] for t in found] == ["Saturday"]
