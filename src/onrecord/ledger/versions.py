"""Which text supersedes which: pure functions over the heads of documents.

Nothing of this is stored, because rows never change: it follows from when each version was seen. So an old text that is
met again stays old, and a day looks the same whatever was recorded after it.
"""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from onrecord.records import Document, ident


class Head(NamedTuple):
    """A document without its text. Times are stamps; `published` is empty where nobody knows it.

    Documents of one source and address share a `series`; `number` counts documents as they came in; `supersedes` is
    what the document itself said when it came.
    """

    id: str
    series: str
    published: str
    seen: str
    number: int
    supersedes: str | None

    def known(self, cutoff: str) -> bool:
        """Whether it was published, with a date, and seen by `cutoff` (a stamp)."""
        return bool(self.published) and self.published <= cutoff and self.seen <= cutoff


def series(document: Document) -> str:
    """The name that all versions of one page share."""
    return ident("v", document.source, document.address)


def order(head: Head) -> tuple[str, str, int]:
    """Older versions before newer ones: by when they were seen, then published, then came in."""
    return head.seen, head.published, head.number


def previous(heads: Iterable[Head]) -> dict[str, str | None]:
    """What each document supersedes: what it said itself, else the version before it in its series."""
    found: dict[str, str | None] = {}
    for _, versions in groupby(sorted(heads, key=lambda h: (h.series, *order(h))), key=lambda h: h.series):
        before = None
        for head in versions:
            found[head.id] = head.supersedes or before
            before = head.id
    return found


def current(heads: Iterable[Head]) -> set[str]:
    """Ids of those that no other of `heads` supersedes. What an older text says of a newer one does not count."""
    ranked = sorted(heads, key=order)
    rank = {head.id: n for n, head in enumerate(ranked)}
    replaced = {h.supersedes for h in ranked if h.supersedes and rank.get(h.supersedes, rank[h.id]) < rank[h.id]}
    latest = {head.series: head.id for head in ranked}
    return set(latest.values()) - replaced
