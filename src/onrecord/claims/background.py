"""A proposition -> whether it is told as background: what happened well before the report, or is a fact of old."""

from datetime import datetime, timedelta

from onrecord.claims.marks import marks
from onrecord.records import Moment, Precision, Span

_STALE = timedelta(days=2)
"""What ended longer ago than this before publication is background."""

_COUNTED = timedelta(days=10)
"""The same for a whole month, whose counts come out after it."""

_SAID = timedelta(days=7)
"""What was said longer ago than this is background: "reported in June that ...", in a report of August."""

_LENT = ("by", "until", "carried")
"""Rules of moments that are a term, or that another claim told: they set nothing back."""

_BEFORE = ("had ", "Had ")
"""How a cue begins that tells of what was said before all else: "had warned"."""


def background(
    text: str, part: Span, moment: Moment | None, published: datetime | None, cue: Span | None = None
) -> bool:
    """Whether the words at `part` tell background.

    `moment` is when it happened, as told; `published` is when the report came out, None if unknown. A running count
    ("losses since the invasion") is news although it reaches back. What somebody "had said" was said before the news.
    """
    if moment is not None and _dated(moment) and published is not None:
        return moment.rule not in _LENT and _stale(moment, published)
    if cue is not None and text.startswith(_BEFORE, cue.start):
        return True
    if moment is not None and moment.rule == "said" and published is not None and _over(moment, published, _SAID):
        return True
    seen = marks(text)
    return bool(seen.of("told", part)) and not seen.of("counts", part)


def _dated(moment: Moment) -> bool:
    """Whether words of its own tell when it happened, not those of a heading."""
    own = moment.span is not None and moment.rule != "headed"
    return own and moment.precision is not Precision.OPEN


def _stale(moment: Moment, published: datetime) -> bool:
    """Whether the moment ended well before publication."""
    return _over(moment, published, _COUNTED if moment.precision is Precision.MONTH else _STALE)


def _over(moment: Moment, published: datetime, past: timedelta) -> bool:
    """Whether the moment ended longer before publication than this."""
    return moment.latest is not None and moment.latest < published - past
