"""Times as the ledger keeps them: UTC text of one width, so that the order of characters is the order of time."""

from datetime import UTC, datetime


def utc(when: datetime) -> datetime:
    """The same instant in UTC; a time without a zone counts as UTC. Ends of the calendar stay where they are."""
    if when.tzinfo is None:
        return when.replace(tzinfo=UTC)
    try:
        return when.astimezone(UTC)
    except OverflowError:  # year 1 east of Greenwich, year 9999 west of it
        return when.replace(tzinfo=UTC)


def stamp(when: datetime) -> str:
    """`2024-12-15T06:00:00.000000Z`: the same for every zone in which an instant is told."""
    return utc(when).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def instant(text: str) -> datetime:
    """The datetime that `stamp` or `isoformat` wrote. Raises ValueError for anything else."""
    return datetime.fromisoformat(text)
