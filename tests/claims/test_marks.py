"""Marks: phrases of lexicons in a text."""

import pytest

from onrecord.claims.marks import Lexicons, forms, marks, singular
from onrecord.records import Span


def test_forms() -> None:
    assert forms("carry~") == [("carry",), ("carries",), ("carried",), ("carrying",)]
    assert forms("a|b village+") == [("a", "village"), ("a", "villages"), ("b", "village"), ("b", "villages")]
    assert forms("air-defence") == [("air", "defence")]


def test_longest_phrase_of_a_lexicon_wins() -> None:
    found = Lexicons([("x", "one", "oil"), ("x", "two", "oil depot"), ("y", "three", "depot")]).scan("The oil-depot")
    whole = Span(start=0, end=13)
    assert [(m.value, m.span) for m in found.of("x", whole)] == [("two", Span(start=4, end=13))]
    assert [m.value for m in found.of("y", whole)] == ["three"]


def test_values_of_one_phrase_are_joined() -> None:
    found = Lexicons([("x", "one", "lost"), ("x", "two", "lost")]).scan("Lost")
    assert [m.value for m in found.of("x", Span(start=0, end=4))] == ["one|two"]


def test_only_marks_inside_the_span() -> None:
    text = "Drones and drones"
    assert len(marks(text).of("object", Span(start=0, end=17))) == 2
    assert len(marks(text).of("object", Span(start=7, end=17))) == 1
    assert marks(text).of("object", Span(start=0, end=3)) == []
    assert marks(text).of("nonsense", Span(start=0, end=17)) == []


@pytest.mark.parametrize(
    ("word", "one"),
    [("drones", "drone"), ("batteries", "battery"), ("crashes", "crash"), ("bus", "bus"), ("boss", "boss")],
)
def test_singular(word: str, one: str) -> None:
    assert singular(word) == one
