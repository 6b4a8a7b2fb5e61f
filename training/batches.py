"""Lessons -> batches of tensors, in an order that the seed and the epoch decide."""

import random
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.labels import SKIP, Lesson
from training.net import CASES

PIECES = 1440
"""Pieces of a batch, padding included."""

_CHUNK = 240  # windows among which those of like length go together


class Batch(NamedTuple):
    """Tensors of some lessons. N anchors, M propositions, Q numbers, each with the row that it stands in."""

    ids: Tensor
    feat: Tensor
    mask: Tensor
    tags: Tensor
    cuts: Tensor
    anchors: Tensor  # [N, 3]: row, piece, whether venue and chain are labelled
    parts: Tensor  # [N, n]
    distance: Tensor  # [N, n]
    told: Tensor  # [M, 3]: row, stance, anchor
    inside: Tensor  # [M, n]
    kinds: Tensor  # [M, kinds]: 1 for each that is right
    flags: Tensor  # [M, flags]
    roles: Tensor  # [M, n]
    numbers: Tensor  # [Q, 6]: row, piece, measure, population, scope, piece of the total
    things: Tensor  # [Q, n]


def batches(lessons: Sequence[Lesson], rng: random.Random) -> list[list[Lesson]]:
    """All lessons once, shuffled, those of like length together."""
    order = list(lessons)
    rng.shuffle(order)
    made: list[list[Lesson]] = []
    for start in range(0, len(order), _CHUNK):
        batch: list[Lesson] = []
        for lesson in sorted(order[start : start + _CHUNK], key=lambda x: len(x.tags)):
            if batch and (len(batch) + 1) * len(lesson.tags) > PIECES:
                made.append(batch)
                batch = []
            batch.append(lesson)
        made.append(batch)
    rng.shuffle(made)
    return made


def collate(batch: Sequence[Lesson], kinds: int, flags: int) -> Batch:
    """Pad and stack."""
    length = max(len(lesson.tags) for lesson in batch)

    def wide(array: NDArray[np.int64], fill: int) -> NDArray[np.int64]:
        return np.pad(array, (0, length - len(array)), constant_values=fill)

    def stack(rows: list[NDArray[np.int64]], width: int) -> Tensor:
        return torch.from_numpy(np.array(rows, np.int64).reshape(-1, width))

    anchors = [(row, *anchor) for row, lesson in enumerate(batch) for anchor in lesson.anchors]
    told = [(row, *each) for row, lesson in enumerate(batch) for each in lesson.told]
    numbers = [(row, *number) for row, lesson in enumerate(batch) for number in lesson.numbers]
    return Batch(
        ids=stack([wide(x.window.ids, 0) for x in batch], length),
        feat=stack([wide(x.window.features, CASES - 1) for x in batch], length),
        mask=stack([wide(np.ones(len(x.tags), np.int64), 0) for x in batch], length),
        tags=stack([wide(x.tags, SKIP) for x in batch], length),
        cuts=stack([wide(x.cuts, SKIP) for x in batch], length),
        anchors=stack([np.array([row, at, full]) for row, at, _, full in anchors], 3),
        parts=stack([wide(parts, SKIP) for _, _, parts, _ in anchors], length),
        distance=stack([bucket(np.arange(length) - at) for _, at, _, _ in anchors], length),
        told=stack([np.array([row, stance, at]) for row, _, _, stance, at, _, _ in told], 3),
        inside=stack([np.isin(np.arange(length), pieces).astype(np.int64) for _, pieces, *_ in told], length),
        kinds=stack([np.isin(np.arange(kinds), right).astype(np.int64) for _, _, right, *_ in told], kinds),
        flags=stack([np.array(each[5]) for each in told], flags),
        roles=stack([wide(each[6], SKIP) for each in told], length),
        numbers=stack([np.array(number[:6]) for number in numbers], 6),
        things=stack([wide(number[6], SKIP) for number in numbers], length),
    )


def bucket(distance: NDArray[np.int64]) -> NDArray[np.int64]:
    """Signed distances in 24 buckets, as onrecord.claims.decode has them."""
    size = np.abs(distance)
    step = np.where(size < 4, size, np.minimum(11, (np.log2(np.maximum(size, 1)) * 2).astype(int)))
    return np.where(distance < 0, step, step + 12)
