"""Facts are drawn within their range, worked out from one another, and printed as the press prints them."""

import random

import pytest
from evals.scenarios.facts import draw, printed, spelled, work
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Measure, Scope


@given(st.integers())
def test_facts_keep_their_sums(seed: int) -> None:
    rows = {"sent": "90..120 -> launched", "shot": "40..60 -> shot_down", "lost": "sent - shot - 2 -> lost_to_ew"}
    found = draw(rows, random.Random(seed))
    assert 90 <= found["sent"].value <= 120
    assert found["sent"].value == found["shot"].value + found["lost"].value + 2


def test_a_fact_has_its_type() -> None:
    fact = draw({"kids": "3 -> killed person part pop=children scope=daily place=A_and_B"}, random.Random(1))["kids"]
    assert (fact.measure, fact.object, fact.population, fact.part) == (Measure.KILLED, "person", "children", True)
    assert (fact.scope, fact.place) == (Scope.DAILY, "A and B")


def test_arithmetic_is_all_that_is_worked_out() -> None:
    assert work("floor(a - 1, 10) * 2", {"a": 47}) == 80
    with pytest.raises(ValueError, match="not an expression"):
        work("__import__('os')", {})


@pytest.mark.parametrize(("value", "word"), [(0, "no"), (9, "nine"), (20, "twenty"), (42, "forty-two")])
def test_numbers_are_spelled(value: int, word: str) -> None:
    assert spelled(value) == word


def test_small_numbers_are_words_and_large_ones_digits() -> None:
    rows = draw({"few": "7 -> killed", "some": "58 -> killed", "many": "3120 -> killed"}, random.Random(1))
    assert [printed(f, "") for f in rows.values()] == ["seven", "58", "3,120"]
    assert [printed(f, "W") for f in rows.values()] == ["Seven", "Fifty-eight", "3,120"]
