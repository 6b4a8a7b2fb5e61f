"""House style: numbers, dates, times, lists, spellings and capitals as the briefing prints them."""

import re
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from onrecord.briefing.lexicon import words
from onrecord.records import Moment, Number, Operator, Precision, Style

_DIGITS = re.compile(r"(?<![\w.,:/$€£–-])(\d{1,3}(?:[,\u00a0\u202f ]\d{3})+|\d+)(?![\w%°:/–-]|[.,]\d)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SPELLED = re.compile(r"(?<![\w.-])[a-z]+(?:-[a-z]+)?(?![\w-])")
_QUOTED = re.compile(r"(“[^”]*”|\"[^\"]*\"|«[^»]*»)")
_MANY = re.compile(r"(?<!\w)[a-z]+[^\Ws]s$")
_OF = re.compile(r" (?:at|for|from|in|of|on|to|with) ")
_PRESENT = re.compile(r"((?:, [^,]+,)? (?:call|put|report|say|write))s\b")


def number(value: Number, style: Style) -> str:
    """A number in words below the style's limit, else in digits with commas."""
    if isinstance(value, int) and 0 <= value < min(style.words_below, 20):
        return words().small[value]
    return digits(value)


def value(text: str) -> int | None:
    """The number that one word names: 12, twelve, eighty-five; None where it names none."""
    return int(text) if text.isdecimal() else spelled().get(text.lower())


@cache
def spelled() -> dict[str, int]:
    """Every number of one word, to ninety-nine."""
    listed = words()
    made = {word: i for i, word in enumerate(listed.small)}
    for rank, ten in enumerate(listed.tens, start=2):
        made |= {ten: 10 * rank} | {f"{ten}-{one}": 10 * rank + i for i, one in enumerate(listed.small[1:10], start=1)}
    return made


def digits(value: Number) -> str:
    """A number in digits with commas: 1,026; 7.4."""
    return f"{value:,}" if isinstance(value, int) or not float(value).is_integer() else f"{int(value):,}"


def bounded(value: Number, operator: Operator, style: Style) -> str | None:
    """A number with the words that bound it ("at least nine"); None for a vague one, which has no number to print."""
    if operator not in words().operators:
        return None
    return f"{words().operators[operator]} {number(value, style)}".strip()


def dated(day: date, year: int) -> str:
    """A date: 14 December, with its year where that is not `year`."""
    told = f"{day.day} {words().months[day.month - 1]}"
    return told if day.year == year else f"{told} {day.year}"


def timed(instant: datetime, year: int) -> str:
    """An instant: 06:00 on 15 December."""
    return f"{instant:%H:%M} on {dated(instant.date(), year)}"


def when(moment: Moment | None, zone: ZoneInfo, year: int) -> str | None:
    """An adverb of time: "in the night to 14 December", "on 13 December"; None where the moment is open or longer."""
    if moment is None or moment.earliest is None or moment.latest is None or moment.rule == "published":
        return None
    first = moment.earliest.astimezone(zone)
    last = (moment.latest - timedelta(microseconds=1)).astimezone(zone)
    if first.date() == last.date() and moment.precision not in (Precision.WEEK, Precision.MONTH, Precision.YEAR):
        return f"on {dated(last.date(), year)}"
    night = last.date() - first.date() == timedelta(days=1) and first.hour >= 16 and last.hour < 12
    return f"in the night to {dated(last.date(), year)}" if night else None


def listed(items: list[str], last: str = "and") -> str:
    """a, b and c."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}"


def counted(count: int, noun: str, style: Style) -> str:
    """One report, 61 reports."""
    return f"{number(count, style)} {noun}{'' if count == 1 else 's'}"


def capital(text: str) -> str:
    """With a capital first letter."""
    return text[:1].upper() + text[1:]


def agreed(text: str, who: str) -> str:
    """A headline that begins with who tells it, its verb as for many where they are: "Arland's prosecutors say".

    A "ministry of foreign affairs" is one.
    """
    many = _MANY.search(_OF.split(who)[0])
    verb = _PRESENT.match(text, len(who)) if many and text.startswith(who) else None
    return f"{text[: verb.end(1)]}{text[verb.end() :]}" if verb else text


def plain(text: str) -> str:
    """With single spaces."""
    return " ".join(text.split())


def dress(text: str, style: Style) -> str:
    """The words of a report in house style: spellings and numbers, but never inside quotation marks."""
    parts = _QUOTED.split(text)
    return "".join(part if i % 2 else _numbers(_spell(part, style), style) for i, part in enumerate(parts))


def _spell(text: str, style: Style) -> str:
    if not style.spellings:
        return text
    longest = sorted(style.spellings, key=lambda w: (-len(w), w))
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])")
    return pattern.sub(lambda m: style.spellings[m[0]], text)


def _numbers(text: str, style: Style) -> str:
    def figured(found: re.Match[str]) -> str:
        many = spelled().get(found[0])
        return found[0] if many is None or many < style.words_below else digits(many)

    def printed(found: re.Match[str]) -> str:
        value = int(re.sub(r"\D", "", found[1]))
        after = _WORD.match(text, found.end() + 1)
        named = _WORD.findall(text[max(0, found.start() - 14) : found.start()])[-1:]
        unit = after is not None and (
            after[0] in words().months or (len(after[0]) < 3 and after[0] not in words().follows)
        )
        title = bool(named) and named[0][0].isupper() and text[: found.start()].endswith(f"{named[0]} ")
        if unit or title or (named and named[0] in words().months):
            return found[0]
        grouped = len(found[1]) > 3 and not _year(found[1])
        return number(value, style) if value < style.words_below or grouped else found[0]

    return _DIGITS.sub(printed, _SPELLED.sub(figured, text))


def _year(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and 1000 <= int(text) < 2200
