"""The likeness of each document to each -> the two halves that they fall into, where these are clearly two.

Two halves are two where documents are less like those of the other half than like those of their own. That is a
proportion, so that it holds for subjects of which all reports sound alike as well as for others.
"""

from math import sqrt

import numpy as np
from numpy.typing import NDArray

from onrecord.events.tables import Bundling

Square = NDArray[np.float64]
Half = NDArray[np.bool_]
STARTS = 4
ROUNDS = 8


def halves(alike: Square, limits: Bundling) -> Half | None:
    """Which documents are the second half; None where all are one. Neither half is ever a document alone."""
    found = [half for half in (_settle(alike, half) for half in _starts(alike)) if _whole(half)]
    best = max(found, key=lambda half: _length(alike, half) + _length(alike, ~half), default=None)
    return best if best is not None and contrast(alike, best, limits) < limits.split else None


def contrast(alike: Square, half: Half, limits: Bundling) -> float:
    """The mean likeness across two halves over that within them (the geometric mean of the two)."""
    across = float(alike[np.ix_(half, ~half)].mean())
    return across / sqrt(_within(alike, half, limits) * _within(alike, ~half, limits))


def _within(alike: Square, half: Half, limits: Bundling) -> float:
    """The mean likeness between the documents of one half, drawn to the usual where they are few."""
    own = alike[np.ix_(half, half)]
    pairs = len(own) * (len(own) - 1) / 2
    total = float(own.sum() - np.trace(own)) / 2
    return (total + limits.pairs * limits.usual) / (pairs + limits.pairs)


def _starts(alike: Square) -> list[Half]:
    """Halves to begin with: around two documents far from each other, each time others."""
    seeds: list[int] = []
    found: list[Half] = []
    one = int(alike.sum(axis=1).argmin())
    for _ in range(STARTS):
        other = int(alike[one].argmin())
        found.append(alike[:, other] > alike[:, one])
        seeds += [one, other]
        one = int(alike[:, seeds].max(axis=1).argmin())
    return found


def _settle(alike: Square, half: Half) -> Half:
    """The halves when each document has gone to the half that it is more like (spherical 2-means)."""
    for _ in range(ROUNDS):
        if half.all() or not half.any():
            return half
        one, other = (alike[:, h].sum(axis=1) / _length(alike, h) for h in (~half, half))
        moved = other > one
        if (moved == half).all():
            return half
        half = moved
    return half


def _length(alike: Square, half: Half) -> float:
    """The length of the sum of the documents of a half."""
    return sqrt(max(float(alike[np.ix_(half, half)].sum()), 1e-12))


def _whole(half: Half) -> bool:
    return bool(2 <= half.sum() <= len(half) - 2)
