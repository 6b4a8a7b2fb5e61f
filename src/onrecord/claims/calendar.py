"""Dates and words of the day -> intervals in a time zone; every interval is wall-clock time and safe across DST."""

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from onrecord.claims.lexicon import table
from onrecord.records import Precision

FIRST, LAST = date(1, 1, 3), date(9998, 12, 28)
"""Days outside these cannot be reckoned with; whatever leads there stays open."""


class Interval(NamedTuple):
    """[earliest, latest) and how exactly it was told; an open end is None."""

    earliest: datetime | None
    latest: datetime | None
    precision: Precision


OPEN = Interval(None, None, Precision.OPEN)


def at(day: date, hours: float, zone: ZoneInfo) -> datetime:
    """The instant `hours` on the clock after midnight of `day`; a clock time that DST skips moves on by the gap."""
    days, rest = divmod(hours, 24)
    wall = datetime.combine(day + timedelta(days=int(days)), time(), zone) + timedelta(minutes=round(rest * 60))
    return wall.astimezone(UTC).astimezone(zone)


def days(first: date, last: date, zone: ZoneInfo, precision: Precision = Precision.RANGE) -> Interval:
    """From the start of `first` to the end of `last`; a single day has that precision."""
    if not FIRST <= first <= last <= LAST:
        return OPEN
    return Interval(at(first, 0, zone), at(last, 24, zone), Precision.DAY if first == last else precision)


def part(day: date, name: str, zone: ZoneInfo) -> Interval:
    """A part of the day by its name in data/moments.toml; noon and midnight are minutes."""
    start, end = table("moments")["parts"][name]
    if not FIRST <= day <= LAST:
        return OPEN
    if start == end:
        return clock(day, start, 0, zone)
    return Interval(at(day, start, zone), at(day, end, zone), Precision.PART)


def clock(day: date, hour: int, minute: int, zone: ZoneInfo, exact: bool = True) -> Interval:
    """A minute of the day, or the hour from it where only the hour was told."""
    if not FIRST <= day <= LAST:
        return OPEN
    start = at(day, hour + minute / 60, zone)
    length = timedelta(minutes=1) if exact else timedelta(hours=1)
    end = (start.astimezone(UTC) + length).astimezone(zone)
    return Interval(start, end, Precision.MINUTE if exact else Precision.HOUR)


def week(day: date, shift: int, zone: ZoneInfo) -> Interval:
    """The week, Monday to Sunday, `shift` weeks from that of `day`."""
    monday = _moved(day, shift * 7 - day.weekday())
    return days(monday, monday + timedelta(days=6), zone, Precision.WEEK) if monday else OPEN


def month(year: int, number: int, zone: ZoneInfo) -> Interval:
    """A month; `number` may run over the year's end or before its beginning."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    if not FIRST.year < year < LAST.year:
        return OPEN
    after = date(year + number // 12, number % 12 + 1, 1)
    return days(date(year, number, 1), after - timedelta(days=1), zone, Precision.MONTH)


def year(number: int, zone: ZoneInfo) -> Interval:
    """A year."""
    if not FIRST.year < number < LAST.year:
        return OPEN
    return days(date(number, 1, 1), date(number, 12, 31), zone, Precision.YEAR)


def shifted(day: date, unit: str, count: int, zone: ZoneInfo) -> Interval:
    """The day, week, month or year that lies `count` of them away from `day`."""
    if abs(count) > 20_000:
        return OPEN
    if unit == "day":
        moved = _moved(day, count)
        return days(moved, moved, zone) if moved else OPEN
    if unit == "week":
        return week(day, count, zone)
    if unit == "month":
        return month(day.year, day.month + count, zone)
    return year(day.year + count * (10 if unit == "decade" else 1), zone)


def back(instant: datetime, unit: str, count: int, zone: ZoneInfo) -> Interval:
    """The stretch of `count` hours, days, weeks, months or years that ends at `instant`."""
    months = {"month": 1, "year": 12, "decade": 120}.get(unit, 0) * count
    minutes = {"minute": 1, "hour": 60, "day": 1440, "week": 10080}.get(unit, 0) * count
    if not 0 < minutes + months < 6_000_000 or months > 12_000 or instant.year < 1100:
        return OPEN
    year, number = divmod(instant.year * 12 + instant.month - 1 - months, 12)
    begun = _moved(date(year, number + 1, 1), min(instant.day, 28) - 1) if months else None
    start = (
        datetime.combine(begun, instant.time(), zone) if begun else instant.astimezone(UTC) - timedelta(minutes=minutes)
    )
    return Interval(start.astimezone(UTC).astimezone(zone), instant.astimezone(zone), Precision.RANGE)


def _moved(day: date, by: int) -> date | None:
    ordinal = day.toordinal() + by
    return date.fromordinal(ordinal) if FIRST.toordinal() <= ordinal <= LAST.toordinal() else None
