from collections.abc import Callable

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.events.card import Card
from onrecord.events.passages import Passages, runs
from onrecord.records import Claim, Document

Said = tuple[Document, Claim]
Say = Callable[..., Said]
Cards = Callable[..., list[Card]]


@given(st.lists(st.integers(0, 2), max_size=40), st.integers(2, 5))
def test_equal_runs_have_equal_numbers_and_others_have_not(text: list[int], size: int) -> None:
    found = runs(np.array(text, np.int32), size, 3).tolist()
    every = [tuple(text[i : i + size]) for i in range(len(text) - size + 1)]
    assert len(found) == len(every)
    assert len(set(zip(found, every, strict=True))) == len(set(found)) == len(set(every))


def test_a_passage_has_its_neighbours_beside_it(say: Say, cards: Cards) -> None:
    text = "The dam broke. The mill at Brin stood under water. Trains stood still."
    passages = Passages(cards(say("The mill at Brin stood under water.", within=text)))
    (one,) = passages.all
    assert passages.words(*one.own) == "the mill at brin stood under water"
    assert passages.words(*one.window) == "the dam broke the mill at brin stood under water trains stood still"
    assert len(passages.shingles(one.own)) == 3


def test_a_short_text_is_one_shingle(say: Say, cards: Cards) -> None:
    passages = Passages(cards(say("No casualties."), say("No  casualties", "post"), say("No damage.", "air")))
    first, second, third = (passages.shingles(p.own).tolist() for p in passages.all)
    assert len(first) == 1 and first == second != third
    assert passages.shingles((0, 0)).tolist() == []
