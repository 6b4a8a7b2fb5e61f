"""A proposition -> whether it is told as background: what happened well before the report, or is a fact of old."""

import re
from datetime import datetime, timedelta

from onrecord.claims.marks import Marks, marks
from onrecord.records import Moment, Precision, Span

_STALE = timedelta(days=2)
"""What ended longer ago than this before publication is background."""

_COUNTED = timedelta(days=10)
"""The same for a whole month, whose counts come out after it."""

_PERFECT = re.compile(
    r"\b(?:had|has|have)\b(?:\s+\w+)?\s+(?:been\s+)?\w+(?:ed|en|wn|nt|ld|ght|id|ade|ost|ck)\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:in|since|of|from|during)\s+(?:\w+\s+)?((?:19|20)\d\d)\b", re.IGNORECASE)


def background(text: str, sentence: Span, moment: Moment | None, published: datetime | None) -> bool:
    """Whether the words at `sentence` tell background.

    `moment` is when it happened, as told; `published` is when the report came out, None if unknown. A running count
    ("losses since the invasion") is news although it reaches back, and so is what is agreed today for a later day.
    """
    seen = marks(text)
    if seen.of("counts", sentence) and not _stale(moment, published):
        return False
    if _dated(moment) and moment is not None and published is not None:
        return _stale(moment, published) or (_ahead(moment, published) and not seen.of("settled", sentence))
    return bool(seen.of("told", sentence)) or _past(seen, sentence.of(text), sentence, published)


def _dated(moment: Moment | None) -> bool:
    """Whether words tell when it happened."""
    return moment is not None and moment.span is not None and moment.precision is not Precision.OPEN


def _stale(moment: Moment | None, published: datetime | None) -> bool:
    """Whether the moment ended days before publication, by words that say so."""
    if moment is None or moment.span is None or moment.latest is None or published is None:
        return False
    if moment.precision is Precision.OPEN:
        return False
    return moment.latest < published - (_COUNTED if moment.precision is Precision.MONTH else _STALE)


def _ahead(moment: Moment, published: datetime) -> bool:
    """Whether the moment begins more than two days after publication: scheduled, and not news of today."""
    return moment.earliest is not None and moment.earliest > published + _STALE


def _past(seen: Marks, words: str, sentence: Span, published: datetime | None) -> bool:
    """Whether a past perfect with a word of earlier times, or an earlier year, sets it back."""
    if seen.of("perfect", sentence) and _PERFECT.search(words):
        return True
    if "19" not in words and "20" not in words:
        return False
    years = [int(m.group(1)) for m in _YEAR.finditer(words)]
    return bool(years) and published is not None and max(years) < published.year
