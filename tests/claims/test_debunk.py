"""What a report itself calls false."""

import time

import pytest

from onrecord.claims.debunk import invented, refuted
from onrecord.records import Span


def whole(text: str) -> Span:
    return Span(start=0, end=len(text))


@pytest.mark.parametrize(
    ("text", "false"),
    [
        ("He fabricated the story that officers took bribes, court papers show.", "officers took bribes"),
        ("It spread the debunked claim that gas was used.", "gas was used"),
        ("He falsely accused the mayor of theft.", "the mayor of theft"),
        ("She lied to the police about the bribes.", "the bribes"),
        ("They made up the report of a massacre.", "a massacre"),
    ],
)
def test_invented(text: str, false: str) -> None:
    assert [span.of(text) for span in invented(text, whole(text))] == [false]


@pytest.mark.parametrize(
    ("text", "false"),
    [
        ("The report that the dam had burst was debunked.", "the dam had burst"),
        ("A video that claims to show troops at the dam is fake.", "troops at the dam"),
    ],
)
def test_refuted(text: str, false: str) -> None:
    assert [span.of(text) for span in refuted(text, whole(text))] == [false]


@pytest.mark.parametrize(
    "text",
    [
        "The firm invented a new pump.",
        "Women made up half of the staff.",
        "A false alarm rang.",
        "He told the story of the dam.",
    ],
)
def test_not_false(text: str) -> None:
    assert [*invented(text, whole(text)), *refuted(text, whole(text))] == []


def test_takes_linear_time() -> None:
    text = "false claim that " * 200
    started = time.process_time()
    assert list(invented(text, whole(text)))
    assert time.process_time() - started < 2
