"""Text -> time expressions as written, before anything anchors them: a small grammar over data/moments.toml."""

import calendar
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from onrecord.claims.lexicon import table
from onrecord.records import Span


class Timex(NamedTuple):
    """One expression: its kind, the numbers and words that it holds, and its characters.

    Kinds: date (year, month, day, weekday; None where not told: "the 18th" is a day alone), days (year, month, first,
    last), month (month, word), year (year), slice (which, unit, month, year), weekday (number, shift), deixis (days,
    part), offset (unit, count), part (name), past (unit, count), clock (hour, minute, zone, exact), ago (unit, count),
    shift (unit, count), season (name, year, shift), weekend (shift), number (day of the story, whether the story is
    named), elapsed (unit, after), ahead ().
    """

    start: int
    end: int
    kind: str
    value: tuple[object, ...]


Build = Callable[[re.Match[str]], tuple[object, ...] | None]

GAP = r"(?:[ \u00a0\u202f\t\n\r]{1,3})"
DASH = r"[ ]?[-‐-―/][ ]?"
UNITS = r"(minute|hour|day|week|month|year|decade)s?"
_LEANING = frozenset(["early", "late"])
"""Parts of a day only where that day follows: what "started late" is at no time."""

_WORD = 12
"""Characters before an expression in which the word before it stands."""

_LASTING = frozenset(["over", "in", "during", "for", "of", "within", "throughout"])
"""Words before what lasts until now."""

REACH = 90
"""No expression is longer than this."""


def scan(text: str, span: Span) -> Iterator[Timex]:
    """The expressions inside `span`, in order, none overlapping; the longest reading of the same words wins."""
    trigger, likely, rules = _grammar()
    at = span.start
    while (hit := trigger.search(text, at, span.end)) is not None:
        end = min(span.end, hit.start() + REACH)
        best: Timex | None = None
        for kind, pattern, build in rules if likely.match(text, hit.start(), end) else ():
            match = pattern.match(text, hit.start(), end)
            if match and (best is None or match.end() > best.end) and (value := build(match)) is not None:
                best = Timex(match.start(), match.end(), kind, value)
        if best is not None:
            yield from _split(best) if best.kind == "clocks" else (best,)
        at = max(hit.end(), best.end if best else 0)


def _split(both: Timex) -> Iterator[Timex]:
    """ "7 and 10 a.m." as its two clock times, parted where the second begins."""
    first, second, middle = both.value
    assert isinstance(first, tuple) and isinstance(second, tuple) and isinstance(middle, tuple)
    yield Timex(both.start, middle[0], "clock", first)
    yield Timex(middle[1], both.end, "clock", second)


@cache
def _grammar() -> tuple[re.Pattern[str], re.Pattern[str], tuple[tuple[str, re.Pattern[str], Build], ...]]:
    """The words that an expression begins with, all rules in one pattern (which may fit where none does), the rules."""
    words = table("moments")
    weekday = "(" + "|".join(f"{w}|{w.upper()}" for w in words["weekdays"]) + r")(?!\w)"
    month = "(" + "|".join(_printed(m) for m in sorted(words["months"], key=len, reverse=True)) + ")"
    parts = sorted((p for p in words["parts"] if p not in _LEANING), key=len, reverse=True)
    part = "(" + "|".join(p.replace(" ", GAP) for p in parts) + r")(?!\w)"
    number = r"(\d{1,4}|(?i:" + "|".join(words["numbers"]) + "))"
    season = "(" + "|".join(words["seasons"]) + ")"
    holiday = "(" + "|".join(words["holidays"]) + r")(?!\w)"
    rules = tuple(
        (kind, re.compile(_fill(pattern.replace("HOLIDAY", holiday), weekday, month, part, number, season)), build)
        for kind, pattern, build in _RULES
    )
    first = (
        rf"(?<![\w.,:/$€£-])(?:{weekday}|{holiday}|{month}|{part}|{season}|[12]\d{{3}}|\d{{1,4}}(?=\D)|\d{{1,2}}[AaPp]\.?[Mm]|{number}(?={GAP})|[Dd]ay|[Tt]oday|[Yy]esterday|"
        r"[Tt]o(?:morrow|night)|[Oo]vernight|Night|[Mm]id|[Ee]arl(?:y|ier)|[Ll]ater?|[Tt]h(?:is|e)|[Ll]ast|[Nn]ext|[Pp]ast|[Pp]revious|"
        r"[Cc]oming|[Ff]ollowing|[Ww]eekend|[Ee]ach|[Ee]very|[Nn]oon|[Mm]idnight)(?!\w)"
    )
    likely = "|".join(pattern.pattern.replace(r"\2", "[/.]") for _, pattern, _ in rules)
    return re.compile(first), re.compile(likely), rules


def _printed(month: str) -> str:
    """The pattern of a month; only one that is cut short has a full stop of its own."""
    stop = "" if month in calendar.month_name else r"\.?"
    return rf"(?:{month}|{month.upper()})(?!\w){stop}"


def _fill(pattern: str, weekday: str, month: str, part: str, number: str, season: str) -> str:
    named = {"WEEKDAY": weekday, "MONTH": month, "PART": part, "NUMBER": number, "SEASON": season}
    named |= {
        "YEAR": r"((?:1[5-9]|20)\d\d)(?![\w%]|[.,]\d)",
        "DD": r"(\d{1,2})(?:st|nd|rd|th)?(?!\w|[.,:]\d)",
        "UNIT": UNITS,
        "DASH": DASH,
    }
    pattern = pattern.replace(" ", GAP)
    for name, replacement in named.items():
        pattern = pattern.replace(name, replacement)
    return pattern


def _int(printed: str | None) -> int | None:
    if printed is None:
        return None
    return int(printed) if printed.isdecimal() else int(table("moments")["numbers"][printed.lower()])


def _month(printed: str) -> int:
    return int(table("moments")["months"][printed.rstrip(".").capitalize()])


def _weekday(printed: str) -> int:
    return int(table("moments")["weekdays"][printed.capitalize()])


def _real(year: int | None, month: int, day: int) -> bool:
    try:
        date(year or 2024, month, day)
    except ValueError:
        return False
    return True


def _iso(m: re.Match[str]) -> tuple[object, ...] | None:
    year, month, day = int(m[1]), int(m[2]), int(m[3])
    return (year, month, day) if 1 <= month <= 12 and _real(year, month, day) else None


def _numeric(m: re.Match[str]) -> tuple[object, ...] | None:
    """Full stops: day first. Slashes: only where one of the two cannot be a month, or both are the same."""
    one, sign, two, year = int(m[1]), m[2], int(m[3]), int(m[4])
    year += 2000 if year < 100 else 0
    if sign == "." or one > 12 or one == two:
        day, month = one, two
    elif two > 12:
        day, month = two, one
    else:
        return (None, None, None)
    return (year, month, day) if 1 <= month <= 12 and _real(year, month, day) else None


def _british(m: re.Match[str]) -> tuple[object, ...] | None:
    day, month, year = int(m[2]), _month(m[3]), _int(m[4])
    return (year, month, day, _weekday(m[1]) if m[1] else None) if _real(year, month, day) else None


def _american(m: re.Match[str]) -> tuple[object, ...] | None:
    month, day, year = _month(m[2]), int(m[3]), _int(m[4])
    return (year, month, day, _weekday(m[1]) if m[1] else None) if _real(year, month, day) else None


def _monthday(m: re.Match[str]) -> tuple[object, ...] | None:
    return (None, None, int(m[1])) if 1 <= int(m[1]) <= 31 else None


def _range(first: int, last: int, month: int, year: int | None) -> tuple[object, ...] | None:
    fits = _real(year, month, first) and _real(year, month, last) and first < last
    return (year, month, first, last) if fits else None


def _clock(m: re.Match[str]) -> tuple[object, ...] | None:
    hour, minute, half, zone = (
        int(m[1]),
        int(m[2] or 0),
        (m[3] or "").lower().replace(".", ""),
        (m[4] or "").strip().lower(),
    )
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return hour, minute, zone.removesuffix(" time").removesuffix("local").strip(), bool(m[2])


def _clocks(m: re.Match[str]) -> tuple[object, ...] | None:
    """Two clock times of which only the second says a.m. or p.m."""
    half, zone = m[5].lower().replace(".", ""), (m[6] or "").lower().removesuffix("time").removesuffix("local").strip()
    hours = [int(m[1]), int(m[3])]
    if not all(1 <= h <= 12 for h in hours):
        return None
    late = 12 if half[0] == "p" else 0
    one, two = (h % 12 + late for h in hours)
    one -= 12 if one > two and one >= 12 else 0
    minutes = int(m[2] or 0), int(m[4] or 0)
    if max(minutes) > 59:
        return None
    clocks = ((one, minutes[0], zone, m[2] is not None), (two, minutes[1], zone, m[4] is not None))
    return *clocks, (m.end(2) if m[2] else m.end(1), m.start(3))


def _offset(m: re.Match[str]) -> tuple[object, ...] | None:
    count = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}
    return m[2].lower(), count[m[1].lower()]


def _past(m: re.Match[str]) -> tuple[object, ...] | None:
    """The time up to now; "the previous day" only where it lasts ("over the previous day"): else it is a day."""
    before = m.string[max(0, m.start() - _WORD) : m.start()].lower().split()
    if m[0].lower().endswith("previous day") and _LASTING.isdisjoint(before[-1:]):
        return None
    return m[2], _int(m[1]) or 1


_DEICTIC = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_TIME = r"(?:(Z|GMT|UTC|BST|CES?T|EES?T|MSK|E[SD]?T|P[SD]T|(?:local|[A-Z][a-z]+(?: [A-Z][a-z]+)?) time)(?!\w))"

_ON = "|".join(rf"(?<=\b{word}\x20)" for word in ("[Oo]n", "[Bb]y", "[Uu]ntil", "[Ss]ince", "[Bb]efore"))
_ALONE = (
    r"(?!,?(?:\x20(?:and|or|to|through))?\x20(?:the\x20)?\d{1,3}(?:st|nd|rd|th))(?=[.,;:!?)\"”’\n]|$"
    r"|\x20(?:a|after|an|and|as|at|before|but|by|for|in|or|that|the|to|until|when|with|under)\b)"
)
"""Around a bare day of the month, which is no brigade ("the 24th Brigade") and no floor ("on the 6th floor")."""

_RULES: tuple[tuple[str, str, Build], ...] = (
    ("date", r"(\d{4})-(\d\d)-(\d\d)(?!\d)", _iso),
    ("date", r"(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d\d)(?![\w/]|\.\d)", _numeric),
    (
        "days",
        r"DD(?:DASH| (?:to|and|through|until) )DD (?:of )?MONTH(?:,? YEAR)?",
        lambda m: _range(int(m[1]), int(m[2]), _month(m[3]), _int(m[4])),
    ),
    (
        "days",
        r"MONTH (\d{1,2})(?:st|nd|rd|th)?(?:DASH| (?:to|and|through|until) )DD(?:,? YEAR)?",
        lambda m: _range(int(m[2]), int(m[3]), _month(m[1]), _int(m[4])),
    ),
    ("date", r"(?:WEEKDAY,? )?(?:[Tt]he )?DD (?:of )?MONTH(?:,? YEAR)?", _british),
    ("date", r"(?:WEEKDAY,? )?MONTH DD(?:,? YEAR)?", _american),
    ("date", rf"(?:{_ON})[Tt]he (\d{{1,2}})(?:st|nd|rd|th)(?: of (?:this|the) month)?{_ALONE}", _monthday),
    (
        "slice",
        r"[Tt]he (first|second|last) (half|week) of MONTH(?:,? YEAR)?",
        lambda m: (m[1], m[2], _month(m[3]), _int(m[4])) if (m[1], m[2]) != ("last", "half") else None,
    ),
    (
        "date",
        r"(?:([Ee]arly|[Mm]id|[Ll]ate)(?: |-))?MONTH(?:,? (?:of )?YEAR)",
        lambda m: (_int(m[3]), _month(m[2]), None),
    ),
    (
        "month",
        r"(?:([Ee]arly|[Mm]id|[Ll]ate|[Ll]ast|[Nn]ext|[Tt]his)(?: |-))?MONTH(?! \d)",
        lambda m: (_month(m[2]), (m[1] or "").lower()),
    ),
    ("year", r"YEAR", lambda m: (int(m[1]),)),
    (
        "weekday",
        r"(?:([Ll]ast|[Nn]ext|[Tt]his) )?WEEKDAY",
        lambda m: (_weekday(m[2]), {"last": -1, "next": 1}.get((m[1] or "").lower(), 0)),
    ),
    ("weekday", r"(?:[Tt]he )?WEEKDAY before last", lambda m: (_weekday(m[1]), -2)),
    ("part", r"(?:[Tt]he )?PART", lambda m: (" ".join(m[1].lower().split()),)),
    ("part", r"[Oo]vernight", lambda m: ("overnight",)),
    ("part", r"Night(?!\w)", lambda m: ("night",)),
    ("deixis", r"[Tt]he day before yesterday", lambda m: (-2, "")),
    ("deixis", r"[Tt]he day after tomorrow", lambda m: (2, "")),
    (
        "deixis",
        r"([Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight)(?: PART)?",
        lambda m: (_DEICTIC[m[1].lower()], "night" if m[1].lower() == "tonight" else (m[2] or "").lower()),
    ),
    ("deixis", r"(?:[Ll]ast|[Tt]he (?:past|previous)|[Pp]ast) night", lambda m: (-1, "night")),
    ("deixis", r"[Nn]ight (?:running|in a row)", lambda m: (-1, "night")),
    ("deixis", r"[Tt]his (morning|afternoon|evening)", lambda m: (0, m[1].lower())),
    ("elapsed", r"[Ee]arlier (?:in the|that|the same) day", lambda m: ("day", False)),
    ("elapsed", r"[Ll]ater (?:in the|that|the same) day", lambda m: ("day", True)),
    ("elapsed", r"[Ee]arlier (?:this|in the) (week|month|year)", lambda m: (m[1], False)),
    ("elapsed", r"[Ee]arlier today", lambda m: ("day", False)),
    ("elapsed", r"[Ll]ater (?:this|in the) (week|month|year)", lambda m: (m[1], True)),
    ("elapsed", r"[Ll]ater today", lambda m: ("day", True)),
    ("date", r"HOLIDAY", lambda m: (None, *table("moments")["holidays"][m[1]])),
    (
        "offset",
        r"(?:(?<=end\x20of\x20)|(?<=start\x20of\x20)|(?<=beginning\x20of\x20))the (day|week|month|year)(?!\w)",
        lambda m: (m[1], 0),
    ),
    ("season", r"(?:(?<=[Ss]ince\x20)|(?<=\x20in\x20))SEASON(?!\w)", lambda m: (m[1], None, 0)),
    ("offset", r"(?:[Tt]he )?([Ll]ast|[Pp]revious|[Tt]his|[Cc]urrent|[Nn]ext) (week|month|year)(?!\w)", _offset),
    ("past", r"(?:[Tt]he )?(?:[Ll]ast|[Pp]ast|[Pp]revious) (?:NUMBER )?UNIT(?!\w)", _past),
    ("past", r"(?:[Tt]he )?(?:[Ll]ast|[Pp]ast) (?:few|several|couple of) UNIT(?!\w)", lambda m: (m[1], 0)),
    ("ago", r"(?:[Aa]bout |[Ss]ome |[Mm]ore than )?NUMBER UNIT ago", lambda m: (m[2], -(_int(m[1]) or 0))),
    ("ago", r"NUMBER-and-a-half UNIT ago", lambda m: None),
    (
        "shift",
        r"NUMBER UNIT (earlier|before|later|after)(?!\w)",
        lambda m: (m[2], (_int(m[1]) or 0) * (-1 if m[3] in ("earlier", "before") else 1)),
    ),
    (
        "shift",
        r"[Tt]he (?:(previous|following|next) day|day (before|after))(?!\w)",
        lambda m: ("day", -1 if "previous" in m[0] or "before" in m[0] else 1),
    ),
    (
        "shift",
        r"[Tt]he (?:(following) (week|month|year)|(week|month|year) (before|after))(?!\w)",
        lambda m: (m[2] or m[3], -1 if m[4] == "before" else 1),
    ),
    ("season", r"(?:(last|next|this|the) )?SEASON(?: of)? YEAR", lambda m: (m[2], int(m[3]), 0)),
    (
        "season",
        r"([Ll]ast|[Nn]ext|[Tt]his|[Tt]he) SEASON(?!\w)",
        lambda m: (m[2], None, {"last": -1, "next": 1}.get(m[1].lower(), 0)),
    ),
    (
        "weekend",
        r"(?:([Ll]ast|[Nn]ext|[Tt]his|[Tt]he) )weekend",
        lambda m: ({"last": -1, "next": 1}.get(m[1].lower(), 0),),
    ),
    (
        "number",
        r"[Dd]ay (\d{1,3}(?:,\d{3})+|\d{1,6})(?![\w,-])"
        r"(?: of (?:the|its|their) (war|invasion|conflict|fighting|story|flood|offensive))?",
        lambda m: (int(m[1].replace(",", "")), m[2] is not None),
    ),
    ("clock", rf"(\d{{1,2}}):(\d\d)(?![\d:])(?: ?([AaPp]\.?[Mm]\.?)(?!\w))?(?: {_TIME})?", _clock),
    ("clock", rf"(\d{{1,2}})\.(\d\d) ?([AaPp]\.?[Mm])(?!\w)\.?(?: {_TIME})?", _clock),
    ("clock", rf"(\d{{1,2}})()(?: ?)([AaPp]\.?[Mm])\b\.?(?: {_TIME})?", _clock),
    ("clock", rf"([01]\d|2[0-4])([0-5]\d)() {_TIME}", _clock),
    (
        "clocks",
        r"(\d{1,2})(?::(\d\d))?(?:DASH| (?:and|to|until) )(\d{1,2})(?::(\d\d))?"
        rf" ?([AaPp]\.?[Mm])(?!\w)\.?(?: {_TIME})?",
        _clocks,
    ),
    (
        "part",
        r"([Ee]arly|[Ll]ate)(?= (?:on )?(?:WEEKDAY|\d{1,2} [A-Z]|[A-Z][a-z]{2,8}\.? \d))",
        lambda m: (m[1].lower(),),
    ),
    (
        "ahead",
        r"(?:[Tt]he )?(?:[Cc]oming|[Nn]ext) (?:NUMBER |few |several )?(days|weeks|months|years|hours)",
        lambda m: (),
    ),
)
