"""Claim -> when: the interval in which what it tells happened, as POSIX seconds."""

from datetime import UTC, datetime
from math import inf

from onrecord.events.tables import kinds, lists, weights
from onrecord.events.words import fold
from onrecord.records import Claim, Document, Moment, Precision

DAY, HOUR = 86400, 3600


def stamp(instant: datetime | None) -> float:
    """Seconds since 1970; what is undated comes last. An instant without zone is read as UTC, wherever this runs."""
    if instant is None:
        return inf
    return (instant if instant.tzinfo else instant.replace(tzinfo=UTC)).timestamp()


def interval(claim: Claim, published: float) -> tuple[float, float, bool]:
    """When it happened as seconds, and whether words tell it. Without them the time of publication bounds it.

    The hour of a count ("as of 18:00", "since noon") is not that of what is counted: it bounds the day. What is told
    for a time to come has not happened: that it is planned is news of the day on which it is told.
    """
    moment, limits = claim.moment, weights().block
    row = kinds().row(claim.kind)
    counts, exact = row.family in kinds().ongoing, clock(claim)
    tally = any(q.measure.value in kinds().defence for q in claim.quantities)
    vague = exact and (counts or tally or claim.kind in kinds().topics or row.family in kinds().paper)
    told = moment is not None and moment.precision is not Precision.OPEN and not vague
    if moment and told and moment.earliest and moment.latest and not planned(moment, published):
        start, end = moment.earliest, stamp(moment.latest)
        if counts and end - stamp(start) < DAY:
            start = start.replace(hour=0, minute=0, second=0, microsecond=0)
        slack = limits.slack * HOUR if exact else 0
        end = min(end + slack, max(published, stamp(start)) + HOUR)
        return stamp(start) - slack, end, moment.rule not in limits.loose
    if moment and moment.earliest and not moment.latest and stamp(moment.earliest) < published:
        return stamp(moment.earliest), inf, False
    end = min(stamp(moment.latest), published) if moment and moment.latest else published
    if claim.background or end == inf:
        return -inf, end, False
    return end - limits.hours * HOUR, end, False


def due(moment: Moment | None, published: float) -> tuple[float, float] | None:
    """The days to come that words name, for which a thing is planned; None where they name none."""
    if moment is None or moment.earliest is None:
        return None
    start = stamp(moment.earliest)
    if start <= published or not planned(moment, published):
        return None
    return start, stamp(moment.latest) if moment.latest else start + DAY


def clock(claim: Claim) -> bool:
    """Whether a claim's time is that of a clock."""
    return claim.moment is not None and claim.moment.precision in (Precision.MINUTE, Precision.HOUR)


_TERMS = frozenset(["by", "before", "until"])
"""Rules of a time that has an end set to it: "by 20 December" runs from the report on."""


def planned(moment: Moment, published: float) -> bool:
    """Whether a moment lies ahead of its report, is a term for it, or reaches far beyond it ("this year")."""
    ahead = stamp(moment.latest) - published
    if moment.rule in _TERMS and moment.precision is Precision.RANGE and ahead > 0:
        return True
    return stamp(moment.earliest) > published + HOUR or (ahead > weights().block.days * DAY)


def revised(claim: Claim, document: Document) -> bool:
    """Whether a count is put right, which may be days after what is counted."""
    return not set(fold(claim.sentence.of(document.text)).split()).isdisjoint(lists().revising)


def grew(claim: Claim, document: Document) -> bool:
    """Whether words say that a count grew, "has risen to ten", or that it came later than what was told before."""
    words = fold(claim.sentence.of(document.text)).replace(",", " ").split()
    return words[:1] == ["later"] or not lists().rising.isdisjoint(words)
