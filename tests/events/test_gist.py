"""What a document is about, and that no other document has a say in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.events.gist import Gist, gist
from onrecord.records import Document


def about(text: str, title: str = "") -> Gist:
    return gist(Document(source="wire", address="wire/1", title=title, text=text))


def block(found: Gist, name: str) -> set[str]:
    return {key for held, key in found.weights if held == name}


def test_blocks_hold_what_they_are_named_for() -> None:
    found = about("The dam at Quell broke on Sunday, 14 May 2031.\nOrsk counted 320 houses in Quell.")
    assert block(found, "names") == {"quell"}
    assert block(found, "numbers") == {"14", "320"}
    assert block(found, "times") == {"sunday", "may", "2031"}
    assert {"dam", "quell", "hous"} <= block(found, "words") and "the" not in block(found, "words")


def test_a_word_that_begins_a_line_is_no_name_by_its_capital() -> None:
    assert block(about("Pumps failed.\nPumps ran dry."), "names") == set()


def test_a_word_printed_without_a_capital_is_no_name() -> None:
    assert block(about("In Quell the Dam broke, a dam of earth."), "names") == {"quell"}


def test_the_title_counts_as_text() -> None:
    assert "quell" in block(about("The water rose.", "Flood in Quell"), "words")


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    weights = about("Water reached Quell.").weights
    assert weights["words", "quell"] > 3 * weights["words", "water"]


@pytest.mark.parametrize("text", ["", "the of and", "…"])
def test_a_text_that_says_nothing_is_like_none(text: str) -> None:
    assert about(text).likeness(about("The dam at Quell broke.")) == 0.0


def test_reports_of_one_happening_are_more_alike_than_those_of_two() -> None:
    one = about("The dam at Quell broke on Sunday and flooded 320 houses, Mayor Orsk said.")
    same = about("In Quell, 320 houses stand under water since the dam gave way on Sunday.")
    other = about("The dam at Velin broke on Friday and flooded 45 houses, Mayor Taro said.")
    assert one.likeness(same) > 1.5 * one.likeness(other)


@given(st.text("Quel dam 19.2\n", max_size=60), st.text("Quel dam 19.2\n", max_size=60))
def test_likeness_is_mutual_and_bounded(left: str, right: str) -> None:
    a, b = about(left), about(right)
    assert a.likeness(b) == pytest.approx(b.likeness(a))
    assert -1e-9 <= a.likeness(b) <= 1 + 1e-9
    assert a.likeness(b) <= (a.likeness(a) * b.likeness(b)) ** 0.5 + 1e-9
