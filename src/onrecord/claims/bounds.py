"""A moment bounded on one side ("by noon", "before dawn on Friday") -> the interval that dates a claim.

A report that looks back tells with "by noon" what stood on that day; one that looks ahead sets a term which runs from
the report on. Half of the interval stays open where neither is told ("before Friday", "until Thursday").
"""

from datetime import date, datetime, timedelta

import msgspec

from onrecord.claims import calendar
from onrecord.claims.anchors import Anchor
from onrecord.claims.joins import HOURS
from onrecord.claims.timex import scan
from onrecord.records import Moment, Precision

_TERMS = frozenset(["by", "before", "until"])


def closed(anchor: Anchor, moment: Moment) -> Moment:
    """The moment with its open side closed, where the words and the publication bear it out; else as it is."""
    if moment.span is None or anchor.published is None:
        return moment
    if moment.rule in _TERMS and moment.earliest is None and moment.latest is not None:
        return _since(moment, _begin(anchor, moment, moment.latest))
    if moment.rule == "after" and moment.latest is None and moment.earliest is not None and _fine(anchor, moment):
        end = calendar.at(moment.earliest.date(), 24, anchor.zone)
        return _closed(moment, moment.earliest, end) if moment.earliest < anchor.published else moment
    return _over(anchor, moment)


def _over(anchor: Anchor, moment: Moment) -> Moment:
    """The moment as far as it has come: what is told of this morning at ten has happened by ten."""
    low, high, now = moment.earliest, moment.latest, anchor.published
    if now is None or moment.span is None or low is None or high is None or not low < now < high:
        return moment
    if moment.precision is not Precision.PART or anchor.ahead(moment.span.start, moment.span.end):
        return moment
    return msgspec.structs.replace(moment, latest=now)


def _begin(anchor: Anchor, moment: Moment, latest: datetime) -> datetime | None:
    """From when on a term runs: its own day, or the report where it lies ahead."""
    fine, day = _fine(anchor, moment), _day(latest)
    assert anchor.published is not None and moment.span is not None
    beyond = calendar.at(day, 0, anchor.zone) > anchor.published
    ahead = beyond or (latest > anchor.published and anchor.ahead(moment.span.start, moment.span.end))
    if ahead and not (fine and moment.rule == "before"):
        return anchor.published if fine else calendar.at(anchor.published.date(), 0, anchor.zone)
    return calendar.at(day, 0, anchor.zone) if fine or moment.rule == "by" else None


def _since(moment: Moment, begin: datetime | None) -> Moment:
    return _closed(moment, begin, moment.latest) if begin is not None else moment


def _closed(moment: Moment, earliest: datetime | None, latest: datetime | None) -> Moment:
    if earliest is None or latest is None or earliest >= latest:
        return moment
    precision = Precision.PART if latest - earliest <= timedelta(days=1) else Precision.RANGE
    return msgspec.structs.replace(moment, earliest=earliest, latest=latest, precision=precision)


def _day(latest: datetime) -> date:
    """The last day before an end."""
    return (latest - timedelta(minutes=2)).date()


def _fine(anchor: Anchor, moment: Moment) -> bool:
    """Whether the words tell an hour or a part of a day, and not a whole one."""
    assert moment.span is not None
    return any(one.kind in HOURS for one in scan(anchor.text, moment.span))
