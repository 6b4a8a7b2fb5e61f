from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.briefing.proof.tokens import keyed, same, tokens, value
from onrecord.records import Style

STYLE = Style(spellings={"Kiev": "Kyiv", "Krivoy Rog": "Kryvyi Rih"})


@pytest.mark.parametrize(
    ("text", "number"),
    [("58", 58), ("1,026", 1026), ("12 000", 12000), ("7.4", 7.4), ("two", 2), ("Twenty-four", 24), ("depot", None)],
)
def test_values(text: str, number: float | None) -> None:
    assert value(text) == number


def keys(text: str) -> list[str]:
    return [t.key for t in keyed(tokens(text), STYLE)]


def test_spellings_and_numbers_are_folded() -> None:
    assert keys("five drones over Kiev's port") == keys("5 drones over Kyiv's port")
    assert keys("Krivoy Rog") == keys("Kryvyi Rih")
    assert keys("“five in Kiev”") != keys("“5 in Kyiv”")
    assert keys("F-16") != keys("F-15")
    assert keys("at 06:00") != keys("at 07:00")


def test_only_the_first_capital_may_differ() -> None:
    assert same("the depot", "The  depot")
    assert not same("the depot", "the Depot")


@given(st.text(max_size=300))
def test_tokens_are_substrings_in_order(text: str) -> None:
    found = tokens(text)
    assert all(text[t.start : t.end] == t.text for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
