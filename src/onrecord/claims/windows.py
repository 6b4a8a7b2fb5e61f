"""Text -> windows of word pieces, as the encoder was trained: consecutive paragraphs up to a number of pieces.

A paragraph longer than a window is cut at sentence ends, and inside a sentence only where that alone is too long. A
document of any length streams through: a few paragraphs at a time are held as pieces.
"""

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.claims.text import paragraphs, split
from onrecord.records import Span

FIRST, LAST = 101, 102
"""Ids of [CLS], which begins a window, and [SEP], which ends each paragraph."""

_MARK = 15  # the feature of both
_DIGIT = 3  # cases below this are of letters
_OUTSIDE = 5  # features from here on are inside quotation marks
_QUOTE = re.compile(r"[\"“”]")
_LONG = 600  # characters: a longer paragraph is tokenized sentence by sentence
_BATCH = 32  # parts tokenized at once


@dataclass(frozen=True, slots=True)
class Window:
    """One input of the encoder: `ids` and `features` [n], and each piece's characters [n, 2]; (-1, -1) for a mark."""

    ids: NDArray[np.int64]
    features: NDArray[np.int64]
    offsets: NDArray[np.int64]

    @property
    def wordy(self) -> bool:
        """Whether any piece is of letters: what has none cannot say who said what."""
        return bool((self.features % _OUTSIDE < _DIGIT)[self.features != _MARK].any())


@dataclass(slots=True)
class Run:
    """Pieces of one paragraph while they gather: ids, features, characters."""

    ids: list[int] = field(default_factory=list)
    features: list[int] = field(default_factory=list)
    offsets: list[tuple[int, int]] = field(default_factory=list)

    def add(self, other: "Run", start: int = 0, end: int | None = None) -> None:
        """Append the pieces [start, end) of another run."""
        self.ids += other.ids[start:end]
        self.features += other.features[start:end]
        self.offsets += other.offsets[start:end]

    def mark(self, id: int) -> None:
        """Append a piece that stands for no characters."""
        self.ids.append(id)
        self.features.append(_MARK)
        self.offsets.append((-1, -1))


def windows(text: str, tokenizer: Tokenizer, size: int, longest: int) -> Iterator[Window]:
    """The windows of a text in order: paragraphs up to `size` pieces; one of up to `longest` fills its own."""
    gathered = Run()
    for run in _runs(text, tokenizer, longest):
        if gathered.ids and len(gathered.ids) + len(run.ids) + 1 > size:
            yield _window(gathered)
            gathered = Run()
        if not gathered.ids:
            gathered.mark(FIRST)
        gathered.add(run)
        gathered.mark(LAST)
    if gathered.ids:
        yield _window(gathered)


def _window(run: Run) -> Window:
    return Window(ids=np.array(run.ids), features=np.array(run.features), offsets=np.array(run.offsets))


def _runs(text: str, tokenizer: Tokenizer, longest: int) -> Iterator[Run]:
    """Runs of 1 to `longest` pieces, each of one paragraph, cut between its parts where it has more."""
    gathered = Run()
    for part, begins in _encoded(text, tokenizer):
        if gathered.ids and (begins or len(gathered.ids) + len(part.ids) > longest):
            yield gathered
            gathered = Run()
        for start in range(0, len(part.ids), longest):
            if gathered.ids and start:
                yield gathered
                gathered = Run()
            gathered.add(part, start, start + longest)
    if gathered.ids:
        yield gathered


def _encoded(text: str, tokenizer: Tokenizer) -> Iterator[tuple[Run, bool]]:
    """Each part of the text as pieces, and whether it begins a paragraph."""
    waiting: list[tuple[Span, bool]] = []
    inside = 0
    for part in _parts(text):
        waiting.append(part)
        if len(waiting) == _BATCH:
            inside = yield from _tokenize(text, waiting, tokenizer, inside)
            waiting = []
    yield from _tokenize(text, waiting, tokenizer, inside)


def _parts(text: str) -> Iterator[tuple[Span, bool]]:
    """Paragraphs, or the sentences of long ones, and whether each begins a paragraph."""
    for paragraph in paragraphs(text):
        if paragraph.end - paragraph.start <= _LONG:
            yield paragraph, True
        else:
            for number, sentence in enumerate(split(text, paragraph)):
                yield sentence, number == 0


def _tokenize(
    text: str, parts: list[tuple[Span, bool]], tokenizer: Tokenizer, inside: int
) -> Generator[tuple[Run, bool], None, int]:
    """Pieces of each part; gives back whether a quotation is open after the last."""
    encodings = tokenizer.encode_batch([span.of(text) for span, _ in parts], add_special_tokens=False)
    for (span, begins), found in zip(parts, encodings, strict=True):
        features, inside = _features(span.of(text), found.offsets, 0 if begins else inside)
        offsets = [(span.start + start, span.start + end) for start, end in found.offsets]
        yield Run(ids=found.ids, features=features, offsets=offsets), begins
    return inside


def _features(part: str, offsets: list[tuple[int, int]], inside: int) -> tuple[list[int], int]:
    """Case (0 lower, 1 title, 2 upper, 3 digit, 4 mark) plus 5 inside quotation marks, a piece; and the last state."""
    quotes = [(m.start(), m.group()) for m in _QUOTE.finditer(part)]
    features, passed = [], 0
    for start, end in offsets:
        while passed < len(quotes) and quotes[passed][0] < start:
            inside = _turn(inside, quotes[passed][1])
            passed += 1
        features.append(_case(part[start:end]) + _OUTSIDE * inside)
    for _, mark in quotes[passed:]:
        inside = _turn(inside, mark)
    return features, inside


def _turn(inside: int, mark: str) -> int:
    return 0 if mark == "”" else 1 if mark == "“" else 1 - inside


@lru_cache(maxsize=1 << 14)
def _case(piece: str) -> int:
    if piece[:1].isdigit():
        return 3
    if not piece[:1].isalnum():
        return 4
    if len(piece) > 1 and piece.isupper():
        return 2
    return int(piece[:1].isupper())
