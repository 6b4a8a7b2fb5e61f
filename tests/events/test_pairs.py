"""Whatever is put and cut, the arrays hold what plain tuples would."""

import random
from array import array
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.events.card import Card
from onrecord.events.pairs import RULED, Pairs, Row
from onrecord.records import Claim, Document

Said = tuple[Document, Claim]
Cards = Callable[..., list[Card]]


def row(score: float, left: Card, right: Card) -> Row:
    return (-score, left.order, right.order, left, right)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10000))
def test_rows_are_those_that_were_put_and_not_cut(waves: list[Said], cards: Cards, seed: int) -> None:
    dice, told = random.Random(seed), cards(*waves)
    held, kept = Pairs(), dict[frozenset[Card], Row]()
    held.take(told)
    for _ in range(30):
        held.turn()
        one, other = dice.sample(told, 2)
        number, pair = held.find(one, other), frozenset((one, other))
        assert (number is not None) == (pair in kept)
        if number is not None and dice.random() < 0.5:
            assert held.cut(number) == kept.pop(pair)
        elif number is None:
            kept[pair] = row(dice.choice([2.5, 3.0, 4.125]), one, other)
            held.put(kept[pair])
        if dice.random() < 0.1:
            left = dice.choice(told)
            gone = [r for p, r in kept.items() if left in p]
            assert sorted(held.drop([left])) == sorted(gone)
            kept = {p: r for p, r in kept.items() if left not in p}
            held.take([left])
    for card in told:
        mine = {o: r for p, r in kept.items() if card in p for o in p - {card}}
        assert dict(held.at(card)) == mine and held.beside(card) == mine.keys()


@pytest.mark.parametrize("times", [1, 400])
def test_the_strongest_come_first_however_many_there_are(waves: list[Said], cards: Cards, times: int) -> None:
    told = cards(*waves)
    held, rows = Pairs(), list[Row]()
    held.take(told)
    for n in range(times):
        rows += [row(float(n % 7), a, b) for a in told for b in told if a is not b]
    numbers = array("i", [held.put(r) for r in rows])
    held.cut(numbers[3])
    assert list(held.strongest(numbers)) == sorted([*rows[:3], *rows[4:]])


def test_what_people_rule_comes_before_all_others(waves: list[Said], cards: Cards) -> None:
    a, b, c = cards(*waves[:3])
    held = Pairs()
    held.take([a, b, c])
    older = (RULED, (-1.0, a.id), (0.0, b.id), a, b)
    newer = (RULED, (-2.0, b.id), (0.0, c.id), b, c)
    numbers = array("i", [held.put(r) for r in (older, row(9.0, a, c), newer)])
    assert list(held.strongest(numbers)) == [newer, older, row(9.0, a, c)]


def test_no_number_is_given_again_within_one_change(waves: list[Said], cards: Cards) -> None:
    a, b, c = cards(*waves[:3])
    held = Pairs()
    held.take([a, b, c])
    first = held.put(row(3.0, a, b))
    held.cut(first)
    assert held.put(row(3.0, b, c)) != first
    held.turn()
    assert held.put(row(3.0, a, b)) == first
