"""Words that take back what was said before, and words that only look like it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.events.retract import about, numbers, passages, sentence
from onrecord.records import Document


def found(text: str) -> list[tuple[str, bool, bool]]:
    document = Document(source="wire", address="a", title="", text=text)
    return [(p.said.of(text), p.verb is not None, p.wrong) for p in passages(document)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "An earlier version of this report said that nine people were killed. The figure was wrong.",
            "nine people were killed",
        ),
        ("An earlier version of this story incorrectly said nine had died; it is seven.", "nine had died"),
        ("We wrongly reported that the dam had burst.", "the dam had burst"),
        ("This report originally said the bridge was open. That was an error.", "the bridge was open"),
        ("The ministry retracted its claim that it shot down 60 drones.", "it shot down 60 drones"),
        ("The ministry has withdrawn its earlier claim of taking the village, saying it erred.", "taking the village"),
        ("The claim that the dam had cracked was withdrawn by the board.", "the dam had cracked"),
    ],
)
def test_what_is_taken_back(text: str, said: str) -> None:
    ((what, _, wrong),) = found(text)
    assert (what, wrong) == (said, True)


@pytest.mark.parametrize(
    "text",
    [
        "The army withdrew its forces from Brin, a report said.",
        "The ministry has not retracted its claim that it shot down 60 drones.",
        "The ministry denied that it had withdrawn its claim that the dam held.",
        "The minister was urged to retract the claim that the dam held.",
        "The ministry claimed that it shot down 60 drones.",
        "The earlier version of the bridge stood for ninety years.",
        "Reports that the fourth brigade is withdrawn from Brin were confirmed by the ministry.",
    ],
)
def test_what_is_not_taken_back(text: str) -> None:
    assert not [f for f in found(text) if f[2]]


def test_an_update_is_no_correction() -> None:
    ((_, _, wrong),) = found("An earlier version of this report said nine had died. Twelve are now known to be dead.")
    assert not wrong


def test_numbers_in_digits_and_words() -> None:
    assert numbers("nine of 1,026 and 7.5, twenty") == {9, 1026, 7.5, 20}


def test_the_same_thing_said_in_other_words() -> None:
    assert about("it shot down 60 drones over Ostra", "60 drones were shot down over the Ostra region overnight")
    assert not about("it shot down 60 drones over Ostra", "16 drones were shot down over the Ostra region overnight")
    assert not about("it shot down 60 drones over Ostra", "60 people were taken to hospital in Brin")
    assert about("the Cimalva dam had cracked", "the wall of the Cimalva dam had cracked on Monday")
    assert not about("the Cimalva dam had cracked", "the Cimalva dam is spilling as it was built to")


@given(st.text(max_size=200), st.integers(0, 200))
def test_a_sentence_holds_its_character(text: str, at: int) -> None:
    if at < len(text):
        whole = sentence(text, at)
        assert whole.start <= at and (at < whole.end or text[at].isspace())


PIECES = [
    "The ministry ", "retracted its claim that ", "nine died", ". ", "\n", "was wrong ", "withdrawn", ", saying ", "!",
    "An earlier version of this report said ",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_passages_lie_in_the_text_and_apart(parts: list[str]) -> None:
    text = "".join(parts)
    listed = passages(Document(source="wire", address="a", title="", text=text))
    for one in listed:
        assert one.span.end <= len(text) and one.said.of(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(listed))
