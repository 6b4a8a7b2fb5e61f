"""The only clock: when it is, when a document counts as seen, and which day's briefing is meant."""

import os
from datetime import UTC, date, datetime, timedelta

from onrecord.errors import UsageError
from onrecord.records import Document, Story

NOW = "ONRECORD_NOW"
AHEAD = timedelta(hours=1)
"""Clocks of sources differ by no more: what is dated further ahead is misdated, or comes from the future."""


def now() -> datetime:
    """The present instant, or the ISO instant in ONRECORD_NOW: a run that must be repeated to the byte sets it."""
    text = os.environ.get(NOW)
    if not text:
        return datetime.now(UTC)
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{NOW}={text!r} is not an ISO date and time like 2024-12-15T06:00:00+02:00.") from None
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)


def seen(document: Document, story: Story, at: datetime) -> datetime:
    """When a document became part of the record.

    What came over the network was seen when it was fetched. A file is an archive of what was public before: it is taken
    into the first edition at or after its publication, so that an imported day reads as it would have read then.
    """
    if document.fetched is not None or document.published is None:
        return document.fetched or at
    return story.cutoff(story.day_of(document.published))


def ahead(document: Document, at: datetime) -> bool:
    """Whether a document bears a date that has not come yet."""
    published = document.published
    if published is None:
        return False
    return (published if published.tzinfo else published.replace(tzinfo=UTC)) > (document.fetched or at) + AHEAD


def told(document: Document, seen: datetime, at: datetime) -> datetime:
    """When a reading became part of the record: of an archive with the document, else when it was read.

    So a better reader changes no briefing of a live desk that was closed before it came.
    """
    return seen if document.fetched is None else max(seen, at)


def parse(text: str, story: Story) -> datetime:
    """An instant from `--published`: ISO with zone, without zone (the story's), or a day alone (its noon)."""
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--published {text!r}: write 2024-12-15 or 2024-12-15T06:00:00+02:00.") from None
    if len(text) <= 10:
        instant = instant.replace(hour=12)
    return instant if instant.tzinfo else instant.replace(tzinfo=story.zone)


def day(text: str | None, story: Story, latest: datetime | None, at: datetime) -> date:
    """The day of `--day`; without it, today, or for an archive the day of its last document (`latest`) up to now.

    Raises UsageError for a day that is no date or lies before the story's first day.
    """
    if text is None:
        today = at.astimezone(story.zone).date()
        return today if latest is None else min(today, story.day_of(latest))
    try:
        wanted = date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--day {text!r}: write a date like 2024-12-15.") from None
    if wanted < story.first_day:
        raise UsageError(f"--day {text}: the story begins on {story.first_day}, which is its day 1.")
    return wanted
