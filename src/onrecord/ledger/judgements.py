"""Which judgements count on a day."""

from collections.abc import Iterable
from datetime import datetime

from onrecord.ledger.instant import stamp
from onrecord.records import Link


def standing(links: Iterable[Link], cutoff: datetime) -> tuple[Link, ...]:
    """Of links made by `cutoff`, or at no told time, the last by each judge on each pair and relation, sorted."""
    last = {}
    for link in sorted((link for link in links if when(link) <= stamp(cutoff)), key=lambda k: (when(k), k.id)):
        last[link.left, link.right, link.relation, link.by] = link
    return tuple(link for _, link in sorted(last.items()))


def when(link: Link) -> str:
    """The stamp of a judgement; one without a time is older than all others."""
    return stamp(link.at) if link.at else ""
