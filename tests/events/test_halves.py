"""Two halves are two where the likeness across is clearly less than within."""

from itertools import permutations

import numpy as np
import pytest
from msgspec.structs import replace

from onrecord.events.halves import Square, contrast, halves
from onrecord.events.tables import bundling


def square(sizes: tuple[int, int], within: float, across: float) -> Square:
    """The likeness of the documents of two groups."""
    group = np.repeat([0, 1], sizes)
    found = np.where(group[:, None] == group[None, :], within, across)
    np.fill_diagonal(found, 1.0)
    return found


@pytest.mark.parametrize("scale", [0.1, 0.3, 0.9])
@pytest.mark.parametrize("sizes", [(4, 4), (3, 9), (12, 2)])
def test_the_proportion_decides_and_not_the_level(scale: float, sizes: tuple[int, int]) -> None:
    limits = replace(bundling(), pairs=0.0)
    found = halves(square(sizes, scale, 0.4 * scale), limits)
    assert found is not None and sorted([int(found.sum()), int((~found).sum())]) == sorted(sizes)
    assert halves(square(sizes, scale, 0.9 * scale), limits) is None


def test_contrast_is_the_share_of_the_likeness_that_crosses() -> None:
    half = np.repeat([False, True], (5, 5))
    limits = replace(bundling(), pairs=0.0)
    assert contrast(square((5, 5), 0.4, 0.1), half, limits) == pytest.approx(0.25)


def test_few_documents_are_drawn_to_the_usual() -> None:
    half = np.repeat([False, True], (2, 2))
    alike, none = square((2, 2), 0.9, 0.3), replace(bundling(), pairs=0.0)
    assert contrast(alike, half, bundling()) > contrast(alike, half, none)


@pytest.mark.parametrize("size", [1, 2, 3])
def test_too_few_are_never_parted(size: int) -> None:
    assert halves(np.eye(size), bundling()) is None


def test_no_document_is_ever_left_alone() -> None:
    alike = square((1, 7), 0.5, 0.0)
    found = halves(alike, bundling())
    assert found is None or min(found.sum(), (~found).sum()) >= 2


def test_the_order_changes_no_clear_case() -> None:
    alike = square((2, 3), 0.5, 0.05)
    for order in permutations(range(5)):
        found = halves(alike[np.ix_(order, order)], bundling())
        assert found is not None
        one = {order[i] for i in np.flatnonzero(found)}
        assert one in ({0, 1}, {2, 3, 4})


def test_documents_that_share_nothing_raise_nothing() -> None:
    assert halves(np.zeros((6, 6)), bundling()) is None
