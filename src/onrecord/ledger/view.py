"""What was on record on a day, from rows: heads first, then texts and claims batch by batch."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, func, or_, select

from onrecord.ledger import recall
from onrecord.ledger.instant import stamp
from onrecord.ledger.judgements import standing
from onrecord.ledger.tables import DOCUMENTS, LINKS, PROBLEMS
from onrecord.ledger.versions import Head, current, previous
from onrecord.records import Claim, Document, Link, View


class Shown(NamedTuple):
    """Ids of the documents of a view in their order, and what each supersedes."""

    ids: list[str]
    older: dict[str, str | None]


def view(connection: Connection, cutoff: datetime, since: datetime | None) -> View:
    """The view of the ledger at `cutoff`, with documents published from `since` on."""
    limit, start = stamp(cutoff), stamp(since) if since else ""
    shown = _shown(connection, limit, start)
    documents: list[Document] = []
    claims: list[Claim] = []
    problems = set(recall.problems(connection, PROBLEMS.c.reading.is_(None), PROBLEMS.c.seen <= limit))
    for batch in recall.batches(shown.ids):
        reads = recall.current(connection, batch, limit)
        made = recall.claims(connection, reads.values())
        documents += recall.texts(connection, batch, shown.older)
        claims += (claim for id in batch for claim in made.get(id, ()))
        problems.update(recall.problems(connection, PROBLEMS.c.reading.in_([read.id for read in reads.values()])))
    return View(
        cutoff=cutoff,
        documents=tuple(documents),
        claims=tuple(claims),
        links=standing(_links(connection, limit), cutoff),
        problems=tuple(sorted(problems)),
    )


def _shown(connection: Connection, limit: str, start: str) -> Shown:
    """Dated, seen, not superseded by anything that was itself on record by `limit`."""
    published = DOCUMENTS.c.published
    window = recall.heads(connection, published >= start, published <= limit)
    around = window | recall.versions(connection, window.values()) | _superseding(connection, window)
    heads = [head for head in around.values() if head.seen <= limit]
    latest = current(head for head in heads if head.known(limit))
    ids = sorted((h.published, h.id) for h in heads if h.id in latest and h.id in window)
    return Shown([id for _, id in ids], previous(heads))


def _superseding(connection: Connection, window: Iterable[str]) -> dict[str, Head]:
    """Documents, wherever published, that say themselves that they supersede one of the window."""
    found: dict[str, Head] = {}
    for batch in recall.batches(window):
        found |= recall.heads(connection, DOCUMENTS.c.supersedes.in_(batch))
    return found


def _links(connection: Connection, limit: str) -> Iterable[Link]:
    seen = func.coalesce(LINKS.c.seen, LINKS.c.at)
    return map(Link.parse, connection.scalars(select(LINKS.c.record).where(or_(seen.is_(None), seen <= limit))))
