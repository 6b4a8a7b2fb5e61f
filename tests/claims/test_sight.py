"""What the encoder saw is asked by characters: answers depend on the pieces under them and on nothing else."""

import msgspec
import numpy as np
import pytest

from onrecord.claims.encoder import Heads, Linear, card
from onrecord.claims.sight import SMALL, Sight
from onrecord.claims.windows import Window
from onrecord.records import Span

CLASSES = card().classes
WIDTHS = {
    "kinds": (SMALL, len(CLASSES.kinds)),
    "flags": (SMALL, len(CLASSES.flags)),
    "stances": (2 * SMALL, len(CLASSES.stances)),
    "around": (SMALL, SMALL),
    "roles": (SMALL, len(CLASSES.roles)),
    "measures": (SMALL, len(CLASSES.measures)),
    "about": (SMALL, SMALL),
    "things": (SMALL, 1),
    "pair": (128, 5),
}


@pytest.fixture
def heads() -> Heads:
    rng = np.random.default_rng(1)

    def linear(rows: int, columns: int) -> Linear:
        return Linear(rng.normal(size=(rows, columns)).astype(np.float32), np.zeros(columns, np.float32))

    plain = {"distance": (24, 128), "transitions": (7, 7), "start": (7,)}
    made = {name: np.zeros(shape, np.float32) for name, shape in plain.items()}
    return msgspec.convert(made | {n: linear(*s) for n, s in WIDTHS.items()}, Heads, from_attributes=True, strict=False)


def window(start: int, count: int = 6) -> Window:
    """Pieces of five characters side by side, between two marks."""
    offsets = [(-1, -1), *((start + 5 * k, start + 5 * k + 5) for k in range(count)), (-1, -1)]
    zeros = np.zeros(count + 2, np.int64)
    return Window(ids=zeros, features=zeros, offsets=np.array(offsets))


def columns(seed: int, count: int = 8) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(count, 4 * SMALL + 2)).astype(np.float16)


@pytest.fixture
def sight(heads: Heads) -> Sight:
    made = Sight(heads, CLASSES)
    made.keep(window(0), columns(1))
    made.keep(window(40), columns(2))
    return made


def test_what_a_part_tells_is_a_distribution(sight: Sight) -> None:
    told = sight.tells(Span(start=0, end=12))
    assert told is not None
    assert set(told.kinds) == set(CLASSES.kinds)
    assert sum(told.kinds.values()) == pytest.approx(1, abs=1e-5)
    assert set(told.flags) == set(CLASSES.flags)
    assert all(0 <= p <= 1 for p in told.flags.values())


def test_what_was_not_seen_is_not_answered(sight: Sight) -> None:
    nowhere = Span(start=200, end=210)
    assert sight.tells(nowhere) is None
    assert sight.stances(nowhere, None) is None
    assert sight.counts(nowhere) is None
    assert sight.roles(nowhere) is None
    assert sight.cuts(nowhere) == []


def test_other_windows_change_nothing(sight: Sight, heads: Heads) -> None:
    alone = Sight(heads, CLASSES)
    alone.keep(window(0), columns(1))
    span = Span(start=5, end=25)
    assert alone.tells(span) == sight.tells(span)
    assert alone.counts(span) == sight.counts(span)


def test_cuts_lie_inside_the_part(sight: Sight) -> None:
    span = Span(start=5, end=60)
    found = sight.cuts(span, least=0.0)
    assert found == [10, 15, 20, 25, 40, 45, 50, 55]


def test_roles_are_of_the_pieces_of_the_part(sight: Sight) -> None:
    found = sight.roles(Span(start=41, end=52))
    assert found is not None
    offsets, likely = found
    assert offsets.tolist() == [[40, 45], [45, 50], [50, 55]]
    assert likely.sum(1) == pytest.approx(np.ones(3), abs=1e-5)
