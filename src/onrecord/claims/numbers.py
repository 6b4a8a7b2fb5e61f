"""Text -> numerals: numbers in digits and words with the words that bound them, without ages, dates, times and models.

What a number counts is another question: see figures.py.
"""

from functools import cache
from typing import NamedTuple

from onrecord.claims.barred import barred
from onrecord.claims.digits import HYPHENS, Core, core_at, openers
from onrecord.claims.lexicon import table
from onrecord.claims.marks import forms
from onrecord.claims.skies import aloft
from onrecord.claims.tokens import Tokens
from onrecord.claims.units import currency, listed, unit_at
from onrecord.records import Number, Operator, Span


class Numeral(NamedTuple):
    """A number over tokens [first, last); `lead` is the first token that belongs before it ("another", "the").

    `value` is None where only bounds are told. `unit` is that of area, level or money, and `sort` says which, else
    count. `more` marks "another five"; `none` marks "no" and "nobody".
    """

    lead: int
    first: int
    last: int
    value: Number | None
    low: Number | None = None
    high: Number | None = None
    operator: Operator = Operator.EXACT
    unit: str | None = None
    sort: str = "count"
    more: bool = False
    none: bool = False

    def span(self, source: Tokens) -> Span:
        """The characters of the number and of the words that bound it."""
        return Span(start=source.all[self.first].start, end=source.all[self.last - 1].end)


def numerals(source: Tokens, span: Span) -> list[Numeral]:
    """The numerals that begin inside `span`, in order."""
    at, last = source.range(span)
    begins, found = openers(), list[Numeral]()
    while at < last:
        token = source.all[at]
        if token.sort == "mark" or (token.sort == "word" and token.low not in begins):
            at += 1
            continue
        core = core_at(source, at, last)
        if core is None:
            at += 1
            continue
        at = core.last
        if not barred(source, core):
            floor = found[-1].last if found else source.range(span)[0]
            found.append(_bound(source, core, floor, last))
            at = max(at, found[-1].last)
    return found


def _bound(source: Tokens, core: Core, floor: int, last: int) -> Numeral:
    """The numeral of a core with its operator words, unit and "more"."""
    sort, unit, first, end = "count", None, core.first, core.last
    money = currency(source, first)
    if money is not None and money[1] >= floor:
        (unit, first), sort = money, "money"
    elif (after := unit_at(source, _past(source, end))) is not None:
        sort, unit, end = after
    operator, lead, first, more = _before(source, first, core.last, floor)
    if core.value is not None and operator is Operator.EXACT:
        operator, end = _after(source, end, last)
    if end < last and source.all[end].low in {"more", "further", "additional", "others"}:
        more = True
    if operator is Operator.EXACT or core.operator is not Operator.EXACT:
        operator = core.operator if core.operator is not Operator.EXACT else operator
        low, high = core.low, core.high
    else:
        low, high = _limits(operator, core.value)
    none = source.all[core.first].low in listed("nothing")
    return Numeral(lead, first, end, core.value, low, high, operator, unit, sort, more, none)


def _past(source: Tokens, end: int) -> int:
    """Past a hyphen that joins a unit: "12-hectare"."""
    return end + 1 if end < len(source.all) and source.all[end].low in HYPHENS and source.joined(end) else end


def _limits(operator: Operator, value: Number | None) -> tuple[Number | None, Number | None]:
    """The bounds that an operator sets; whether they are exclusive is told by the operator."""
    if operator in {Operator.AT_LEAST, Operator.MORE_THAN}:
        return value, None
    if operator in {Operator.AT_MOST, Operator.LESS_THAN, Operator.ALMOST}:
        return None, value
    return None, None


@cache
def _bounds(side: str) -> dict[tuple[str, ...], Operator]:
    """Operator phrases as words, for one side of the number."""
    rows = table("numbers")[side].items()
    return {form: Operator(name) for name, words in rows for word in words for form in forms(word)}


def _before(source: Tokens, first: int, last: int, floor: int) -> tuple[Operator, int, int, bool]:
    """The operator before a number, the first token of all that leads it, the number's own first, and "another"."""
    operator, at, own, more = Operator.EXACT, first, first, False
    while at > floor:
        for length in (4, 3, 2, 1):
            words = tuple(t.low for t in source.all[max(floor, at - length) : at])
            found = _bounds("before").get(words) if len(words) == length else None
            if found is not None:
                break
        else:
            break
        if length == 1 and found is Operator.MORE_THAN and aloft(source, at - 1, last):
            break
        at -= length
        more = more or bool({"another", "further", "additional", "other"} & set(words))
        if found is not Operator.EXACT and operator is Operator.EXACT:
            operator, own = found, at
    return operator, at, own, more


def _after(source: Tokens, end: int, last: int) -> tuple[Operator, int]:
    """The operator after a number ("or more", "+", "-odd") and the token after it."""
    if end < last and source.all[end].low == "+" and source.joined(end):
        return Operator.AT_LEAST, end + 1
    if end < last and source.all[end].low in HYPHENS and source.joined(end):
        return (
            (Operator.ABOUT, end + 2) if end + 1 < last and source.all[end + 1].low == "odd" else (Operator.EXACT, end)
        )
    for length in (3, 2, 1):
        words = tuple(t.low for t in source.all[end : min(last, end + length)])
        if len(words) == length and words in _bounds("after"):
            return _bounds("after")[words], end + length
    return Operator.EXACT, end
