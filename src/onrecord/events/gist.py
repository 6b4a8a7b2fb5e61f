"""Document -> Gist: what a document is about, as words, names, numbers and times with fixed weights.

The weights come from a list of common words and not from the documents at hand, so that one more document never shifts
how two others compare.
"""

import re
from collections.abc import Iterator
from functools import cache
from math import fsum, log, sqrt
from typing import NamedTuple

import msgspec

from onrecord.events.tables import bundling, common, lists
from onrecord.events.words import fold, stem
from onrecord.records import Document

TOKEN = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d[\d.,:]*\d")
Key = tuple[str, str]
"""A block ("names") and what stands in it."""


class Gist(msgspec.Struct, frozen=True, gc=False):
    """What a document is about: the weight of each key, as a vector of length one or, where a block is empty, less."""

    weights: dict[Key, float]
    printed: dict[str, str]
    """How each stem is printed where it first stands."""

    def likeness(self, other: "Gist") -> float:
        """How far two documents are about the same: 0 to 1."""
        few, many = sorted((self.weights, other.weights), key=len)
        return fsum(weight * many[key] for key, weight in few.items() if key in many)


class Token(NamedTuple):
    """A word or number of a document. `opens` says that it begins a line."""

    printed: str
    plain: str
    opens: bool


def gist(document: Document) -> Gist:
    """The gist of a document's title and text."""
    found = list(_tokens(f"{document.title}\n{document.text}"))
    blocks = _blocks(found)
    whole = sum(bundling().blocks.values())
    weights: dict[Key, float] = {}
    for name, share in bundling().blocks.items():
        size = sqrt(fsum(w * w for w in blocks[name].values()))
        weights |= {(name, key): w * sqrt(share / whole) / size for key, w in blocks[name].items()}
    printed: dict[str, str] = {}
    for token in found:
        printed.setdefault(stem(token.plain), token.printed)
    return Gist(weights, printed)


def _tokens(text: str) -> Iterator[Token]:
    for line in text.split("\n"):
        for match in TOKEN.finditer(line):
            raw = match.group().removesuffix("'s").removesuffix("’s")
            yield Token(raw, fold(raw), match.start() == 0)


def _blocks(found: list[Token]) -> dict[str, dict[str, float]]:
    """What stands in each block, with its weight before the block is brought to length one."""
    times, stop = bundling().times, lists().stop
    low = {t.plain for t in found if t.printed[0].islower()}
    inside = {t.plain for t in found if t.printed[0].isupper() and not t.opens}
    blocks: dict[str, dict[str, float]] = {name: {} for name in bundling().blocks}
    for token in found:
        if token.plain[:1].isdigit():
            blocks["times" if times.dates(token.plain) else "numbers"][token.plain] = 1.0
        elif token.plain in times.names and token.printed[0].isupper():
            blocks["times"][token.plain] = 1.0
        elif len(token.plain) > 1 and token.plain not in stop:
            key = stem(token.plain)
            blocks["words"][key] = _weight(key)
            if token.plain in inside and token.plain not in low:
                blocks["names"][key] = _weight(key)
    return blocks


@cache
def _ranks() -> dict[str, int]:
    """The rank of each stem: that of its most common word."""
    found: dict[str, int] = {}
    for rank, word in enumerate(common(), 1):
        found.setdefault(stem(word), rank)
    return found


def _weight(key: str) -> float:
    """What a stem tells: the rarer, the more."""
    scale = bundling().words
    return log(1 + _ranks().get(key, scale.rare) / scale.scale)
