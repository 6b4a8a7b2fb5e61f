"""A card -> whom its report brings in without a name: "a stallholder" is one of many, "officials" are nobody."""

import re
from functools import cache, lru_cache
from itertools import dropwhile, takewhile

from onrecord.events.card import Card, named
from onrecord.events.tables import lists
from onrecord.events.words import fold, stem

WORDS = re.compile(r"\w+")
KEPT = 1 << 12
"""Descriptions of which it is remembered whom they bring in."""


def called(card: Card) -> str:
    """How a report calls a speaker whom no name tells from others: "the railways"."""
    heard = card.claim.speaker
    return heard.name or "" if heard and heard.rule != "publisher" else ""


def borrowed(card: Card) -> bool:
    """Whether a body's own channel passes on what others say whom it does not name: "according to authorities"."""
    heard = card.claim.speaker
    return heard is not None and not heard.implicit and bool(heard.name) and not named(heard.name or "")


def nameless(card: Card) -> str:
    """What somebody is whom a report brings in without a name, "stallholder"; "" where it points to who is known.

    "The governor" is known and "the foreman of the yard" is not, "officials" are nobody in particular, and "one of our
    readers" is the report's own voice. "The court" is one body, whoever hears it.
    What no word for people ends, "a video", is no voice: whoever shows it tells it.
    """
    return "" if card.speaker else _described(called(card))


@lru_cache(maxsize=KEPT)
def _described(phrase: str) -> str:
    words, table, fresh = [fold(w) for w in WORDS.findall(phrase)] or [""], lists(), _fresh(phrase)
    if not table.witnessing.isdisjoint(words):
        return ""
    words = words[1:] if fresh or words[0] == "the" else words
    if fresh and words[:1] != ["of"]:
        words = list(dropwhile(lambda w: w in table.stop, words))
    head = list(takewhile(lambda w: w not in table.stop, words))
    if head and not table.bodies.isdisjoint((head[-1], stem(head[-1]))):
        return " ".join(head)
    known = not fresh and words[len(head) : len(head) + 1] == []
    return " ".join(head) if head and not known and table.vague.isdisjoint(head) and human(head[-1]) else ""


def brought(card: Card) -> bool:
    """Whether a report brings in somebody who is one of many, "a stallholder": another's may be another."""
    return _fresh(called(card))


def _fresh(phrase: str) -> bool:
    return fold(phrase).partition(" ")[0] in lists().introducing


def human(word: str) -> bool:
    """Whether a word is one for people: "nurse", "stallholders"."""
    return word in lists().folk or stem(word) in _folk() or word.removesuffix("s").endswith(tuple(lists().callings))


@cache
def _folk() -> frozenset[str]:
    return frozenset(stem(w) for w in lists().folk)
