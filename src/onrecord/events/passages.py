"""Cards -> passages: the sentences that claims stand in, with their words and 5-grams as numbers.

Texts are held once, as arrays: a busy week has a million words, and most passages share none of theirs with another.
"""

from collections import defaultdict
from collections.abc import Iterable

import msgspec
import numpy as np
from numpy.typing import NDArray

from onrecord.events.card import Card
from onrecord.events.page import Page
from onrecord.events.tables import weights

Numbers = NDArray[np.int32]
Range = tuple[int, int]


class Passage(msgspec.Struct, frozen=True):
    """The sentences of some claims: their own words and, with a neighbour on each side, the window, as ranges."""

    document: str
    own: Range
    window: Range
    cards: list[Card]


class Passages:
    """All passages, by the earliest claim in each, over one long text of numbered words."""

    def __init__(self, cards: Iterable[Card]) -> None:
        """Read every document once. Cards come earliest first."""
        self.all: list[Passage] = []
        self.known: list[str] = []
        self._numbers: dict[str, int] = {}
        told: dict[str, list[tuple[int, Card]]] = defaultdict(list)
        for at, card in enumerate(cards):
            told[card.document.id].append((at, card))
        firsts: list[tuple[int, Passage]] = []
        texts: list[Numbers] = [np.zeros(0, np.int32)]
        offset = 0
        for same in told.values():
            page = Page(same[0][1].document)
            firsts += _passages(page, same, offset)
            texts.append(np.array([self._number(w) for w in page.words], np.int32))
            offset += len(page.words)
        self.all = [passage for _, passage in sorted(firsts, key=lambda f: f[0])]
        self.text = np.concatenate(texts)
        self.grams = runs(self.text, weights().echo.gram, len(self.known))
        self._short: dict[tuple[int, ...], int] = {}

    def _number(self, word: str) -> int:
        found = self._numbers.setdefault(word, len(self.known))
        if found == len(self.known):
            self.known.append(word)
        return found

    @property
    def count(self) -> int:
        """How many shingles have been numbered, those of short texts included."""
        return int(self.grams.max(initial=-1)) + 1 + len(self._short)

    def shingles(self, words: Range) -> Numbers:
        """The numbers of the 5-grams of a range in the order of the text; a shorter text is one shingle."""
        begin, end = words
        size = weights().echo.gram
        if end - begin >= size:
            return self.grams[begin : end - size + 1]
        if begin == end:
            return self.grams[:0]
        short = tuple(self.text[begin:end].tolist())
        return np.array([-1 - self._short.setdefault(short, len(self._short))], np.int32)

    def words(self, begin: int, end: int) -> str:
        """The words of a range as text."""
        return " ".join(self.known[n] for n in self.text[begin:end].tolist())


def _passages(page: Page, told: Iterable[tuple[int, Card]], offset: int) -> list[tuple[int, Passage]]:
    """The passages of one document, each with the place of its first claim; `offset` is where its words begin."""
    found: dict[Range, tuple[int, Passage]] = {}
    for at, card in told:
        own, (c, d) = page.around(card.claim.sentence)
        if own not in found:
            moved = (own[0] + offset, own[1] + offset)
            found[own] = (at, Passage(card.document.id, moved, (c + offset, d + offset), []))
        found[own][1].cards.append(card)
    return list(found.values())


def runs(text: Numbers, size: int, words: int) -> Numbers:
    """For each word of a text the number of the run of `size` words that begins there: equal runs, equal numbers.

    `words` is how many words there are to number. No hash is taken, so that no two runs are ever mixed up.
    """
    found = text
    for length in range(1, size):
        pairs = found[:-1].astype(np.int64) * (words + 1) + text[length:]
        found = np.unique(pairs, return_inverse=True)[1].astype(np.int32)
    return found
