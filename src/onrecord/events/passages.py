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
    cards: list[Card]
    words: list[str]
    window: Range
    own: Numbers
    around: Numbers

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
    known: dict[Range, int] = {}

    def numbered(within: Range) -> Numbers:
        runs = shingles(within)
        known.update((r, grams.number(" ".join(page.words[r[0] : r[1]]))) for r in runs if r not in known)
        return np.array(sorted({known[r] for r in runs}), np.int32)

    found = [
        Passage(same[0].order, cards[0].document.id, same, page.words, window, numbered(own), numbered(window))
        for (own, window), same in told.items()
    ]
    for one in found:
        grams.hold((one.own, one.around))
    return found
