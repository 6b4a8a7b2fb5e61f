"""What a report itself calls false."""

import time

import pytest

from onrecord.claims.debunk import disclaims, disowned, invented, refuted
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
        ("It is not true that the dam has burst.", "the dam has burst"),
        ("A fabricated report according to which Mar hides arms spread.", "Mar hides arms spread"),
        ("A fabricated report that Mar hides arms has been widely shared.", "Mar hides arms"),
    ],
)
def test_invented(text: str, false: str) -> None:
    assert [span.of(text) for span in invented(text, whole(text))] == [false]


@pytest.mark.parametrize(
    ("text", "false"),
    [
        ("The report that the dam had burst was debunked.", "the dam had burst"),
        ("A video that claims to show troops at the dam is fake.", "troops at the dam"),
        ("The story that 600 carters gave up there is made up.", "600 carters gave up there"),
        ("Reports in the Arland media that a house was hit are a lie.", "a house was hit"),
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


@pytest.mark.parametrize(
    "text",
    [
        "It is false.",
        "But that was not true.",
        "Both reports were fabricated.",
        "The claim is a lie.",
        "None of it is true.",
    ],
)
def test_the_sentence_before_is_disowned(text: str) -> None:
    assert disowned(text, whole(text))


@pytest.mark.parametrize(
    "text", ["It is falsely said to be so.", "The bridge is false work.", "It was a false alarm.", "It is true."]
)
def test_other_sentences_disown_nothing(text: str) -> None:
    assert not disowned(text, whole(text))


def test_words_that_only_disclaim() -> None:
    assert disclaims("It is not true,")
    assert not disclaims("It is not true of the dam")
