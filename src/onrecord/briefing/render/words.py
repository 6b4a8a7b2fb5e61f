"""Dates, counts and addresses as a reader sees them. English names, whatever the machine's locale."""

import re
from datetime import date, datetime, timedelta, timezone

from onrecord.records import Briefing, Number

MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def day(value: date) -> str:
    """15 December 2024."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def weekday(value: date) -> str:
    """Sunday."""
    return DAYS[value.weekday()]


def zone(briefing: Briefing) -> timezone:
    """The offset from UTC at the cutoff: fixed, so that a briefing read back from JSON renders to the same bytes."""
    return timezone(briefing.cutoff.utcoffset() or timedelta())


def instant(value: datetime | None, at: timezone) -> str:
    """14 December 2024, 09:00 in the given offset."""
    if value is None:
        return "undated"
    local = value.astimezone(at)
    return f"{day(local.date())}, {local:%H:%M}"


def offset(at: timezone) -> str:
    """UTC+2, UTC-3:30 or UTC."""
    minutes = int(at.utcoffset(None).total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "-"
    return "UTC" if not minutes else f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def count(number: int, one: str, many: str = "") -> str:
    """1 report, 1,026 reports."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def figure(value: Number) -> str:
    """1,026; 4.2."""
    return f"{value:,}" if isinstance(value, int) or not value.is_integer() else f"{int(value):,}"


def curly(text: str) -> str:
    """Our own words with a printer's apostrophe; evidence is never changed."""
    return re.sub(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s)", "’", text)


def linkable(address: str) -> bool:
    """Whether an address may become a link: http and https only."""
    return address.startswith(("http://", "https://"))
