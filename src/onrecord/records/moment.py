"""When: an interval, never a bare datetime."""

from datetime import datetime
from enum import StrEnum

from onrecord.records.record import Record
from onrecord.records.span import Span


class Precision(StrEnum):
    """How exactly a moment is told."""

    MINUTE = "minute"
    HOUR = "hour"
    PART = "part"  # morning, night, overnight
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    RANGE = "range"
    OPEN = "open"


class Moment(Record, frozen=True, kw_only=True):
    """An interval [earliest, latest) in the story's time zone, and the rule that made it.

    An end that nothing anchors stays None: never a guess. `span` is None where no words tell the time and the
    publication bounds it (rule "published").
    """

    earliest: datetime | None
    latest: datetime | None
    precision: Precision
    rule: str
    span: Span | None = None

    def overlaps(self, other: "Moment") -> bool:
        """Whether the two intervals share an instant; an open end reaches for ever."""
        starts = self.earliest is None or other.latest is None or self.earliest < other.latest
        ends = other.earliest is None or self.latest is None or other.earliest < self.latest
        return starts and ends
