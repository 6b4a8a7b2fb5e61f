"""Time expressions of a span -> moments: intervals in the story's zone, each with the rule that made it."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from msgspec import structs

from onrecord.claims.anchors import Anchor, Dated
from onrecord.claims.bounds import closed
from onrecord.claims.joins import compose
from onrecord.claims.lexicon import table
from onrecord.claims.tense import sayings
from onrecord.claims.text import body
from onrecord.claims.timex import scan
from onrecord.records import Moment, Precision, Span

_BOUNDED = ("since", "until", "by", "before", "after", "from")
_TERMS = ("by", "until")
_COARSE = (Precision.WEEK, Precision.MONTH, Precision.YEAR)
_FINE = (Precision.DAY, Precision.PART, Precision.HOUR, Precision.MINUTE)
_APART = re.compile(r"[,;:]|\bthat\b")
_ASIDE = re.compile(r",[^,;:]{1,60},\s*")
"""What stands between a time and what it dates, with who says so in passing: "In June, the army said, ..."."""

_PASSING = re.compile(r"[,”\"]\s+(?!(?:and|but|which|who|that|whom|as|after|before)\b)[^,;:”\"]{0,60}$")
"""Before a verb of saying: one who is heard in passing, after what is said."""

_EARLIER = re.compile(
    r"\b(?:the (?:day|night|evening) before|the previous (?:day|night)|(?:a|one) (?:day|night) earlier)\b"
)
_CUE = 40
"""How far before a time, in characters, the verb of saying that it belongs to may stand."""


@lru_cache(maxsize=4)
def moments(
    text: str, span: Span, published: datetime | None, zone: ZoneInfo, first_day: date | None = None
) -> tuple[Moment, ...]:
    """All time expressions inside `span`, in order. `first_day` is day 1 of the story, for "day 1,026 of the war".

    What nothing anchors (no publication time, an ambiguous date, "two days later") has open ends. The last few
    answers are remembered: the propositions of one sentence ask for the same.
    """
    anchor = Anchor(text, span, published.astimezone(zone) if published else None, zone, first_day)
    return tuple(_moment(d) for d in compose(anchor, list(scan(text, span))))


def moment(
    text: str,
    proposition: Span,
    sentence: Span,
    published: datetime | None,
    zone: ZoneInfo,
    first_day: date | None = None,
) -> Moment | None:
    """The moment that dates the proposition: one inside it, else one of its sentence that does not date the saying.

    A time of saying ("said on Saturday") only bounds it (rule "said"); without words publication does ("published").
    None where there is neither.
    """
    whole = Span.cover(sentence, proposition)
    anchor = Anchor(text, whole, published.astimezone(zone) if published else None, zone, first_day)
    found = [closed(anchor, m) for m in moments(text, whole, published, zone, first_day) if m.span is not None]
    begin = body(text, sentence).start
    found = [m for m in found if m.span and m.span.start >= begin] or found  # a dateline dates the report
    within = [m for m in found if m.span and proposition.overlaps(m.span)]
    inside = [m for m in within if m.span and (m.rule in _TERMS or not _parenthetic(text, m.span, proposition.start))]
    outside = [m for m in found if m.span and not proposition.overlaps(m.span)]
    event = [m for m in outside if m.span and not _saying(text, m.span, proposition)]
    if chosen := _best(inside) or _best(event):
        return chosen
    ended = [m for m in found if m.latest is not None]
    if ended:
        latest = max(m.latest for m in ended if m.latest is not None)
        bound = min(latest, published.astimezone(zone)) if published else latest
        return Moment(earliest=None, latest=bound, precision=Precision.OPEN, rule="said", span=ended[0].span)
    if published is None:
        return None
    return Moment(earliest=None, latest=published.astimezone(zone), precision=Precision.OPEN, rule="published")


def carried(text: str, span: Span, then: Moment) -> Moment | None:
    """The moment of a claim at `span` that goes on with one of `then`: the same (rule "carried"), or where it says "the
    night before" a day earlier (rule "earlier"); None where that one has no day."""
    if then.earliest is None or then.latest is None or then.precision is Precision.OPEN:
        return None
    if not _EARLIER.search(text, span.start, span.end):
        return structs.replace(then, rule="carried")
    day = timedelta(days=1)
    return structs.replace(then, earliest=then.earliest - day, latest=then.latest - day, rule="earlier")


def only(text: str, span: Span) -> bool:
    """Whether the words of a span tell nothing but when: "in the night to Friday, 13 December"."""
    found = list(scan(text, span))
    if not found:
        return False
    ends = [span.start, *(at for one in found for at in (one.start, one.end)), span.end]
    rest = " ".join(text[a:b] for a, b in zip(ends[::2], ends[1::2], strict=True))
    return all(word in table("moments")["words"]["idle"] for word in re.findall(r"\w+", rest.lower()))


def _moment(dated: Dated) -> Moment:
    earliest, latest, precision = dated.interval
    if earliest is not None and latest is not None and earliest >= latest:
        earliest = latest = None
        precision = Precision.OPEN
    return Moment(
        earliest=earliest,
        latest=latest,
        precision=precision,
        rule=dated.rule,
        span=Span(start=dated.start, end=dated.end),
    )


def _best(found: Sequence[Moment]) -> Moment | None:
    """The first that is closed at both ends and no bound, else the first that is closed at one.

    A day or an hour dates a claim before the month or the year of what it only tells beside: "Nine men who were caught
    in March were freed on Friday".
    """
    closed = [m for m in found if m.earliest is not None and m.latest is not None]
    told = [m for m in closed if m.rule not in _BOUNDED]
    if told and told[0].precision in _COARSE:
        told = [m for m in told if m.precision in _FINE and m.rule != "shift"][:1] or told
    half = [m for m in found if m.earliest is not None or m.latest is not None]
    return next(iter(told or closed or half), None)


def _follows(text: str, span: Span, start: int) -> bool:
    """Whether a verb of saying inside the proposition stands right before the time: "..., he said on Friday"."""
    cues = sayings(text, max(start, span.start - _CUE), span.start)
    between = text[cues[-1].end() : span.start] if cues else ""
    return bool(cues) and not _APART.search(between) and len(between.split()) < 6


def _parenthetic(text: str, span: Span, start: int) -> bool:
    """Whether the time belongs to one who is heard in passing: "..., he said on Friday", not to an act of saying that
    is told: "the list was published on Friday"."""
    cues = sayings(text, max(start, span.start - _CUE), span.start)
    if not cues or not _follows(text, span, start):
        return False
    return _PASSING.search(text, max(start, cues[-1].start() - 2 * _CUE), cues[-1].start()) is not None


def _saying(text: str, span: Span, proposition: Span) -> bool:
    """Whether a verb of saying stands between the time and the proposition, or right before the time."""
    ahead = span.end <= proposition.start
    start, end = (span.end, proposition.start) if ahead else (proposition.end, span.start)
    if ahead and _ASIDE.fullmatch(text, start, end):
        return False
    return bool(sayings(text, start, end)) or _follows(text, span, 0)
