"""A stretch of a text -> whether it tells of war or emergency in earnest, or of a field that borrows their words.

Sport, markets and the arts speak of attacks, battles and casualties. One word in earnest does not tell; the words
around it do: a few of a field, more than of war, make a text one of that field.
"""

from functools import lru_cache
from typing import NamedTuple

from onrecord.claims.lexicon import table
from onrecord.claims.marks import Mark, Marks, marks
from onrecord.records import Span

_STEP = 2000
_MARGIN = 1000
"""Characters of a stretch, and of what is read before and after it."""
_FEW = 3
"""Different words of a field that make a text one of that field; one fewer where no word is in earnest."""
_WEIGHT = 3
"""How many words of a field one word in earnest outweighs."""

_AFIELD = {True: 0.8, False: 0.68}
"""How likely its sentences must be to tell no event for a stretch to be on another matter, with and without a word in
earnest.
"""
_BORROWED = {True: 0.6, False: 0.35}
"""The same where a field borrows the words of war."""


class Topic(NamedTuple):
    """What a stretch is about: `earnest` if a word tells of war, harm or rescue, `field` if it borrows their words."""

    earnest: bool
    field: str = ""

    @property
    def idle(self) -> float:
        """How likely its sentences must be to tell no event, from 0 to 1, for the stretch to be on another matter."""
        return (_BORROWED if self.field else _AFIELD)[self.earnest]

    def bars(self, kind: str, violent: bool, classes: frozenset[str]) -> bool:
        """Whether words of `kind` are figures of speech here; `violent` kinds are in every field.

        `classes` are those of context.toml that stand beside them.
        """
        row = table("topics")["field"].get(self.field)
        if row is None or violent:
            return row is not None
        return kind in row["bars"] and row.get("spares") not in classes


@lru_cache(maxsize=64)
def _about(text: str, block: int) -> Topic:
    """The topic of one block of a text with its margins."""
    around = _around(block)
    counts = {name: len(words) for name, words in _words(marks(text), around).items()}
    earnest, harm = counts.pop("earnest", 0), counts.pop("harm", 0)
    field = max(counts, key=lambda name: (counts[name], name), default="")
    enough = counts.get(field, 0) >= _FEW - (not earnest) and counts[field] > _WEIGHT * earnest + harm
    return Topic(bool(earnest or harm), field if enough else "")


def _around(block: int) -> Span:
    return Span(start=max(0, block * _STEP - _MARGIN), end=(block + 1) * _STEP + _MARGIN)


def stretch(span: Span) -> Span:
    """The characters by which the topic of `span` is told: those around the place where it begins."""
    return _around(span.start // _STEP)


def topic(text: str, span: Span) -> Topic:
    """The topic of the stretch of `text` that `span` begins in."""
    return _about(text, span.start // _STEP)


def _words(seen: Marks, span: Span) -> dict[str, set[str]]:
    """The different words of a span by what they tell of, those in figures of speech left out."""
    idioms = {at for m in seen.of("idiom", span) for at in range(m.first, m.last)}
    found: dict[str, set[str]] = {}
    for mark in seen.of("topic", span):
        if mark.first in idioms or figurative(seen, mark):
            continue
        for name in mark.value.split("|"):
            found.setdefault(name, set()).add(seen.tokens.all[mark.last - 1].low.removesuffix("s"))
    return found


def figurative(seen: Marks, mark: Mark) -> bool:
    """Whether a word of war only measures something else: "an army of cooks", "a missile of a free kick"."""
    every = seen.tokens.all
    single = mark.first > 0 and every[mark.first - 1].low in {"a", "an"}
    return single and mark.last < len(every) and every[mark.last].low == "of"
