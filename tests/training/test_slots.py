"""Weights fitted on pairs of claims."""

from collections import Counter

import numpy as np
import pytest
from training.slots import BENCH, L2, SLOTS, Numbers, Pair, fitted, generated, in_use, loss, shares


def pair(same: bool, source: str = "book", number: int = 0, **scores: float) -> Pair:
    """Two claims, of one happening or of two."""
    event = f"e{number}"
    return Pair(source, 1, (event, event if same else f"{event} other"), tuple(scores.get(n, 0.0) for n in SLOTS))


def told() -> list[Pair]:
    """Happenings at one place each: the place tells, the speaker does not."""
    same = [pair(True, number=n, place=1.0, speaker=n % 2) for n in range(40)]
    return same + [pair(False, number=n, place=0.0, speaker=n % 2) for n in range(40)]


def test_the_slot_that_tells_weighs_most_and_the_idle_one_nothing() -> None:
    found = dict(zip(SLOTS, fitted(told()), strict=False))
    assert found["place"] == max(found.values()) > 1
    assert found["speaker"] == pytest.approx(0, abs=0.05)
    assert found["weapon"] == 0


def test_what_is_fitted_stands_where_its_slope_is_none() -> None:
    pairs, by = told(), fitted(told())
    held = np.append(np.full(len(SLOTS), L2), 0.0)

    def cost(weights: Numbers) -> float:
        return float(loss(pairs, weights)[0] * shares(pairs).sum() + 0.5 * held @ weights**2)

    assert all(cost(by) < cost(by + step) for step in 0.01 * np.vstack([np.eye(len(by)), -np.eye(len(by))]))


def test_a_crowded_event_and_the_bench_do_not_decide() -> None:
    crowd = [pair(True, number=1)] * 100 + [pair(True, number=2)]
    counts = shares(crowd)
    assert counts[:100].sum() == pytest.approx(10 * counts[100])
    made = shares([*crowd, *[pair(True, BENCH, 3)] * 1000])
    assert made[101:].sum() == pytest.approx(0.3 * made[:101].sum())


def test_the_bench_tells_of_one_happening_in_many_pairs() -> None:
    pairs = list(generated())
    assert len(pairs) > 10_000
    assert {p.source for p in pairs} == {BENCH}
    kinds = Counter(p.same for p in pairs)
    assert kinds[True] > 1000 < kinds[False]
    wrong, right = loss(pairs, in_use())
    assert right > 0.9, (wrong, right)
