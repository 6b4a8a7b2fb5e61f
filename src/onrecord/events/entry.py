"""Cards -> entries: a live blog or a round of towns tells many things in one text, each of its own."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from onrecord.events.card import Card
from onrecord.events.ground import Spot, precise
from onrecord.events.tables import weights
from onrecord.events.veto import sited

KEPT = 1 << 10
"""Texts of which it is remembered whether they are lists."""
SEVERAL = 3
"""Towns from which on a paragraph goes round them."""


@lru_cache(maxsize=KEPT)
def entries(text: str) -> bool:
    """Whether a text is a list: most of its lines open with a clock time or a bullet."""
    limits = weights().entries
    lines = [line for line in text.split("\n") if line.strip()]
    marked = sum(re.match(limits.mark, line) is not None for line in lines)
    return len(lines) >= limits.fewest and marked >= limits.share * len(lines)


def entered(first: Card, then: Card) -> bool:
    """Whether the second claim is of another entry of a list: a live blog's entries tell each of its own."""
    text = first.document.text
    return entries(text) and "\n" in text[first.claim.sentence.end : then.claim.sentence.start]


def paragraph(card: Card) -> int:
    """Where the paragraph of a claim begins."""
    return card.document.text.rfind("\n", 0, card.claim.sentence.start) + 1


def rounds(cards: Iterable[Card]) -> frozenset[int]:
    """Where the paragraphs begin that go round several towns, sentence by sentence."""
    towns: dict[int, set[tuple[Spot, ...]]] = defaultdict(set)
    for card in cards:
        if sited(card) and precise(card.spots):
            towns[paragraph(card)].add(card.spots)
    return frozenset(at for at, found in towns.items() if len(found) >= SEVERAL)


def turned(first: Card, then: Card) -> bool:
    """Whether the second claim is another speaker's, in another sentence, and one of the two names no place."""
    apart = not first.claim.sentence.overlaps(then.claim.sentence)
    return apart and first.speaker != then.speaker and not (sited(first) and sited(then))
