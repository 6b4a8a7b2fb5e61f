"""Text of a date in, an instant with its zone out; or None, never a guess and never the present."""

import re
import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from email.utils import parsedate_tz
from importlib.resources import files

_ZONES: dict[str, int] = tomllib.loads((files("onrecord") / "data/sources/zones.toml").read_text("utf-8"))
_ISO = re.compile(r"(\d{4}-?\d\d-?\d\d)(?:[Tt ](\d\d.*))?", re.ASCII)
_FRACTION = re.compile(r"([.,]\d{1,6})\d*")
_ZONE = re.compile(r" (?:([A-Z]{1,5})|[+-]\d{4})(?: \([^)]*\))?$")
_ZERO = frozenset({"GMT", "UT", "UTC", "Z", "WET"})
_NAME = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[Tt](?P<hour>\d\d)[-:.]?(?P<minute>\d\d)(?:[-:.]?(?P<second>\d\d))?(?P<utc>Z)?)?(?!\d)",
    re.ASCII,
)
_EARLIEST = 1971
"""Years before this one are what programs print for "no date" (1 January of the year 1, or of 1970)."""


@dataclass(frozen=True)
class Stamp:
    """An instant of publication in the story's zone.

    `whole_day` marks a date without a time of day: `at` is then the beginning of that local day, the earliest that the
    document can have been published.
    """

    at: datetime
    whole_day: bool = False


def stamp(text: str, zone: tzinfo) -> Stamp | None:
    """The instant that an ISO 8601 or RFC 5322 date names. Without a zone it is local time in `zone`."""
    text = " ".join(text.split())[:100]
    try:
        iso = _ISO.fullmatch(text)
        return _iso(iso[1], iso[2], zone) if iso else _mail(text, zone)
    except (ValueError, OverflowError, IndexError, TypeError):
        return None


def named(name: str, zone: tzinfo) -> tuple[Stamp | None, str]:
    """The local date or date-time at the head of a file name, and the rest of the name."""
    match = _NAME.match(name)
    if not match:
        return None, name
    hour, minute, second = (match[part] for part in ("hour", "minute", "second"))
    clock = f"T{hour}:{minute}:{second or '00'}{'Z' if match['utc'] else ''}" if hour else ""
    found = stamp(match["day"] + clock, zone)
    return (found, name[match.end() :].lstrip(" _-.")) if found else (None, name)


def best(stamps: list[Stamp]) -> Stamp | None:
    """The first of `stamps`; where it is a bare day, the first that gives the time on that day."""
    if not stamps or not stamps[0].whole_day:
        return stamps[0] if stamps else None
    day = stamps[0].at.date()
    return next((s for s in stamps if not s.whole_day and s.at.date() == day), stamps[0])


def _iso(day: str, clock: str | None, zone: tzinfo) -> Stamp | None:
    if clock is None:
        return _local(datetime.combine(date.fromisoformat(day), time()), zone, whole_day=True)
    clock = _FRACTION.sub(r"\1", clock.upper()).replace("UTC", "Z").replace("GMT", "Z").replace(" ", "")
    return _local(datetime.fromisoformat(f"{day}T{clock}"), zone)


def _mail(text: str, zone: tzinfo) -> Stamp | None:
    parts = parsedate_tz(text)
    if parts is None:
        return None
    at = datetime(*parts[:6])
    printed = _ZONE.search(text)
    if printed and printed[1]:
        seconds = _ZONES[printed[1]] * 60 if printed[1] in _ZONES else parts[9]
        if seconds is None or (seconds == 0 and printed[1] not in _ZERO):
            return None  # an abbreviation that the parser does not know either
        at = at.replace(tzinfo=timezone(timedelta(seconds=seconds)))
    elif printed:
        at = at.replace(tzinfo=timezone(timedelta(seconds=parts[9] or 0)))
    return _local(at, zone, whole_day=":" not in text)


def _local(at: datetime, zone: tzinfo, whole_day: bool = False) -> Stamp | None:
    if at.year < _EARLIEST:
        return None
    aware = at.replace(tzinfo=zone) if at.tzinfo is None else at
    return Stamp(aware.astimezone(UTC).astimezone(zone), whole_day)
