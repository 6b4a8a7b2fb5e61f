"""Times that the house prints ("on 14 December", "in the night to 14 December"), and what they may stand for."""

import re
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from onrecord.briefing.lexicon import words
from onrecord.records import Moment, Number, Operator, Precision, Style


def printed(day: date, year: int) -> str:
    """A date in house style."""
    month = words().months[day.month - 1]
    return f"{day.day} {month}" + ("" if day.year == year else f" {day.year}")


def phrase(moment: Moment | None, zone: ZoneInfo, year: int) -> str | None:
    """The one phrase by which the house may print a moment; None where it may print none."""
    if moment is None or moment.rule == "published" or moment.earliest is None or moment.latest is None:
        return None
    start, stop = moment.earliest.astimezone(zone), (moment.latest - timedelta(microseconds=1)).astimezone(zone)
    apart = (stop.date() - start.date()).days
    if apart == 0 and moment.precision not in (Precision.WEEK, Precision.MONTH, Precision.YEAR):
        return f"on {printed(stop.date(), year)}"
    if apart == 1 and start.hour >= 16 and stop.hour < 12:
        return f"in the night to {printed(stop.date(), year)}"
    return None


def common(moments: list[Moment | None], zone: ZoneInfo, year: int) -> str:
    """The phrase on which all told moments agree, with a space before it; empty where they tell none or differ."""
    told = {p for m in moments if (p := phrase(m, zone, year)) is not None}
    return f" {told.pop()}" if len(told) == 1 else ""


def fleeting(text: str) -> bool:
    """Whether the words hold a time that makes no sense on another day."""
    return any(re.search(rf"\b{re.escape(w)}\b", text, re.IGNORECASE) for w in words().fleeting)


def number(value: Number, style: Style) -> str:
    """A number as the house prints it."""
    spelled = isinstance(value, int) and 0 <= value < min(style.words_below, len(words().small))
    return words().small[int(value)] if spelled else figure(value)


def figure(value: Number) -> str:
    """A number in digits."""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,}"


def bound(value: Number | None, operator: Operator, style: Style) -> str | None:
    """A number with its bounding words; None where the house has none."""
    if value is None or operator not in words().operators:
        return None
    return " ".join(filter(None, (words().operators[operator], number(value, style))))
