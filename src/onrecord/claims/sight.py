"""What the encoder saw of one text, kept for questions: what a part tells, by which stance, who does it, how many.

Every answer is a view of the same pass: a few columns of the pieces under a span, and a small matrix after them.
"""

from bisect import bisect_right
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.claims.encoder import Classes, Floats, Heads
from onrecord.claims.windows import Window
from onrecord.records import Span

SMALL = 64
_PROP, _GATE, _CUT, _VOICE, _ROLE, _FIGURE = (
    slice(0, SMALL),
    SMALL,
    SMALL + 1,
    slice(SMALL + 2, 2 * SMALL + 2),
    slice(2 * SMALL + 2, 3 * SMALL + 2),
    slice(3 * SMALL + 2, 4 * SMALL + 2),
)
"""The columns of the heads after those of attribution, as training/net.py lays them out."""


_MOST = 64
"""Answers that are remembered at once."""


class Pieces(NamedTuple):
    """Pieces [m] in their order: their characters [m, 2] and columns [m, 4 * SMALL + 2]."""

    offsets: NDArray[np.int64]
    columns: Floats


Parts = tuple[NDArray[np.int64], Floats]
"""The characters [m, 2] of some pieces, and a row of probabilities [m, roles] for each."""


class Telling(NamedTuple):
    """What a proposition tells, in probabilities: its kinds, and its flags.

    Flags: told as background; called false by the report; without a cue, and yet the last speaker's ("carried").
    """

    kinds: dict[str, float]
    flags: dict[str, float]


class Counting(NamedTuple):
    """What a number is, in probabilities of its measures ("none": it counts nothing)."""

    measures: dict[str, float]


class Sight:
    """The windows of one text with what the encoder made of them, in order."""

    def __init__(self, heads: Heads, classes: Classes) -> None:
        self._heads, self._classes = heads, classes
        self._windows: list[Pieces] = []
        self._starts: list[int] = []
        self._pooled: dict[Span, Floats | None] = {}
        self._told: dict[Span, Telling | None] = {}
        self._parts: dict[Span, Parts | None] = {}
        self._found: dict[Span, list[Pieces]] = {}

    def keep(self, window: Window, columns: Floats) -> None:
        """Add the next window of the text, with the columns of its pieces; marks are left out."""
        real = window.offsets[:, 0] >= 0
        self._windows.append(Pieces(window.offsets[real], columns[real].astype(np.float16)))
        self._starts.append(int(self._windows[-1].offsets[0, 0]))

    def tells(self, span: Span) -> Telling | None:
        """What a proposition tells; None where the encoder saw nothing of it."""
        if span not in self._told:
            _room(self._told)
            self._told[span] = self._tell(span)
        return self._told[span]

    def _tell(self, span: Span) -> Telling | None:
        pooled = self._pool(span)
        if pooled is None:
            return None
        flags = dict(zip(self._classes.flags, _sigmoid(self._heads.flags(pooled)).tolist(), strict=True))
        return Telling(_named(self._classes.kinds, self._heads.kinds(pooled)), flags)

    def stances(self, span: Span, cue: Span | None) -> dict[str, float] | None:
        """The stance of a speaker toward a proposition, by what it says and by its cue."""
        pooled, anchor = self._pool(span), self._first(cue or span)
        if pooled is None or anchor is None:
            return None
        return _named(self._classes.stances, self._heads.stances(np.concatenate([pooled, _gelu(anchor[_VOICE])])))

    def cuts(self, span: Span, least: float = 0.5) -> list[int]:
        """Where inside a span a further proposition begins."""
        found = []
        for offsets, columns in self._under(span):
            likely = _sigmoid(columns[:, _CUT]) > least
            found += [int(start) for start in offsets[likely, 0] if start > span.start]
        return found

    def roles(self, span: Span) -> Parts | None:
        """The characters [m, 2] of a proposition's pieces, and the probability [m, roles] of each one's role in it."""
        if span not in self._parts:
            _room(self._parts)
            self._parts[span] = self._cast(span)
        return self._parts[span]

    def _cast(self, span: Span) -> Parts | None:
        pooled = self._pool(span)
        if pooled is None:
            return None
        offsets, columns = max(self._under(span), key=lambda p: len(p.offsets))
        return offsets, _softmax(self._heads.roles(_gelu(columns[:, _ROLE] + self._heads.around(pooled))))

    def role(self, name: str) -> int:
        """The column of a role in `roles`."""
        return self._classes.roles.index(name)

    def counts(self, number: Span) -> Counting | None:
        """What a number counts, by its first piece."""
        piece = self._first(number)
        if piece is None:
            return None
        return Counting(_named(self._classes.measures, self._heads.measures(_gelu(piece[_FIGURE]))))

    def thing(self, number: Span, within: Span) -> tuple[NDArray[np.int64], Floats] | None:
        """The characters [m, 2] of the pieces of `within`, and whether each names what the number counts [m]."""
        piece = self._first(number)
        under = max(self._under(within), key=lambda p: len(p.offsets), default=None)
        if piece is None or under is None:
            return None
        about = self._heads.about(_gelu(piece[_FIGURE]))
        return under.offsets, _sigmoid(self._heads.things(_gelu(under.columns[:, _ROLE] + about))[:, 0])

    def _pool(self, span: Span) -> Floats | None:
        """What the pieces of a span say together, weighed by how much each says; of the window that has most of it."""
        if span not in self._pooled:
            under = max(self._under(span), key=lambda p: len(p.offsets), default=None)
            if under is None:
                self._pooled[span] = None
            else:
                weights = _softmax(under.columns[:, _GATE])
                self._pooled[span] = _gelu(weights @ under.columns[:, _PROP])
        return self._pooled[span]

    def _first(self, span: Span) -> Floats | None:
        under = self._under(span)
        return under[0].columns[0] if under else None

    def _under(self, span: Span) -> list[Pieces]:
        """The pieces that a span touches, window by window. Several questions in a row are about the same span."""
        if span not in self._found:
            _room(self._found)
            self._found[span] = self._find(span)
        return self._found[span]

    def _find(self, span: Span) -> list[Pieces]:
        found = []
        at = max(0, bisect_right(self._starts, span.start) - 1)
        while at < len(self._windows) and self._starts[at] < span.end:
            offsets, columns = self._windows[at]
            first = int(offsets[:, 1].searchsorted(span.start, "right"))
            last = int(offsets[:, 0].searchsorted(span.end, "left"))
            if first < last:
                found.append(Pieces(offsets[first:last], columns[first:last].astype(np.float32)))
            at += 1
        return found


def _room(remembered: dict[Span, Any]) -> None:
    """Forget what is remembered once it is much: what is asked again is asked soon."""
    if len(remembered) >= _MOST:
        remembered.clear()


def _named(names: tuple[str, ...], scores: Floats) -> dict[str, float]:
    return dict(zip(names, _softmax(scores).tolist(), strict=True))


def _softmax(x: Floats) -> Floats:
    raised = np.exp(x - x.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), np.float32)


def _sigmoid(x: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-x)), np.float32)


def _gelu(x: Floats) -> Floats:
    """Its tanh form, with which the heads are taught."""
    return np.asarray(0.5 * x * (1 + np.tanh(0.7978846 * (x + 0.044715 * x * x * x))), np.float32)
