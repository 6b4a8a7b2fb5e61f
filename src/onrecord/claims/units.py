"""Tokens -> units of area, level and money, and the word lists of numbers.toml."""

from functools import cache

from onrecord.claims.lexicon import table
from onrecord.claims.marks import forms
from onrecord.claims.tokens import Tokens


@cache
def listed(name: str) -> frozenset[str]:
    """One word list of numbers.toml."""
    return frozenset(table("numbers")["words"][name])


def unit_at(source: Tokens, at: int) -> tuple[str, str, int] | None:
    """The unit of area, level or money that begins at token `at`: its sort, its name, and the token after it."""
    every = source.all
    for length in (3, 2, 1):
        words = tuple(t.low for t in every[at : at + length] if t.low != ".")
        if at + length <= len(every) and words in _units() and every[at + length - 1].low != ".":
            sort, unit = _units()[words]
            return sort, unit, at + length
    return None


@cache
def _units() -> dict[tuple[str, ...], tuple[str, str]]:
    data = table("numbers")
    named: dict[tuple[str, ...], tuple[str, str]] = {}
    for sort in ("level", "money", "area"):
        for unit, words in data[sort].items():
            for word in words if unit != "words" else ():
                for form in forms(word):
                    named[tuple(w for w in form if w != ".")] = (sort, unit)
    return named


def currency(source: Tokens, at: int) -> tuple[str, int] | None:
    """The currency printed before the number at `at`, and its first token."""
    for length in (2, 1):
        words = tuple(t.low for t in source.all[max(0, at - length) : at])
        sort, unit = _units().get(words, ("", ""))
        if sort != "money" or len(words) != length:
            continue
        if not words[-1].isalpha() or source.text[source.all[at - 1].start].isupper():
            return unit, at - length
    return None
