"""When: dateparser and Recognizers-Text. An answer is each reading of the first expression, as local [start, end).

A case is {"text", "published": local time without zone or None, "zone"}. Start and end are equal where an instant is
given; an end that is left open is "". Without a time of publication the readers take their own clock's.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from dateparser.search import search_dates
from recognizers_date_time import Culture, recognize_datetime

Reading = tuple[str, str]
DAY = timedelta(days=1)


def dateparser(case: dict[str, Any]) -> list[Reading]:
    """The first date, in the past where it may be either; a month or a year where dateparser calls it one."""
    settings = {"PREFER_DATES_FROM": "past", "TIMEZONE": case["zone"], "TO_TIMEZONE": case["zone"]}
    if case["published"]:
        settings["RELATIVE_BASE"] = datetime.fromisoformat(case["published"])
    found = search_dates(case["text"], languages=["en"], settings=settings, add_period=True)
    return [_period(found[0][1].replace(tzinfo=None), found[0][2])] if found else []


def _period(at: datetime, period: str | None) -> Reading:
    midnight = at.replace(hour=0, minute=0, second=0, microsecond=0)
    if period == "week":
        monday = midnight - midnight.weekday() * DAY
        return _told(monday, monday + 7 * DAY)
    if period == "month":
        first = midnight.replace(day=1)
        return _told(first, (first + 31 * DAY).replace(day=1))
    if period == "year":
        return _told(midnight.replace(month=1, day=1), midnight.replace(year=at.year + 1, month=1, day=1))
    return _told(at, at)


def _told(start: datetime, end: datetime) -> Reading:
    return start.isoformat(timespec="minutes"), end.isoformat(timespec="minutes")


def recognizers(case: dict[str, Any]) -> list[Reading]:
    """Every reading of the first expression: where it may be past or to come, Recognizers-Text gives both."""
    base = datetime.fromisoformat(case["published"]) if case["published"] else datetime.now()
    for found in recognize_datetime(case["text"], Culture.English, reference=base):
        values = (found.resolution or {}).get("values", [])
        if readings := [r for value in values if value["type"] in READINGS for r in [_reading(value, base)]]:
            return readings
    return []


def _reading(value: dict[str, str], base: datetime) -> Reading:
    return READINGS[value["type"]](value, base)


def _day(value: dict[str, str], _: datetime) -> Reading:
    start = datetime.fromisoformat(value["value"])
    return _told(start, start + DAY)


def _instant(value: dict[str, str], base: datetime) -> Reading:
    at = _at(value["value"], base)
    return at, at


def _range(value: dict[str, str], base: datetime) -> Reading:
    return _at(value.get("start", ""), base), _at(value.get("end", ""), base)


def _at(text: str, base: datetime) -> str:
    """A time of day alone is of the day of publication."""
    if not text:
        return ""
    whole = text if "-" in text else f"{base.date()} {text}"
    return datetime.fromisoformat(whole).isoformat(timespec="minutes")


READINGS: dict[str, Callable[[dict[str, str], datetime], Reading]] = {
    "date": _day, "datetime": _instant, "time": _instant,
    "daterange": _range, "datetimerange": _range, "timerange": _range,
}  # fmt: skip
