"""One time expression as written -> the interval it stands for, reckoned from publication in the story's zone."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from onrecord.claims import calendar
from onrecord.claims.calendar import OPEN, Interval
from onrecord.claims.lexicon import table
from onrecord.claims.tense import tense
from onrecord.claims.timex import Timex
from onrecord.records import Precision, Span


class Dated(NamedTuple):
    """Characters, the interval they stand for, and the rule that made it."""

    start: int
    end: int
    interval: Interval
    rule: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """What times are reckoned from: the publication in the story's zone (None: unknown), and the text around them."""

    text: str
    span: Span
    published: datetime | None
    zone: ZoneInfo
    first_day: date | None

    @property
    def today(self) -> date | None:
        """The day of publication."""
        return self.published.date() if self.published else None

    def ahead(self, start: int, end: int) -> bool:
        """Whether the clause around [start, end) looks ahead."""
        return tense(self.text, self.span, start, end) > 0


_UNTIL = re.compile(r"\b(?:until|till|by) $", re.IGNORECASE)
_GONE = 100
"""A day without a year that is gone so many days or fewer is meant, though the verbs look ahead: next year is far."""
_NIGHTS = ("last", "during the", "in the", "through the", "at", "this", "for the", "over the")
"""Before "night" they make it a time."""
_HEADED = re.compile(r"(?: (?:in|over|on|at|by|of)\b[^.:\n]{0,40})?:")
_SMALL = 9
"""Before this hour "tonight" is the night that has just ended."""
_STALE = 5
"""So many days after a weekday, "by" it no longer means the one that is past."""


def interval(anchor: Anchor, one: Timex, out: Sequence[Dated]) -> Interval | None:
    """What one expression stands for; `out` holds what the same span named before. None where it is no time at all."""
    return _INTERVALS[one.kind](anchor, one, out)


def clock_time(anchor: Anchor, clock: Timex, day: date) -> Interval:
    """A clock time on a day, in the story's zone; open where it names a zone that the table lacks."""
    hour, minute, zone, exact = clock.value
    assert isinstance(hour, int) and isinstance(minute, int) and isinstance(zone, str)
    known = _zone(zone, anchor.zone)
    if known is None:
        return OPEN
    made = calendar.clock(day, hour, minute, known, bool(exact))
    if made.earliest is None or made.latest is None:
        return made
    return made._replace(earliest=made.earliest.astimezone(anchor.zone), latest=made.latest.astimezone(anchor.zone))


def _zone(printed: str, own: ZoneInfo) -> ZoneInfo | None:
    if not printed or printed == own.key.rpartition("/")[2].replace("_", " ").lower():
        return own
    key = table("moments")["zones"].get(printed)
    return ZoneInfo(key) if key else None


def clock_day(anchor: Anchor, clock: Timex) -> date | None:
    """The day of a bare clock time: that of publication, or the one before where it would still lie ahead."""
    if anchor.published is None or anchor.today is None:
        return None
    start = clock_time(anchor, clock, anchor.today).earliest
    ahead = start is not None and start > anchor.published and not anchor.ahead(clock.start, clock.end)
    return anchor.today - timedelta(days=1) if ahead else anchor.today


def day_of(anchor: Anchor, one: Timex) -> date | None:
    """The day that an expression names; the first day of "13-14 December"."""
    if one.kind == "days":
        year, month, first, _ = one.value
        one = one._replace(kind="date", value=(year, month, first))
    interval = _INTERVALS[one.kind](anchor, one, ())
    if interval is None or interval.precision not in (Precision.DAY, Precision.PART) or interval.earliest is None:
        return None
    return interval.earliest.date()


def _date(anchor: Anchor, one: Timex, out: Sequence[Dated]) -> Interval:
    year, month, day, *weekday = one.value
    if month is None:
        return _monthday(anchor, one, day) if isinstance(day, int) else OPEN
    assert isinstance(month, int)
    if isinstance(year, int):
        return calendar.month(year, month, anchor.zone) if day is None else _on(year, month, day, anchor.zone)
    return _yearless(anchor, one, month, day, weekday[0] if weekday else None)


def _on(year: int, month: int, day: object, zone: ZoneInfo) -> Interval:
    try:
        made = date(year, month, int(str(day)))
    except ValueError:
        return OPEN
    return calendar.days(made, made, zone)


def _yearless(anchor: Anchor, one: Timex, month: int, day: object, weekday: object) -> Interval:
    """A day without a year: ahead of publication or before it as the verbs say, the nearest where none does.

    A weekday that stands with it chooses among the years first.
    """
    today = anchor.today
    if today is None:
        return OPEN
    made = [_on(today.year + shift, month, day, anchor.zone) for shift in (-1, 0, 1)]
    starts = [(m.earliest.date(), m) for m in made if m.earliest is not None]
    fits = [s for s in starts if s[0].weekday() == weekday] or starts
    gone = [s for s in fits if 0 < (today - s[0]).days <= _GONE]
    return _turned(anchor, one, today, gone if gone and not _term(anchor, one) else fits)


def _monthday(anchor: Anchor, one: Timex, day: int) -> Interval:
    """A day of this month, the one before or the next: as the verbs say, the nearest where none does."""
    today = anchor.today
    if today is None:
        return OPEN
    months = [divmod(today.year * 12 + today.month - 1 + shift, 12) for shift in (-1, 0, 1)]
    made = [_on(year, month + 1, day, anchor.zone) for year, month in months]
    return _turned(anchor, one, today, [(m.earliest.date(), m) for m in made if m.earliest is not None])


def _turned(anchor: Anchor, one: Timex, today: date, starts: list[tuple[date, Interval]]) -> Interval:
    """Of some days the next one or the last, as the clause looks ahead or back, else the nearest."""
    turned = tense(anchor.text, anchor.span, one.start, one.end) or (1 if _term(anchor, one) else 0)
    if turned > 0:
        return next((m for d, m in starts if d >= today), starts[-1][1] if starts else OPEN)
    if turned < 0:
        return next((m for d, m in reversed(starts) if d <= today), starts[0][1] if starts else OPEN)
    return min(starts, key=lambda s: abs((s[0] - today).days))[1] if starts else OPEN


def _days(anchor: Anchor, one: Timex, out: Sequence[Dated]) -> Interval:
    year, month, first, last = one.value
    low = _date(anchor, one._replace(value=(year, month, first)), out)
    if low.earliest is None or not isinstance(first, int) or not isinstance(last, int):
        return OPEN
    begin = low.earliest.date()
    return calendar.days(begin, begin + timedelta(days=last - first), anchor.zone)


def _months(anchor: Anchor, one: Timex, out: Sequence[Dated]) -> Interval:
    """The latest such month before publication; "next", and words that look ahead, the first after."""
    month, word = one.value
    today = anchor.today
    if today is None:
        return OPEN
    assert isinstance(month, int)
    ahead = word == "next" or (word != "last" and anchor.ahead(one.start, one.end))
    if ahead:
        later = month > today.month or (month == today.month and word != "next")
        return calendar.month(today.year + (0 if later else 1), month, anchor.zone)
    earlier = month < today.month or (month == today.month and word != "last")
    return calendar.month(today.year - (0 if earlier else 1), month, anchor.zone)


def _slice(anchor: Anchor, one: Timex, out: Sequence[Dated]) -> Interval:
    """A week or half of a month: the first and last seven days, the days to the 15th and those after it."""
    which, unit, month, year = one.value
    whole = (
        _date(anchor, one._replace(value=(year, month, None)), out)
        if year
        else _months(anchor, one._replace(value=(month, "")), out)
    )
    if whole.earliest is None or whole.latest is None:
        return OPEN
    first, last = whole.earliest.date(), whole.latest.date() - timedelta(days=1)
    days = 15 if unit == "half" else 7
    if which == "first":
        return calendar.days(first, first + timedelta(days=days - 1), anchor.zone)
    if unit == "half":
        return calendar.days(first + timedelta(days=days), last, anchor.zone)
    begin = last - timedelta(days=days - 1) if which == "last" else first + timedelta(days=days)
    return calendar.days(begin, begin + timedelta(days=days - 1), anchor.zone)


def _weekday(anchor: Anchor, one: Timex, out: Sequence[Dated]) -> Interval:
    """The most recent such day, that of publication included; with "next" or words that look ahead, the coming one."""
    number, shift = one.value
    today = anchor.today
    if today is None:
        return OPEN
    assert isinstance(number, int)
    back, ahead = (today.weekday() - number) % 7, (number - today.weekday()) % 7
    if shift == -2:
        return calendar.shifted(today, "day", -(back or 7) - 7, anchor.zone)
    if shift == -1:
        return calendar.shifted(today, "day", -(back or 7), anchor.zone)
    if shift == 1:
        return calendar.shifted(today, "day", ahead or 7, anchor.zone)
    coming = anchor.ahead(one.start, one.end) or (back >= _STALE and _term(anchor, one))
    return calendar.shifted(today, "day", ahead if coming else -back, anchor.zone)


def _term(anchor: Anchor, one: Timex) -> bool:
    """Whether a weekday ends a term: "by Friday"."""
    return _UNTIL.search(anchor.text[max(0, one.start - 8) : one.start]) is not None


def _part(anchor: Anchor, one: Timex, out: Sequence[Dated]) -> Interval:
    """Of the day that the sentence named last, else of publication's; nights are those that ended last."""
    name = str(one.value[0])
    today = anchor.today
    if today is None:
        return OPEN
    if name in ("night", "overnight", "late night"):
        named = name == "overnight" or _prefixed(anchor, one, _NIGHTS) or _heads(anchor, one)
        last = 0 if anchor.ahead(one.start, one.end) else 1
        return calendar.part(today - timedelta(days=last), name, anchor.zone) if named else OPEN
    own = calendar.part(today, name, anchor.zone)
    late = own.earliest is not None and anchor.published is not None and own.earliest > anchor.published
    over = own.latest is not None and anchor.published is not None and own.latest <= anchor.published
    if (late or over) and late is not anchor.ahead(one.start, one.end):
        return calendar.part(today + timedelta(days=-1 if late else 1), name, anchor.zone)
    return own


def _prefixed(anchor: Anchor, one: Timex, words: Sequence[str]) -> bool:
    phrase = anchor.text[max(anchor.span.start, one.start - 14) : one.end].lower()
    return any(f"{word} {one.value[0]}" in phrase for word in words)


def _heads(anchor: Anchor, one: Timex) -> bool:
    """Whether a night heads what is told of it: "The night in our region: 14 drones"."""
    return one.start == anchor.span.start and _HEADED.match(anchor.text, one.end) is not None


def _deixis(anchor: Anchor, one: Timex, out: Sequence[Dated]) -> Interval:
    shift, name = one.value
    today = anchor.today
    if today is None or not isinstance(shift, int):
        return OPEN
    early = anchor.published is not None and anchor.published.hour < _SMALL
    if shift == 0 and name == "night" and early and not anchor.ahead(one.start, one.end):
        shift = -1
    day = today + timedelta(days=shift)
    return (
        calendar.part(day, " ".join(str(name).split()), anchor.zone) if name else calendar.days(day, day, anchor.zone)
    )


def _elapsed(anchor: Anchor, one: Timex, out: Sequence[Dated]) -> Interval:
    """From the start of the day (or week, month, year) to publication; the rest of it for "later"."""
    unit, after = one.value
    if anchor.published is None or anchor.today is None:
        return OPEN
    whole = calendar.shifted(anchor.today, str(unit), 0, anchor.zone)
    if (
        unit == "day"
        and out
        and out[-1].interval.precision == Precision.DAY
        and out[-1].interval.earliest != whole.earliest
    ):
        return out[-1].interval
    if after:
        return Interval(anchor.published, whole.latest, Precision.RANGE)
    return Interval(whole.earliest, anchor.published, Precision.RANGE)


def _clock(anchor: Anchor, one: Timex, out: Sequence[Dated]) -> Interval:
    day = clock_day(anchor, one)
    return clock_time(anchor, one, day) if day else OPEN


def _offset(anchor: Anchor, one: Timex, out: Sequence[Dated]) -> Interval:
    unit, count = one.value
    assert isinstance(count, int)
    return calendar.shifted(anchor.today, str(unit), count, anchor.zone) if anchor.today else OPEN


def _past(anchor: Anchor, one: Timex, out: Sequence[Dated]) -> Interval:
    unit, count = one.value
    assert isinstance(count, int)
    return calendar.back(anchor.published, str(unit), count, anchor.zone) if anchor.published else OPEN


def _ago(anchor: Anchor, one: Timex, out: Sequence[Dated]) -> Interval:
    unit, count = one.value
    assert isinstance(count, int)
    if anchor.published is None or anchor.today is None:
        return OPEN
    if unit in ("hour", "minute"):
        start = calendar.back(anchor.published, str(unit), -count, anchor.zone).earliest
        return calendar.clock(start.date(), start.hour, start.minute, anchor.zone, unit == "minute") if start else OPEN
    return calendar.shifted(anchor.today, str(unit), count, anchor.zone)


def _shift(anchor: Anchor, one: Timex, out: Sequence[Dated]) -> Interval:
    """Reckoned from the day that the same sentence named before; else open."""
    unit, count = one.value
    assert isinstance(count, int)
    before = out[-1].interval if out else OPEN
    if before.earliest is None or before.precision not in (Precision.DAY, Precision.PART) or unit in ("hour", "minute"):
        return OPEN
    return calendar.shifted(before.earliest.date(), str(unit), count, anchor.zone)


def _season(anchor: Anchor, one: Timex, out: Sequence[Dated]) -> Interval:
    """Three months from that of the season's start; without a year the latest that has begun."""
    name, year, shift = one.value
    month = int(table("moments")["seasons"][str(name)])
    if not isinstance(year, int):
        if anchor.today is None:
            return OPEN
        begun = anchor.today.month >= month
        year = anchor.today.year - (0 if begun else 1)
        running = begun and anchor.today.month < month + 3
        year += 1 if shift == 1 else -1 if shift == -1 and running else 0
    low, high = calendar.month(year, month, anchor.zone), calendar.month(year, month + 2, anchor.zone)
    return Interval(low.earliest, high.latest, Precision.RANGE)


def _weekend(anchor: Anchor, one: Timex, out: Sequence[Dated]) -> Interval:
    (shift,) = one.value
    if anchor.today is None or not isinstance(shift, int):
        return OPEN
    weekday = anchor.today.weekday()
    ahead = shift == 1 or anchor.ahead(one.start, one.end)
    back = weekday - 5 if weekday >= 5 and shift != -1 else weekday + 2
    saturday = anchor.today + timedelta(days=5 - weekday if ahead else -back)
    return calendar.days(saturday, saturday + timedelta(days=1), anchor.zone)


def _number(anchor: Anchor, one: Timex, out: Sequence[Dated]) -> Interval | None:
    """Day N of the story; without "of the war" only where it lies within a month of publication."""
    number, told = one.value
    if anchor.first_day is None or not isinstance(number, int):
        return OPEN if told else None
    made = calendar.shifted(anchor.first_day, "day", number - 1, anchor.zone)
    near = anchor.today and made.earliest and abs((made.earliest.date() - anchor.today).days) <= 31
    return made if told or near else None


def _year(anchor: Anchor, one: Timex, out: Sequence[Dated]) -> Interval:
    (number,) = one.value
    assert isinstance(number, int)
    return calendar.year(number, anchor.zone)


def _open(anchor: Anchor, one: Timex, out: Sequence[Dated]) -> Interval:
    return Interval(anchor.published, None, Precision.OPEN)


_INTERVALS: dict[str, Callable[[Anchor, Timex, Sequence[Dated]], Interval | None]] = {
    "date": _date, "days": _days, "month": _months, "year": _year, "slice": _slice, "weekday": _weekday, "part": _part,
    "deixis": _deixis, "elapsed": _elapsed, "clock": _clock, "offset": _offset, "past": _past, "ago": _ago,
    "shift": _shift, "season": _season, "weekend": _weekend, "number": _number, "ahead": _open,
}  # fmt: skip
