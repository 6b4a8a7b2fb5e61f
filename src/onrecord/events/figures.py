"""Quantity -> Amount: a figure as an interval that other accounts' figures can be held against."""

import re
from collections import Counter
from datetime import datetime
from functools import lru_cache
from itertools import pairwise
from math import inf

import msgspec
from msgspec.structs import replace

from onrecord.events.ground import bare
from onrecord.events.tables import kinds, lists, weights
from onrecord.events.words import fold
from onrecord.records import Claim, Number, Operator, Position, Quantity, Scope

BESIDE = 40
"""Characters beside a figure in which words say that it is of some only."""
CUTS = re.compile(r"[.,;:()\n]")
"""What ends a clause."""
OF = re.compile(r"[\w-]+ of (?:those|the|them|whom|its|their)\b")


THERE = re.compile(r"\bthere\s*$")
"""What ends a clause about one spot of several, where none is named before it in the clause itself."""
NAMED = re.compile(r"\w\s+[A-Z]")
AMONG = re.compile(r"\binclud(?:e|es|ed)\s+(?:at\s+least\s+)?$", re.IGNORECASE)
"""What stands before a figure of some: "the dead include three"."""
OWNED = re.compile(r"\badmitted\s+(?:that|losing|the\s+loss|to\s+(?:having|losing))\b", re.IGNORECASE)
"""What is admitted without anybody being taken in."""
APPOSED = re.compile(r"\s+(?!(?:women|men|children|girls|boys|soldiers)\b)[\w-]+,\s+")
"""What stands between a number of people and the first sort of them."""
SORT = re.compile(r"\s+(?:women|woman|men|man|children|child|girls|girl|boys|boy|pensioners|teenagers|infants)\b")
"""A sort of people that the people before it may be of."""


class Amount(msgspec.Struct, frozen=True, gc=False):
    """One figure of one claim. `low` and `high` are inclusive; `place` is the bare name of the part that it covers."""

    measure: str
    object: str
    population: str
    place: str
    unit: str
    low: float
    high: float
    value: Number | None
    operator: Operator
    scope: Scope
    as_of: datetime | None
    whole: int | None
    quantity: Quantity
    added: bool = False
    """Whether it comes on top of what was told before: "another four"."""

    @property
    def running(self) -> bool:
        """Whether it is a running total, not a figure of one happening."""
        return self.scope is Scope.CUMULATIVE

    def meets(self, other: "Amount") -> bool:
        """Whether both can be true of one thing."""
        return self.low <= other.high and other.low <= self.high


def bounds(quantity: Quantity | Position) -> tuple[float, float]:
    """The interval that the words allow, ends included: "more than 25" starts at 26 where things are counted."""
    return allowed(quantity.operator, quantity.value, quantity.low, quantity.high)


@lru_cache(maxsize=1 << 14, typed=True)
def allowed(operator: Operator, value: Number | None, low: Number | None, high: Number | None) -> tuple[float, float]:
    """The interval that an operator allows around a value, within the least and the most that are told."""
    limits = weights().figures
    low = -inf if low is None else low
    high = inf if high is None else high
    if value is None:
        return max(low, 0.0), high
    step = 1 if isinstance(value, int) else 0
    match operator:
        case Operator.EXACT:
            return value, value
        case Operator.AT_LEAST:
            return value, inf
        case Operator.MORE_THAN:
            return value + step, inf
        case Operator.AT_MOST:
            return 0, value
        case Operator.LESS_THAN:
            return 0, value - step
        case Operator.ALMOST:
            return value * (1 - limits.almost), value
        case Operator.ABOUT:
            return value * (1 - limits.about), value * (1 + limits.about)
    return max(low, value * (1 - limits.about)), min(high, value * limits.vague)


@lru_cache(maxsize=1 << 14)
def thing(name: str | None) -> str:
    """What is counted, folded and in the singular: "Shahed-type drones" is "shahed-type drone"."""
    words = re.sub(r"^(.*) \((.*)\)$", r"\2 \1", fold(name or "")).split()  # "missile (cruise)"
    if not words:
        return ""
    last = words[-1]
    single = next((k for k, v in lists().plurals.items() if v == last), last)
    if single == last and last.endswith("s") and not last.endswith("ss"):
        single = last[:-1]
    return " ".join([*words[:-1], single])


def counted(measure: str, name: str | None) -> str:
    """What a measure counts; people stand for themselves."""
    found = thing(name)
    return "" if measure in kinds().people and found in ("person", "people") else found


def amount(quantity: Quantity, family: str, since: bool = False, text: str = "") -> Amount:
    """The figure as its family counts it; `since` says that its claim tells of a long time, so that it is a total.

    `text` is the document's.
    """
    low, high = bounds(quantity)
    measure = quantity.measure.value
    return Amount(
        measure=kinds().canonical(measure, family),
        object=counted(measure, quantity.object),
        population=fold(quantity.population or ""),
        place=bare(quantity.place) if quantity.place else "",
        unit=quantity.unit or "",
        low=low,
        high=high,
        value=quantity.value,
        operator=quantity.operator,
        scope=_scope(quantity, since, text),
        as_of=quantity.as_of,
        whole=quantity.subset_of,
        quantity=quantity,
        added=added(quantity, text),
    )


def _scope(quantity: Quantity, since: bool, text: str) -> Scope:
    if quantity.scope is not Scope.WHOLE:
        return quantity.scope
    return Scope.CUMULATIVE if since else Scope.PART if partial(quantity, text) else Scope.WHOLE


def partial(quantity: Quantity, text: str) -> bool:
    """Whether a figure of people is of some by its words: "four of those killed", "admitted 12", "eight bodies".

    Who treats the injured or sees the dead tells of no others, and "three were found dead there" of no other house.
    """
    if quantity.measure.value not in kinds().people:
        return False
    before, after = text[max(0, quantity.span.start - BESIDE) : quantity.span.start], text[quantity.span.end :][:BESIDE]
    if OF.match(text[quantity.span.start :][: quantity.span.end - quantity.span.start + BESIDE]):
        return True
    ahead = CUTS.split(before)[-1]
    if (THERE.search(CUTS.split(after)[0]) and not NAMED.search(ahead)) or AMONG.search(ahead):
        return True
    clause = f"{CUTS.split(before)[-1]} {text[quantity.span.start : quantity.span.end]} {CUTS.split(after)[0]}"
    return not lists().seen.isdisjoint(fold(OWNED.sub("", clause)).split())


def added(quantity: Quantity, text: str) -> bool:
    """Whether words beside a figure say that it comes on top: "another five", "four more drones", not "more than"."""
    before = text[: quantity.span.start].rsplit(maxsplit=1)[-1:]
    after = text[quantity.span.start : quantity.span.end + 12].lower().split()
    told = [w for w, then in pairwise([*after, ""]) if then != "than"]
    return not lists().added.isdisjoint([*(w.lower() for w in before), *told[:2]])


def amounts(claim: Claim, family: str, since: bool = False, text: str = "") -> tuple[Amount, ...]:
    """The figures of one claim, in the order of its quantities, without those that it replaces itself.

    `text` is its document's.
    """
    past, told = replaced(claim.quantities, text), claim.quantities
    parts = {n + 1 for n, (whole, part) in enumerate(pairwise(told)) if apposed(whole, part, text)}
    told = tuple(replace(q, scope=Scope.PART) if n in parts else q for n, q in enumerate(told))
    return tuple(amount(q, family, since, text) for n, q in enumerate(told) if n not in past)


def apposed(whole: Quantity, part: Quantity, text: str) -> bool:
    """Whether a figure only says of whom the one before it is: "three civilians, two women and a man"."""
    same = whole.measure is part.measure and whole.measure.value in kinds().people and whole.scope is part.scope
    less = None not in (whole.value, part.value) and (part.value or 0) < (whole.value or 0)
    between, behind = text[whole.span.end : part.span.start], text[part.span.end :][:BESIDE]
    return same and less and bool(APPOSED.fullmatch(between) and SORT.match(behind))


def replaced(quantities: tuple[Quantity, ...], text: str) -> set[int]:
    """Where figures stand that the same words replace: seven in "from seven to six", in "up from 7".

    Nothing where one figure is told as a part of another, since parts are named by their place.
    """
    if any(q.subset_of is not None for q in quantities):
        return set()
    many, past = Counter(q.measure for q in quantities), weights().figures.past
    told = [(n, q) for n, q in enumerate(quantities) if many[q.measure] > 1]
    return {n for n, q in told if re.search(past, text[: q.span.start][-BESIDE:])} | {
        n for (n, old), (_, new) in pairwise(told) if old.measure is new.measure and _changed(old, new, text)
    }


def _changed(old: Quantity, new: Quantity, text: str) -> bool:
    """Whether two figures stand in "from seven to six"."""
    between = text[old.span.end : new.span.start].strip().lower()
    return between == "to" and text[: old.span.start].rstrip().lower().endswith("from")


def kin(left: str, right: str) -> bool:
    """Whether two things counted may be one: "missile" and "cruise missile", or one that is not named."""
    return left == right or not left or not right or left.endswith(" " + right) or right.endswith(" " + left)


def alike(left: Amount, right: Amount) -> bool:
    """Whether two figures count the same thing of the same part."""
    if left.measure != right.measure or left.place != right.place or left.population != right.population:
        return False
    if left.unit != right.unit or left.running != right.running:
        return False
    if left.measure == "other":
        return bool(left.object) and left.object == right.object
    return kin(left.object, right.object)


@lru_cache(maxsize=1 << 14)
def number(value: Number) -> str:
    """A figure as print has it: 761,160."""
    value = round(value, 3)
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


@lru_cache(maxsize=1 << 14)
def spell(operator: Operator, value: Number | None, low: Number | None = None, high: Number | None = None) -> str:
    """A figure with the words that bound it: "more than 25"."""
    if value is None:
        ends = [number(n) for n in (low, high) if n is not None]
        return " to ".join(ends) or "no figure"
    word = lists().operators[operator.value]
    return f"{word} {number(value)}" if word else number(value)


def plural(name: str) -> str:
    """More than one of a thing: "drones", "people"."""
    words = re.sub(r"^(.*) \((.*)\)$", r"\2 \1", name).split()
    last = words[-1]
    regular = last if last.endswith("s") else f"{last[:-1]}ies" if re.search(r"[^aeiou]y$", last) else f"{last}s"
    last = lists().plurals.get(last, regular)
    return " ".join([*words[:-1], last])


def topic(measure: str, name: str | None = None, population: str | None = None, place: str | None = None) -> str:
    """What accounts speak of: "the number of drones shot down (Oryol region)"."""
    named = plural(name) if name and name not in ("person", "people") else ""

    def counted(match: re.Match[str]) -> str:
        noun = named or match.group(1)
        if noun == "people" and population:
            return lists().populations.get(population, f"{population} people")
        return f"{population} {noun}" if population else noun

    phrase = re.sub(r"\{(\w+)\}", counted, lists().measures[measure].topic)
    return f"{phrase} ({place})" if place else phrase
