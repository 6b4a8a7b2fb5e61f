"""Cards of one document -> passages: the sentences that claims stand in, with their words and 5-grams as numbers."""

from collections.abc import Sequence

import msgspec
import numpy as np

from onrecord.events.card import Card
from onrecord.events.files import Order
from onrecord.events.grams import Grams, Numbers
from onrecord.events.page import Page
from onrecord.events.tables import weights

Range = tuple[int, int]


class Passage(msgspec.Struct, frozen=True, eq=False, gc=False):
    """The sentences of some claims, earliest first: `own` are their shingles, `around` those of the window.

    The window has a neighbour on each side; it is a range of the document's words.
    """

    order: Order
    document: str
    cards: tuple[Card, ...]
    words: list[str]
    window: Range
    numbers: Numbers
    """The shingles of the window, its own first."""
    few: int
    """How many are its own."""
    short: bool
    """Whether its own is one of too few words to be of the window: it then stands before those."""

    @property
    def own(self) -> Numbers:
        """The shingles of the claims' sentences, by number."""
        return self.numbers[: self.few]

    @property
    def around(self) -> Numbers:
        """The shingles of the window, by number."""
        return self.numbers[1:] if self.short else self.numbers

    def keys(self) -> list[int]:
        """What it is filed under: its own shingles."""
        found: list[int] = self.own.tolist()
        return found

    def runs(self) -> list[str]:
        """The shingles of the window in the order of the text."""
        return [" ".join(self.words[begin:end]) for begin, end in shingles(self.window)]


def shingles(within: Range) -> list[Range]:
    """The 5-grams of a range of words in their order; a shorter text is one shingle."""
    begin, end = within
    size = weights().echo.gram
    if end - begin < size:
        return [within] if begin < end else []
    return [(at, at + size) for at in range(begin, end - size + 1)]


def passages(cards: Sequence[Card], grams: Grams) -> list[Passage]:
    """The passages of one document; the runs of words that they have are held. Cards come earliest first."""
    page = Page(cards[0].document)
    told: dict[tuple[Range, Range], list[Card]] = {}
    for card in cards:
        told.setdefault(page.around(card.claim.sentence), []).append(card)
    known: dict[int, int] = {}
    found = []
    for (own, window), same in told.items():
        mine, whole = (_numbers(page.words, within, grams, known) for within in (own, window))
        numbers = np.array([*mine, *(whole - mine)], np.int32)
        first, short, few = same[0], not mine <= whole, len(mine)
        found.append(Passage(first.order, first.document.id, tuple(same), page.words, window, numbers, few, short))
        grams.hold([numbers])
    return found


def _numbers(words: list[str], within: Range, grams: Grams, known: dict[int, int]) -> set[int]:
    """The shingles of a range by number. `known` are the numbers of full ones by where they begin."""
    begin, end = within
    size = weights().echo.gram
    if begin < end < begin + size:
        return {grams.number(" ".join(words[begin:end]))}
    full = range(begin, end - size + 1)
    for at in full:
        if at not in known:
            known[at] = grams.number(" ".join(words[at : at + size]))
    return {known[at] for at in full}
