"""Bare numbers -> which of them count nothing: models, labels, dates, times, ages, years, spans of time, shares."""

from collections.abc import Sequence
from functools import cache

from onrecord.claims.digits import HYPHENS, Core, openers
from onrecord.claims.lexicon import table
from onrecord.claims.marks import forms, singular
from onrecord.claims.tokens import Token, Tokens
from onrecord.claims.units import currency, listed, unit_at

_DASHES = frozenset("-‑–—")
_TIMED = frozenset({"about", "after", "around", "at", "before", "between", "from", "since", "till", "until"})
_PARTS = frozenset({"morning", "afternoon", "evening"})
_ONE = frozenset({"a", "an", "his", "her", "their", "my", "our"})
"""What stands before one person whose age may follow."""
_POINTING = frozenset({"other", "each", "which", "this", "every"})
_CLOCK = 12
_FUTURE = 2040
"""Later years are named only as a term."""

_UNTIL = frozenset({"in", "by", "until", "till", "before", "since", "through", "of", "year", "around"})
_AGES = 12
_PAIR = 6
"""Words within which "and" follows the first of two that "both" joins."""

_QUARTERS = frozenset({("half", "past"), ("quarter", "past"), ("quarter", "to")})
_SHORT = (3, 4)
"""Letters of a month that a full stop may shorten."""


def barred(source: Tokens, core: Core) -> bool:
    """Whether the number is no count: a model, label, date, time, age, year, span of time, share, length or pronoun."""
    return (
        _model(source, core)
        or _labelled(source, core)
        or _dated(source, core)
        or _aged(source, core)
        or _measured(source, core)
        or _year(source, core)
        or _hour(source, core)
        or _standing(source, core)
        or _boarded(source, core)
        or _sought(source, core)
        or _paired(source, core)
        or _manifold(source, core)
    )


def _manifold(source: Tokens, core: Core) -> bool:
    """Multiple rocket launchers; multiple shrapnel wounds: a name, and what one person may have."""
    every, at = source.all, core.first
    if every[at].low not in {"multiple", "several"}:
        return False
    after = [t.low for t in every[core.last : core.last + 2]]
    return (every[at].low == "multiple" and after[:1] in (["launch"], ["rocket"])) or bool({*after} & listed("hurts"))


def _paired(source: Tokens, core: Core) -> bool:
    """Both houses and barns: it joins the two; in "both missiles and 12 drones" it counts."""
    every, at = source.all, core.first
    if every[at].low != "both" or core.last - at != 1:
        return False
    stops = table("numbers")["grammar"]["stops"]
    for k in range(at + 1, min(len(every) - 1, at + _PAIR)):
        if every[k].low == "and":
            return k > at + 1 and every[k + 1].sort != "number" and every[k + 1].low not in openers()
        if every[k].sort == "mark" or every[k].low in stops or every[k].low == "of":
            return False
    return False


def _sought(source: Tokens, core: Core) -> bool:
    """Looked for more and found none: of what was looked for, and not of all."""
    every, at = source.all, core.first
    return at > 0 and core.last - at == 1 and every[at].low == "none" and every[at - 1].low in listed("sought")


def _boarded(source: Tokens, core: Core) -> bool:
    """On the 204: a bus, a train or a road by its number."""
    every, at, end = source.all, core.first, core.last
    if at < 2 or end - at != 1 or not every[at].low.isdigit() or every[at - 1].low != "the":
        return False
    return every[at - 2].low in listed("boarded") and (end >= len(every) or every[end].sort == "mark")


def _standing(source: Tokens, core: Core) -> bool:
    """The other one, each one, which one: it stands for a thing, and counts none."""
    every, at, end = source.all, core.first, core.last
    if at < 1 or end - at != 1 or every[at].low != "one" or every[at - 1].low not in _POINTING:
        return False
    if at > 1 and every[at - 1].low == "which" and every[at - 2].low in {"of", "into", "from"}:
        return False
    return end >= len(every) or every[end].low not in _counted()


def _model(source: Tokens, core: Core) -> bool:
    """F-16, Kh-101/555, S-300, 07:00, 24/7, 47th, 9-storey."""
    every, at, end = source.all, core.first, core.last
    if source.joined(at):
        mark = every[at - 1]
        if mark.sort in {"word", "number"} or mark.low in ":'’":
            return True
        if mark.low in "-‑/" and source.joined(at - 1) and every[at - 2].sort in {"word", "number"}:
            return every[at].sort == "number" or every[at - 2].sort == "number"
        if mark.low == "." and at > 1 and source.joined(at - 1):
            return True
    if end >= len(every) or not source.joined(end):
        return False
    after = every[end]
    if after.sort in {"word", "number"} and every[end - 1].sort == "number":
        return unit_at(source, end) is None
    if after.low in ":/" and source.joined(end + 1):
        return True  # 07:00, 24/7; "kills 238: police" counts
    if after.low in _DASHES and source.joined(end + 1) and every[end + 1].sort == "number":
        return True
    return after.low in HYPHENS and source.joined(end + 1) and _tailed(source, end + 1)


def _tailed(source: Tokens, at: int) -> bool:
    """Whether the word after a number and a hyphen makes an adjective that counts nothing ("year", "way")."""
    word = source.all[at].low
    return word in listed("units_of") or word not in _counted()


@cache
def _counted() -> frozenset[str]:
    """Nouns that a hyphenated number still counts: a 20-drone attack, a 300-strong crowd."""
    words = {f[0] for o in table("objects")["object"] for w in o["words"] for f in forms(w) if len(f) == 1}
    return frozenset(words | {"strong", "member", "odd"})


@cache
def _people() -> frozenset[str]:
    """The nouns of people in objects.toml."""
    told = (o for o in table("objects")["object"] if o["sort"] == "person")
    return frozenset(f[0] for o in told for w in o["words"] for f in forms(w) if len(f) == 1)


def _one(word: str) -> bool:
    """Whether a word is for one person, whose age may follow: "a cyclist, 29, ..."."""
    return word in _people() and singular(word) == word and word not in listed("crowd")


def _labelled(source: Tokens, core: Core) -> bool:
    """Resolution 2202, No. 5, magnitude 6.2, a magnitude of 6.2, day 1,026."""
    at = core.first - 1
    if at > 0 and source.all[at].low == "." and source.joined(at) and source.all[at - 1].low in listed("shortened"):
        at -= 1
    if at > 0 and (source.all[at - 1].low, source.all[at].low) == ("magnitude", "of"):
        return True
    if at < 0 or source.all[core.first].low in listed("nothing"):
        return False
    if at > 0 and source.all[at].low in {"day", "week", "year"} and source.all[at - 1].low in listed("spans"):
        return False
    if _numbering(source, at) or _beside(source, core, at):
        return False
    parted = core.last + 1 < len(source.all) and source.all[core.last].low == "of"
    return source.all[at].low in listed("labels") and not (parted and source.all[core.last + 1].sort == "number")


def _numbering(source: Tokens, at: int) -> bool:
    """Whether "number" at a token is a verb: "the wounded number 154", "they may number 2,600"."""
    before = source.all[at - 1].low if at > 0 and source.all[at].low == "number" else ""
    return before in listed("numbering") or (len(before) > _SHORT[1] and singular(before) != before)


def _beside(source: Tokens, core: Core, at: int) -> bool:
    """Whether a place before a number is where its things are: "in Vesk district 14 houses burned"."""
    every, end = source.all, core.last
    if every[at].low not in listed("grounds") or end >= len(every):
        return False
    return every[end].low in _counted() and singular(every[end].low) != every[end].low


def _dated(source: Tokens, core: Core) -> bool:
    """14 December, December 14, 13-14 Dec, 13 and 14 December, 10 am."""
    every = source.all
    at, end = core.first - 1, core.last
    if at > 0 and every[at].low == "." and source.joined(at) and len(every[at - 1].low) in _SHORT:
        at -= 1
    spelt = every[core.first].sort == "word"
    if at >= 0 and not spelt and _month(source, at) and (core.value is None or core.value <= 31):
        return True
    day = at - (3 if at > 2 and every[at - 2].low == "." else 2)
    if at > 1 and every[at].low in {"and", ",", "-", "–"} and every[at - 1].sort == "number" and _month(source, day):
        apart = spelt or (every[at].low in "-–" and not source.joined(at) and not source.joined(at + 1))
        return not apart and not _counts(source, end) and core.value is not None and core.value <= 31
    if end < len(every) and _month(source, end):
        return True
    paired = end + 2 < len(every) and every[end].low in {"and", "to", ",", "-", "–"} and every[end + 1].sort == "number"
    return paired and _month(source, end + 2)


def _counts(source: Tokens, at: int) -> bool:
    """Whether a noun at a token is counted by what stands before it: "on 7 May, 12 drones"."""
    return at < len(source.all) and source.all[at].low in _counted()


def _month(source: Tokens, at: int) -> bool:
    return source.all[at].low in listed("months") and source.text[source.all[at].start].isupper()


def _aged(source: Tokens, core: Core) -> bool:
    """A boy of nine; Jon Pell, 43, ...; a girl, 7; a porter, 61, who."""
    every, at, end = source.all, core.first, core.last
    if at < 2 or core.value is None or core.value > 115:
        return False
    before, further = every[at - 1].low, every[at - 2]
    if before in {"and", ","} and _listed_age(source, at):
        return True
    if before == "of" and (
        further.low in listed("single") or (_one(further.low) and at > 2 and every[at - 3].low in _ONE)
    ):
        return True
    if before in {"under", "over", "below", "above"} and (further.low in _counted() or further.low in listed("single")):
        return further.low not in {"temperatures", "levels"} and end < len(every) and every[end].sort == "mark"
    if before not in {",", "("} or (end < len(every) and every[end].low not in {",", ")", ".", "and", "was", "from"}):
        return False
    single = at > 2 and every[at - 3].low in _ONE and every[at].sort == "number" and further.sort == "word"
    if single and end + 1 < len(every) and every[end].low == "," and every[end + 1].low in {"who", "whose"}:
        return True
    named = source.text[further.start].isupper() and further.sort == "word" and end < len(every)
    if further.low in listed("single") or (_one(further.low) and every[at].sort == "number"):
        return True
    return named and every[end].low in {",", ")"} and (at < 3 or every[at - 3].sort == "word")


def _listed_age(source: Tokens, at: int) -> bool:
    """Whether a number goes on a list of ages: "aged 44, 23 and [61]"."""
    every, floor = source.all, max(0, at - _AGES)
    while at > floor and (every[at - 1].low in {"and", ","} or every[at - 1].sort == "number"):
        at -= 1
    return at > 0 and every[at].sort == "number" and every[at - 1].low in {"aged", "ages"}


def _measured(source: Tokens, core: Core) -> bool:
    """Nine years, 20 km, 15 per cent, 20%; not 12 square kilometres and not $5m."""
    every, end = source.all, core.last
    between = {"more", "further", "additional", "other", "-", "‑", "full", "long", "last"}
    while end < len(every) and every[end].low in between:
        end += 1
    if end >= len(every):
        return False
    unit = unit_at(source, end)
    if unit is not None:
        return unit[0] == "level" and not _leveled(source, core)
    word = every[end].low
    if (word == "times" and _storms(source, core.first)) or (word == "points" and _pointed(source, core.first)):
        return False
    month = word in listed("months") and not _month(source, end)
    return word in listed("units_of") and not month


def _storms(source: Tokens, at: int) -> bool:
    """Whether a number before "times" counts attacks: "the enemy attacked our lines [41] times"."""
    return any(token.low in listed("storming") for token in source.all[max(0, at - _PAIR) : at])


def _pointed(source: Tokens, at: int) -> bool:
    """Whether a number of points counts places or items, and no score: "at [two] points", "a list of [14] points"."""
    return at > 0 and source.all[at - 1].low in {"at", "of"}


def _leveled(source: Tokens, core: Core) -> bool:
    """Whether words of water stand near a length."""
    words = set(table("numbers")["level"]["words"])
    window = source.all[max(0, core.first - 10) : core.last + 6]
    return any(t.low in words for t in window)


def _clocked(every: Sequence[Token], at: int) -> bool:
    """Whether "half past" or "a quarter to" before a number tells a time, and "by a quarter to 12" no change."""
    return every[at - 2].low == "half" or (at > 3 and every[at - 3].low == "a" and every[at - 4].low in _TIMED)


def _year(source: Tokens, core: Core) -> bool:
    """A bare 1900..2099 that no counted noun follows."""
    every = source.all
    if core.last - core.first != 1 or not isinstance(core.value, int) or not 1900 <= core.value <= 2099:
        return False
    if every[core.first].sort != "number" or len(every[core.first].low) != 4 or currency(source, core.first):
        return False
    if core.value > _FUTURE and not (core.first > 0 and every[core.first - 1].low in _UNTIL):
        return False
    counted = core.last < len(every) and every[core.last].low in _counted()
    return not counted or (core.first > 0 and every[core.first - 1].low in listed("years"))


def _hour(source: Tokens, core: Core) -> bool:
    """Since six, until 9: a bare hour that ends a clause. Half past nine, before eight in the evening: anywhere."""
    every, at, end = source.all, core.first, core.last
    if at and every[at - 1].low in _TIMED and [t.low for t in every[end : end + 2]] == ["in", "the"]:
        return end + 2 < len(every) and every[end + 2].low in _PARTS
    if at > 1 and (every[at - 2].low, every[at - 1].low) in _QUARTERS:
        return isinstance(core.value, int) and 0 < core.value <= _CLOCK and _clocked(every, at)
    ends = end >= len(every) or every[end].low in {".", ",", ";", "!", "?"}
    whole = isinstance(core.value, int) and 0 < core.value <= 24
    return whole and ends and core.first > 0 and every[core.first - 1].low in {"since", "until", "till"}
