""" "Over" before a number -> whether it tells where something flew, and not that there were more.

"24 drones were downed over four regions" counts four; "it hit over 20 villages" counts more than 20.
"""

from functools import cache

from onrecord.claims.lexicon import table
from onrecord.claims.marks import forms
from onrecord.claims.tokens import Tokens

_WORDS = frozenset(["over", "above"])
_PHRASE, _BACK = 4, 4
"""Words within which the noun follows, and words of time that may stand before "over"."""


def aloft(source: Tokens, at: int, last: int) -> bool:
    """Whether "over" at token `at`, before the number that ends at token `last`, tells where something flew."""
    return source.all[at].low in _WORDS and at > 0 and _place(source, last) and _flew(source, at - 1)


def _place(source: Tokens, at: int) -> bool:
    """Whether the noun phrase from token `at` is about places: "four western regions"."""
    for token in source.all[at : at + _PHRASE]:
        if token.low in _nouns("place"):
            return True
        if token.sort not in {"word", "owner"} or token.low in table("numbers")["grammar"]["stops"]:
            return False
    return False


def _flew(source: Tokens, at: int) -> bool:
    """Whether what ends at token `at`, words of time aside, flies or is done to what flies."""
    every, grammar = source.all, table("numbers")["grammar"]
    floor = max(0, at - _BACK)
    while at > floor and (every[at].low in grammar["nights"] or every[at - 1].low in {"from", "by"}):
        at -= 2 if every[at - 1].low in {"from", "by"} else 1
    word, before = every[at].low, every[at - 1].low if at else ""
    if word in _nouns("air") or word in grammar["flown"]:
        return True
    counted = any(t.sort == "number" or t.low in table("numbers")["units"] for t in every[max(0, at - _PHRASE) : at])
    return word in grammar["felled"] and (before in grammar["be"] or (before in _nouns("air") and counted))


@cache
def _nouns(sort: str) -> frozenset[str]:
    """The last words of what objects.toml knows of a sort."""
    told = (o for o in table("objects")["object"] if o["sort"] == sort)
    return frozenset(form[-1] for o in told for word in o["words"] for form in forms(word))
