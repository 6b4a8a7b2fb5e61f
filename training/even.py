"""What each column of a matrix's input is divided by before it is rounded to eight bits, and each row multiplied by.

All columns share one scale, and one in a thousand is ten times as large as the rest: undivided, the others get three
or four bits. Divided by its root, such a column is no outlier, nor are its weights (after SmoothQuant, Xiao et al.,
ICML 2023). What the net computes stays the same but for the rounding.
"""

from collections.abc import Callable, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from training.labels import Lesson
from training.net import Net

Even = dict[str, NDArray[np.float32]]
JOINED = {"q": "qkv", "o": "o", "up": "up", "down": "down"}
"""A layer's matrices by the first of those that share an input."""

_LEAST = 0.5
"""Columns count as at least this share of the median one, so that those that are nearly nothing are not blown up."""


def evened(net: Net, lessons: Sequence[Lesson]) -> Even:
    """The divisors for each matrix, by the largest values that the columns of its input take in some lessons."""
    return {name: _root(largest) for name, largest in _largest(net, lessons).items()}


def _root(largest: NDArray[np.float32]) -> NDArray[np.float32]:
    usual = np.median(largest)
    return np.sqrt(np.maximum(largest / usual, _LEAST)).astype(np.float32)


def _largest(net: Net, lessons: Sequence[Lesson]) -> Even:
    found: Even = {}
    hooks = [
        getattr(layer, part).register_forward_pre_hook(_watch(found, f"layers.{number}.{name}"))
        for number, layer in enumerate(net.layers)
        for part, name in JOINED.items()
    ]
    net.eval()
    with torch.no_grad():
        for lesson in lessons:
            ids, feat = (torch.from_numpy(x)[None].long() for x in (lesson.window.ids, lesson.window.features))
            net(ids, feat, torch.ones_like(ids))
    for hook in hooks:
        hook.remove()
    return found


def _watch(found: Even, name: str) -> Callable[[nn.Module, tuple[torch.Tensor]], None]:
    def see(_: nn.Module, inputs: tuple[torch.Tensor]) -> None:
        top = inputs[0].abs().amax((0, 1)).numpy()
        found[name] = np.maximum(found.get(name, top), top)

    return see
