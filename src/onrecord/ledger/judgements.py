"""Which judgements count on a day."""

from collections.abc import Iterable
from datetime import datetime

from onrecord.ledger.instant import stamp
from onrecord.records import Link


def standing(links: Iterable[Link], cutoff: datetime) -> tuple[Link, ...]:
    """Of links on record at `cutoff`, or at no told time, the last by each judge on each pair and relation, sorted.

    A judgement that was taken back stands as such: it says what its judge no longer says.
    """
    last = {}
    for link in ordered(link for link in links if seen(link) <= stamp(cutoff)):
        last[link.left, link.right, link.relation, link.by] = link
    return tuple(link for _, link in sorted(last.items()))


def ordered(links: Iterable[Link]) -> tuple[Link, ...]:
    """Links in the order in which they were made."""
    return tuple(sorted(links, key=lambda link: (when(link), link.id)))


def when(link: Link) -> str:
    """The stamp of a judgement; one without a time is older than all others."""
    return stamp(link.at) if link.at else ""


def seen(link: Link) -> str:
    """The stamp from which it counts: when it became part of the record, else when it was made."""
    return stamp(link.seen) if link.seen else when(link)
