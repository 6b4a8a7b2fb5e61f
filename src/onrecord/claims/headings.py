"""The headings of a bulletin -> the time of what stands below them: "Night of 9 May: results" dates its items."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from msgspec import structs

from onrecord.claims.lexicon import phrases, table
from onrecord.claims.moments import moments
from onrecord.claims.narrator import names
from onrecord.claims.text import placed
from onrecord.records import Moment, Span

_LONG = 14
"""Words of a heading; a longer one tells something."""

_SPANS = frozenset(["night", "overnight", "range", "date", "relative", "weekday", "past", "month"])
"""Rules of the times that a bulletin covers; at an hour it was written."""

_FOR = re.compile(r"\b(?:of|for|on|in|during|by)\s+(?:the\s+)?(?:\w+,\s+)?$", re.IGNORECASE)
"""Before a day in a heading: it tells of that day. A bare one that is the report's own day is when it was written."""

_LEAD = 20
"""Characters before a day in which such a word stands."""

_LASTS = re.compile(r"\b(?:is|are|am|has|have|will|may|might|can|must|should|remains?|continues?|goes|still)\b", re.I)
"""In a proposition: it stands, or is still to come."""

_UNDATED = frozenset(["information", "other", "diplomacy"])
"""Kinds of what no heading dates."""

Headings = tuple[tuple[int, Moment], ...]
"""Where headings begin, and the time that each tells."""


def headings(
    text: str, sentences: Sequence[Span], published: datetime | None, zone: ZoneInfo, first_day: date | None
) -> Headings:
    """The headings of a text that tell which time they cover, in order."""
    found: list[tuple[int, Moment]] = []
    for span in sentences:
        words = span.of(text)
        if len(words.split()) > _LONG or placed(text, span) or not names(text, span) or _written(words):
            continue
        told = [m for m in moments(text, span, published, zone, first_day) if _covers(text, m, published)]
        found += [(span.start, m) for m in told[-1:]]
    return tuple(found)


def headed(text: str, part: Span, kind: str, above: Headings) -> Moment | None:
    """The moment of an event that has none, by the heading above it (rule "headed"); None of what lasts."""
    if kind in _UNDATED:
        return None
    at = bisect_left(above, part.start, key=lambda h: h[0])
    if not at or _LASTS.search(text, part.start, part.end):
        return None
    return structs.replace(above[at - 1][1], rule="headed")


def _written(heading: str) -> bool:
    """Whether the day of a heading is that on which something was written."""
    return "(" in heading or _writings().search(heading) is not None


@cache
def _writings() -> re.Pattern[str]:
    return phrases(table("moments")["words"]["written"])


def _covers(text: str, moment: Moment, published: datetime | None) -> bool:
    """Whether a time has two ends, has begun by the report, and is not the day on which the report was written."""
    if moment.rule not in _SPANS or moment.earliest is None or moment.latest is None:
        return False
    if published is None or moment.span is None or moment.rule != "date" or moment.latest <= published:
        return published is None or moment.earliest < published
    lead = text[max(0, moment.span.start - _LEAD) : moment.span.start]
    return moment.earliest < published and _FOR.search(lead) is not None
