"""Windows keep every character, fit their sizes, and cut long paragraphs at sentence ends."""

import itertools

import numpy as np
import pytest

from onrecord.claims.encoder import encoder
from onrecord.claims.windows import FIRST, LAST, Window, windows

SENTENCE = "The governor of the northern region said on Friday that two bridges had been closed. "


def cut(text: str, size: int = 160, longest: int = 254) -> list[Window]:
    return list(windows(text, encoder().tokenizer, size, longest))


def test_paragraphs_are_packed_and_marked() -> None:
    (window,) = cut("One two.\n\nThree.")
    assert window.ids[0] == FIRST
    assert (window.ids == LAST).sum() == 2
    assert ["One two.\n\nThree."[a:b] for a, b in window.offsets if a >= 0] == ["One", "two", ".", "Three", "."]


def test_windows_fit() -> None:
    found = cut("\n".join([SENTENCE * 2] * 30 + [SENTENCE * 14] + ["Short."] * 30))
    assert len(found) > 5
    assert max(len(w.ids) for w in found) <= 256
    assert sum(len(w.ids) > 160 for w in found) <= 4


def test_a_long_paragraph_is_cut_at_sentence_ends() -> None:
    text = SENTENCE * 60
    found = cut(text)
    lasts = [text[: w.offsets[w.offsets[:, 0] >= 0][-1, 1]] for w in found]
    assert len(found) > 3
    assert all(last.endswith(".") for last in lasts)


@pytest.mark.parametrize(
    "text", [SENTENCE * 60, "word " * 3000, "1 " * 2000, "a\n" * 500, "\u00ad\u200fa\u00a0b " * 400]
)
def test_no_word_is_lost_or_read_twice(text: str) -> None:
    offsets = [tuple(o) for w in cut(text) for o in w.offsets.tolist() if o[0] >= 0]
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(offsets))
    covered = np.zeros(len(text), bool)
    for start, end in offsets:
        covered[start:end] = True
    assert all(covered[i] for i, c in enumerate(text) if c.isalnum())


def test_quotation_goes_on_over_a_cut() -> None:
    (first, *_, last) = cut("“" + SENTENCE * 40 + "” He left.")
    inside = first.features[1:-1] // 5
    assert inside[0] == 0  # the mark itself
    assert inside[1:].all()
    assert last.features[-4] // 5 == 0


def test_case_is_told() -> None:
    (window,) = cut("rain Rain RAIN 7 !")
    assert window.features[1:-1].tolist() == [0, 1, 2, 3, 4]


def test_wordless_windows_are_told() -> None:
    assert [w.wordy for w in cut("1 2 3 ... 4")] == [False]
    assert [w.wordy for w in cut("a 1")] == [True]
