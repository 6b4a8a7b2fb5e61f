"""Time expressions -> dated spans: neighbours are joined ("Saturday" and "night"), "since" and "by" bound them."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from onrecord.claims import calendar
from onrecord.claims.anchors import Anchor, Dated, clock_day, clock_time, day_of, interval
from onrecord.claims.calendar import OPEN, Interval
from onrecord.claims.lexicon import table
from onrecord.claims.timex import Timex
from onrecord.records import Precision

DAYS = frozenset(("date", "weekday", "deixis", "days"))
"""Kinds that name a day."""
HOURS = frozenset(("part", "clock"))
"""Kinds that name a part of one."""

_RULE = {"days": "range", "slice": "range", "deixis": "relative", "offset": "relative", "number": "day-number"}
_PREFIX = re.compile(
    r"\b(since|until|till|by|as of|before|after|from|between|ahead of)"
    r"(?:[ \u00a0\n](?:late|early|the|around|about|at|on|end of|night of|beginning of|start of)){0,3}[ \u00a0\n]$",
    re.IGNORECASE,
)
_LATE = re.compile(r"\b(early|late) (?:on )?$", re.IGNORECASE)
_IN = re.compile(
    r"(?:\b(?:in|since|until|by|during|of|from|to|before|after|and|last|next|early|late|mid|through|between|around|end|for)"
    r"|[-–—])(?: the| early| late| mid)?[ \u00a0\n]$",
    re.IGNORECASE,
)
_FALL = re.compile(r"the fall", re.IGNORECASE)
_FALLEN = re.compile(r" (?:of|in|from|to|by|on)\b")
"""After "the fall", what fell: "since the fall of the town"."""

_EVENING = 17
"""From this hour on a night's account may begin."""

_LED = 60
_FAR = 120
"""Characters before a time in which something may be compared with it."""
_THING = re.compile(r" [a-z]{3,}")
_AFTER = re.compile(r"\b(?:in|by|after|before|since|during|from|of|for)(?: the)? $")
_HAPPENED = re.compile(
    r"(?:(?<!that )(?<!which )\b(?:was|were|been|died|happened|occurred|began|came|killed|wounded|injured)\b"
    r"[^,;.]{0,40}\b|(?:^|\d )(?:people )?\w+ )(?:in|by|during)(?: the)? $"
)
_TO = re.compile(r" (?:to|and|until|till|through) (?:the )?(?:on )?|[ ]?[-–—][ ]?")
_DAY_HOUR = re.compile(
    r"['’]s |,? (?:at|in the|around|at around|at about|about|shortly after|by|just after|just before|during the|from) "
    r"|,? |, "
)
_HOUR_DAY = re.compile(r",? (?:on|of|on the|of the|to|into|from|in|between|leading to|leading into) (?:the )?|,? ")
_ENDS = re.compile(r" (?:to|into|leading to|leading into) ")


def compose(anchor: Anchor, found: Sequence[Timex]) -> list[Dated]:
    """The expressions of a span, joined and anchored, in order. Single months and years need a preposition before."""
    out: list[Dated] = []
    i = 0
    while i < len(found):
        for size, join in ((4, _four), (3, _three), (2, _pair), (1, _single)):
            group = found[i : i + size]
            if len(group) == size and (dated := join(anchor, group, out)) is not None:
                out.append(_bounded(anchor, dated) if join is not _three else dated)
                i += size
                break
        else:
            i += 1
    return out


def _gap(anchor: Anchor, one: Timex, two: Timex) -> str:
    return anchor.text[one.end : two.start] if two.start - one.end < 40 else "\0"


def _four(anchor: Anchor, group: Sequence[Timex], out: Sequence[Dated]) -> Dated | None:
    """Day and hour to day and hour: "from Friday evening to Saturday morning"."""
    a, b, c, d = group
    if not _TO.fullmatch(_gap(anchor, b, c)):
        return None
    left, right = _pair(anchor, (a, b), out), _pair(anchor, (c, d), out)
    return _through(left, right) if left and right else None


def _three(anchor: Anchor, group: Sequence[Timex], out: Sequence[Dated]) -> Dated | None:
    """Two hours and their day, or a night between two days: "between 07:00 and 10:00 on Friday"."""
    a, b, c = group
    if a.kind == b.kind == "clock" and c.kind in DAYS and _HOUR_DAY.fullmatch(_gap(anchor, b, c)):
        day = day_of(anchor, c)
        return _hours(anchor, a, b, day)._replace(end=c.end) if _TO.fullmatch(_gap(anchor, a, b)) and day else None
    if (
        a.kind in DAYS
        and b.kind == c.kind == "clock"
        and _DAY_HOUR.fullmatch(re.sub(r" (?:from|between) $", " ", _gap(anchor, a, b)))
    ):
        day = day_of(anchor, a)
        return _hours(anchor, b, c, day)._replace(start=a.start) if _TO.fullmatch(_gap(anchor, b, c)) and day else None
    if a.kind == "part" and b.kind in DAYS and c.kind in DAYS and _HOUR_DAY.fullmatch(_gap(anchor, a, b)):
        first, last = day_of(anchor, b), day_of(anchor, c)
        night = _TO.fullmatch(_gap(anchor, b, c)) and first and last and last - first == timedelta(days=1)
        return Dated(a.start, c.end, _night(first, anchor.zone), "night") if night and first else None
    return None


def _pair(anchor: Anchor, group: Sequence[Timex], out: Sequence[Dated]) -> Dated | None:
    a, b = group
    gap = _gap(anchor, a, b)
    if a.kind in DAYS and b.kind in HOURS and _DAY_HOUR.fullmatch(gap):
        return _of_day(anchor, b, a, a.start, b.end, ends=False)
    if a.kind in HOURS and b.kind in DAYS and _HOUR_DAY.fullmatch(gap):
        return _of_day(anchor, a, b, a.start, b.end, ends=bool(_ENDS.match(gap)))
    if a.kind == b.kind == "clock" and _TO.fullmatch(gap):
        day = clock_day(anchor, b)
        return _hours(anchor, a, b, day, ends=True) if day else Dated(a.start, b.end, OPEN, "hours")
    if a.kind == "shift" and b.kind in DAYS and "," not in gap and a.value != ():
        return _shifted(anchor, a, b, out)
    if _TO.fullmatch(gap) and a.kind not in HOURS and b.kind not in HOURS and _ranges(anchor, a, gap):
        return _span(anchor, a, b, out)
    return None


def _ranges(anchor: Anchor, one: Timex, gap: str) -> bool:
    before = anchor.text[max(anchor.span.start, one.start - 12) : one.start].lower()
    opened = "from" in before if "and" not in gap else "between" in before
    return opened or not gap.strip().isalpha() or gap.strip() in ("to", "through", "until")


def _span(anchor: Anchor, a: Timex, b: Timex, out: Sequence[Dated]) -> Dated | None:
    if a.kind == b.kind == "date" and a.value[0] is None and b.value[0] is not None:
        a = a._replace(value=(b.value[0], *a.value[1:]))
    if a.kind == "month" and b.kind == "date" and b.value[0] is not None:
        a = a._replace(kind="date", value=(b.value[0], a.value[0], None))
    left, right = _single(anchor, (a,), out), _single(anchor, (b,), out)
    return _through(left, right) if left and right else None


def _through(left: Dated, right: Dated) -> Dated | None:
    earliest, latest = left.interval.earliest, right.interval.latest
    if earliest is None or latest is None or earliest >= latest:
        return None
    return Dated(left.start, right.end, Interval(earliest, latest, Precision.RANGE), "range")


def _single(anchor: Anchor, group: Sequence[Timex], out: Sequence[Dated]) -> Dated | None:
    (one,) = group
    if not _framed(anchor, one) or _aside(anchor, one):
        return None
    made = interval(anchor, one, out)
    if made is None:
        return None
    rule = str(one.value[0]) if one.kind == "part" and one.value[0] == "overnight" else one.kind
    return Dated(one.start, one.end, made, _RULE.get(rule, rule))


def _framed(anchor: Anchor, one: Timex) -> bool:
    """Whether a bare month or year, and "the fall", have the preposition that makes them a time: "in the fall"."""
    bare = one.kind == "year" or (one.kind == "month" and not one.value[1])
    fallen = one.kind == "season" and _FALL.fullmatch(anchor.text, one.start, one.end)
    if not bare and not fallen:
        return True
    before = anchor.text[max(anchor.span.start, one.start - 14) : one.start]
    return bool(_IN.search(before)) and not (fallen and _FALLEN.match(anchor.text, one.end))


def _aside(anchor: Anchor, one: Timex) -> bool:
    """Whether a time only tells one thing from others: "damaged in the March gale", "the worst raid since March".

    It dates what opens with it, and what a verb beside it tells: "12 were killed in last month's storm".
    """
    if _ranked().search(anchor.text, max(anchor.span.start, one.start - _FAR), one.start):
        return True
    before = anchor.text[max(anchor.span.start, one.start - _LED) : one.start]
    if one.kind == "month" and not one.value[1]:
        named = before.endswith("the ") and _THING.match(anchor.text, one.end) is not None
    else:
        named = one.kind in ("month", "offset", "season") and anchor.text.startswith(("'s ", "’s "), one.end)
    return named and bool(_AFTER.search(before)) and not _HAPPENED.search(before)


@cache
def _ranked() -> re.Pattern[str]:
    """What compares with all "since" a time, not what goes on since then: "at least 40 have died since Monday"."""
    ranks = "|".join(table("moments")["words"]["ranks"])
    whose = r"(?:\b(?:a|the|its|their|his|her|our)|[’']s)\s+(?:[\w-]+\s+){0,2}?"
    on = r"(?:(?!\b(?:has|have|had|been|was|were|is|are)\b)[^,;:.])"
    return re.compile(rf"{whose}(?:{ranks})\b{on}{{0,50}}\bsince\b{on}{{0,35}}$", re.IGNORECASE)


def _bounded(anchor: Anchor, dated: Dated) -> Dated:
    """What "since", "by", "as of", "until", "before" and "after" make of an interval."""
    before = anchor.text[max(anchor.span.start, dated.start - 30) : dated.start]
    match = _PREFIX.search(before)
    word = match.group(1).lower() if match else ""
    if word == "by" and anchor.text.startswith(("'s", "’s"), dated.end):  # "killed by Friday's storm"
        return dated
    earliest, latest, precision = dated.interval
    if word not in ("since", "until", "till", "by", "as of", "before", "after", "ahead of", "from") or dated.rule in (
        "range",
        "hours",
        "past",
        "shift",
    ):
        return dated
    if word == "from" and dated.rule == "clock" and _evening(anchor, earliest):
        word = "since"
    elif word == "from" and (
        precision in (Precision.OPEN, Precision.RANGE) or not anchor.ahead(dated.start, dated.end)
    ):
        return dated
    bounds = {
        "since": (
            earliest,
            anchor.published if earliest and anchor.published and earliest < anchor.published else None,
        ),
        "from": (earliest, None),
        "after": (latest, None),
        "before": (None, latest if match and "end of" in match[0].lower() else earliest),
        "ahead of": (None, earliest),
    }
    low, high = bounds.get(word, (None, latest))
    kind = Precision.RANGE if low and high else Precision.OPEN
    rule = {"till": "until", "ahead of": "before"}.get(word, word)
    return Dated(dated.start, dated.end, Interval(low, high, kind), rule)


def _evening(anchor: Anchor, earliest: datetime | None) -> bool:
    """Whether an hour begins a night's account: "from 20:00 on Tuesday, 48 drones were launched"."""
    past = earliest is not None and anchor.published is not None and earliest < anchor.published
    return past and earliest is not None and earliest.hour >= _EVENING


def _of_day(anchor: Anchor, hour: Timex, day: Timex, start: int, end: int, ends: bool) -> Dated | None:
    """A part or clock time of a day; a night "to" a day, and one that would lie ahead, is the night that ends on it."""
    on = day_of(anchor, day)
    if on is None:
        return Dated(start, end, OPEN, day.kind)
    if hour.kind == "clock":
        return Dated(start, end, clock_time(anchor, hour, on), "clock")
    name = str(hour.value[0])
    if name in ("night", "overnight") and day.kind == "days":
        return Dated(start, end, _night(on, anchor.zone), "night")
    made = calendar.part(on, name, anchor.zone)
    if name in ("night", "overnight"):
        late = anchor.published is not None and made.latest is not None and made.latest > anchor.published
        early = bool(_LATE.search(anchor.text[max(0, start - 12) : start]))
        if ends or (late and not anchor.ahead(start, end) and (on == anchor.today or early)):
            on -= timedelta(days=1)
        return Dated(start, end, _night(on, anchor.zone), "night")
    return Dated(start, end, made, "part")


def _night(first: date, zone: ZoneInfo) -> Interval:
    return calendar.part(first, "night", zone)


def _hours(anchor: Anchor, a: Timex, b: Timex, day: date, *, ends: bool = False) -> Dated:
    """Two hours from one to the other: `day` is that on which they begin, or, where a night lies between, end."""
    if a.value[3] is False and not a.value[2] and b.value[2]:
        a = a._replace(value=(*a.value[:2], b.value[2], a.value[3]))
    if not a.value[2] and b.value[2]:
        a = a._replace(value=(*a.value[:2], b.value[2], a.value[3]))
    low, high = clock_time(anchor, a, day).earliest, clock_time(anchor, b, day).earliest
    if low and high and high <= low:
        first = day - timedelta(days=ends)
        low = clock_time(anchor, a, first).earliest
        high = clock_time(anchor, b, first + timedelta(days=1)).earliest
    closed = Interval(low, high, Precision.RANGE) if low and high else OPEN
    return Dated(a.start, b.end, closed, "hours")


def _shifted(anchor: Anchor, a: Timex, b: Timex, out: Sequence[Dated]) -> Dated | None:
    """ "A day after Friday's strike": reckoned from the day that follows."""
    if not anchor.text[a.start : a.end].lower().endswith(("after", "before")):
        return None
    day = day_of(anchor, b)
    unit, count = a.value
    if day is None or not isinstance(count, int) or unit in ("hour", "minute"):
        return Dated(a.start, b.end, OPEN, "shift")
    return Dated(a.start, b.end, calendar.shifted(day, str(unit), count, anchor.zone), "shift")
