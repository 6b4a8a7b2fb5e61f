"""Tokens -> bare numbers: digits with separators, number words, vague words and ranges, without what bounds them."""

from functools import cache
from typing import NamedTuple

from onrecord.claims.lexicon import table
from onrecord.claims.tokens import Tokens
from onrecord.claims.units import currency, listed
from onrecord.records import Number, Operator

HYPHENS = frozenset("-‑")
"""The marks that join words."""

_DASHES = frozenset("-‑–—")


class Core(NamedTuple):
    """The bare number: tokens [first, last) and what they say."""

    first: int
    last: int
    value: Number | None
    low: Number | None = None
    high: Number | None = None
    operator: Operator = Operator.EXACT


@cache
def openers() -> frozenset[str]:
    """The words that a number may begin with."""
    data = table("numbers")
    return frozenset(data["units"]) | frozenset(data["vague"]) | listed("nothing") | {"a", "an", "half"}


def core_at(source: Tokens, at: int, last: int) -> Core | None:
    """The number that begins at token `at`, ranges included."""
    core = _single(source, at, last)
    if core is None or core.value is None or core.last >= last:
        return core
    every = source.all
    joint = every[core.last].low
    between = at > 0 and every[at - 1].low == "between"
    if joint not in _DASHES and joint != "to" and not (between and joint == "and"):
        return core
    other = _single(source, core.last + 1, last)
    if other is None or other.value is None or not core.value < other.value or core.operator != other.operator:
        return core
    if joint == "to" and _rises(source, at):
        return Core(core.last + 1, other.last, other.value)
    first = at - 1 if between or (at and every[at - 1].low == "from") else at
    scale = _scale_of(core.value, other.value, every[other.last - 1].low)
    return Core(first, other.last, None, core.value * scale, other.value, Operator.ABOUT)


def _scale_of(low: Number, high: Number, word: str) -> Number:
    """In "2 to 3 million" the scale word serves both."""
    scale: int = table("numbers")["scales"].get(word, 1)
    return scale if scale > 1 and low * scale < high and low < 1000 else 1


def _rises(source: Tokens, at: int) -> bool:
    """Whether "from 9 to 12" tells a change and not a range."""
    window = source.all[max(0, at - 5) : at]
    return any(t.low == "from" for t in window) and any(t.low in listed("rises") for t in window)


def _single(source: Tokens, at: int, last: int) -> Core | None:
    """One number that begins at token `at`: digits, words, or a vague word."""
    if at >= last:
        return None
    token = source.all[at]
    if token.sort == "number":
        return _digits(source, at, last)
    if token.sort != "word":
        return None
    if token.low in listed("nothing"):
        return _nothing(source, at, last)
    return _vague(source, at, last) or _spelled(source, at, last)


def _nothing(source: Tokens, at: int, last: int) -> Core | None:
    """No, no one, none, zero: 0; but "no more than", "no longer", "none other" count nothing."""
    after = source.all[at + 1].low if at + 1 < last else ""
    if source.all[at].low == "no" and after == ".":
        return None
    if after in listed("no_such") and (source.all[at].low, after) != ("none", "of"):
        return None
    return Core(at, at + (2 if after == "one" else 1), 0)


def _digits(source: Tokens, at: int, last: int) -> Core | None:
    every = source.all
    value, end = _parse(every[at].low), at + 1
    if value is None:
        return None
    if isinstance(value, int) and value < 1000 and _spaced(source, end, last):
        while end < last and _spaced(source, end, last):
            value, end = value * 1000 + int(every[end].low), end + 1
    while end < last and _scales(source, at, end):
        value, end = _whole(value * table("numbers")["scales"][every[end].low.removesuffix("s")]), end + 1
    return Core(at, end, value)


def _spaced(source: Tokens, at: int, last: int) -> bool:
    """Whether token `at` is a group of three digits after one plain space."""
    every = source.all
    if not 0 < at < last or every[at].sort != "number" or len(every[at].low) != 3 or not every[at].low.isdigit():
        return False
    return every[at].start == every[at - 1].end + 1 and len(every[at - 1].low) <= 3


def _scales(source: Tokens, at: int, end: int) -> bool:
    """Whether token `end` multiplies the number that begins at `at`; one letter does so only for money."""
    word = source.all[end].low
    if word.removesuffix("s") not in table("numbers")["scales"] or word in {"ms", "bs"}:
        return False
    if len(word) > 2:
        return True
    return source.joined(end) and (word in {"bn", "mn", "tn", "k"} or currency(source, at) is not None)


def _parse(digits: str) -> Number | None:
    """The value of digits with thousands separators or a decimal point; None where they are a date or an address."""
    for mark in ",\u00a0\u202f\u2009'’":
        parts = digits.split(mark)
        if len(parts) > 1 and all(len(p.split(".")[0]) == 3 for p in parts[1:]) and len(parts[0]) <= 3:
            digits = "".join(parts)
    lakhs = digits.split(",")  # 7,19,558
    if len(lakhs) > 2 and [len(p) for p in lakhs[1:]] == [2] * (len(lakhs) - 2) + [3]:
        digits = "".join(lakhs)
    if len(digits) > 15:
        return None
    if digits.isdecimal():
        return int(digits)
    if digits.count(".") > 1 and all(len(p) == 3 for p in digits.split(".")[1:]):
        return int(digits.replace(".", ""))
    plain = digits.replace(",", ".") if digits.count(",") == 1 and "." not in digits else digits
    whole, _, part = plain.partition(".")
    return _whole(float(plain)) if whole.isdecimal() and part.isdecimal() else None


def _whole(value: Number) -> Number:
    return round(value) if abs(value - round(value)) < 1e-6 else value


def _vague(source: Tokens, at: int, last: int) -> Core | None:
    """Dozens, hundreds of thousands, several."""
    vague, every = table("numbers")["vague"], source.all
    value = vague.get(every[at].low)
    if value is None:
        return None
    if every[at].low in {"several", "multiple"}:
        more = vague.get(every[at + 1].low + "s") if at + 1 < last else None
        if more is not None:
            return Core(at, at + 2, more, operator=Operator.VAGUE)
        return Core(at, at + 1, None, low=2, operator=Operator.VAGUE)
    end = at + 1
    if end + 1 < last and every[end].low == "of" and every[end + 1].low in vague:
        value, end = value * vague[every[end + 1].low], end + 2
    return Core(at, end, value, operator=Operator.VAGUE)


def _spelled(source: Tokens, at: int, last: int) -> Core | None:
    """A number in words: twenty-three, a hundred and five, two dozen, half a million."""
    every, data = source.all, table("numbers")
    units, scales = data["units"], data["scales"]
    start, total, current, seen, factor = at, 0.0, 0.0, False, 1.0
    if every[at].low == "half" and at + 1 < last and every[at + 1].low == "a":
        factor, at = 0.5, at + 1
    if every[at].low in {"a", "an"}:
        if at + 1 >= last or not _begins(every[at + 1].low):
            return None
        at, current, seen = at + 1, 1.0, True
    end = at
    while end < last:
        word = every[end].low
        if word in units and (every[end].sort == "word"):
            if seen and not _follows(source, end, current):
                break
            current = current + units[word] if every[end - 1].low not in {"a", "an"} else units[word]
        elif word in scales and len(word) > 2 and seen:
            current *= scales[word]
            if scales[word] >= 1000:
                total, current = total + current, 0.0
        elif not (seen and word in {"and", *HYPHENS} and _continues(source, end, last)):
            break
        seen, end = True, end + 1
    value = _whole((total + current) * factor)
    return Core(start, end, value) if seen and end > at else None


def _begins(word: str) -> bool:
    """Whether a number may go on with this word after "a"."""
    return word in {"hundred", "thousand", "million", "billion", "trillion", "dozen", "couple", "pair"}


def _follows(source: Tokens, at: int, current: float) -> bool:
    """Whether a unit word at `at` adds to the number so far: "twenty three", "hundred five"; not "one five"."""
    value = table("numbers")["units"][source.all[at].low]
    return bool(current % 100 == 0 or (current % 100 >= 20 and current % 10 == 0 and value < 10))


def _continues(source: Tokens, at: int, last: int) -> bool:
    """Whether "and" or a hyphen at `at` stands inside a number in words."""
    if at + 1 >= last or at == 0:
        return False
    before, after, data = source.all[at - 1].low, source.all[at + 1].low, table("numbers")
    if source.all[at].low == "and":
        return before in {"hundred", "thousand", "million"} and after in data["units"]
    return source.joined(at) and (after in data["units"] or after in data["scales"])
