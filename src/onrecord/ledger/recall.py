"""Rows to records: each function reads within the transaction that it is given, in batches, never one by one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any, NamedTuple, TypeVar

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, func, select

from onrecord.ledger import rows
from onrecord.ledger.statements import rebuild
from onrecord.ledger.tables import DOCUMENTS, PROBLEMS, READINGS, SIGHTINGS, STATEMENTS
from onrecord.ledger.versions import Head, previous
from onrecord.records import Claim, Document, Problem

BATCH = 500
"""Ids in one query."""
IDS = msgspec.json.Decoder(list[str])
T = TypeVar("T")


class Read(NamedTuple):
    """One reading: which statements `reader` made of a document. The latest is the greatest."""

    seen: str
    number: int
    id: str
    document: str
    reader: str
    statements: str
    """A JSON list of ids."""


def batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """The items in lists of at most `size`."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def heads(connection: Connection, *where: ColumnElement[bool]) -> dict[str, Head]:
    """The heads of documents that meet all conditions, by id."""
    c = DOCUMENTS.c
    # A sighting can be older than its document only if the clock ran backwards between two runs.
    again = select(func.min(SIGHTINGS.c.seen)).where(SIGHTINGS.c.document == c.id).scalar_subquery()
    query = select(c.id, c.series, c.published, c.seen, c.number, c.supersedes, again).where(*where)
    return {
        id: Head(id, series, published or "", min(seen, early or seen), number, supersedes)
        for id, series, published, seen, number, supersedes, early in connection.execute(query).all()
    }


def versions(connection: Connection, of: Iterable[Head]) -> dict[str, Head]:
    """The heads of all documents that share a series with one of `of`."""
    found: dict[str, Head] = {}
    for batch in batches(sorted({head.series for head in of})):
        found |= heads(connection, DOCUMENTS.c.series.in_(batch))
    return found


def documents(connection: Connection, ids: Iterable[str]) -> Iterator[Document]:
    """Those of the documents that are kept, in the order of their ids as given."""
    for batch in batches(ids):
        known = versions(connection, heads(connection, DOCUMENTS.c.id.in_(batch)).values())
        yield from texts(connection, batch, previous(known.values()))


def texts(connection: Connection, ids: Sequence[str], older: dict[str, str | None]) -> Iterator[Document]:
    """One batch of documents, in the order of their ids, each with what it supersedes."""
    columns = [c for c in DOCUMENTS.c if c.name in (*rows.PLAIN, "printed", "fetched", "extra")]
    query = select(*columns).where(DOCUMENTS.c.id.in_(ids))
    found = {row.id: row for row in connection.execute(query)}
    yield from (rows.as_document(found[id], older[id]) for id in ids if id in found)


def readings(connection: Connection, documents: Sequence[str], cutoff: str | None = None) -> Iterator[Read]:
    """All readings of one batch of documents that were made by `cutoff` (a stamp), if one is given."""
    query = select(*(READINGS.c[name] for name in Read._fields)).where(READINGS.c.document.in_(documents))
    if cutoff is not None:
        query = query.where(READINGS.c.seen <= cutoff)
    yield from (Read(*row) for row in connection.execute(query))


def current(connection: Connection, documents: Sequence[str], cutoff: str | None = None) -> dict[str, Read]:
    """The latest reading of each document of one batch that has one."""
    latest: dict[str, Read] = {}
    for read in readings(connection, documents, cutoff):
        latest[read.document] = max(read, latest.get(read.document, read))
    return latest


def claims(connection: Connection, reads: Iterable[Read]) -> dict[str, tuple[Claim, ...]]:
    """What one batch of readings stated, by document: each document's claims in the order of their characters."""
    reads = list(reads)
    stated = set(chain.from_iterable(IDS.decode(read.statements) for read in reads))
    parts: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for id, document, claim, name, value in connection.execute(_statements(reads)).all():
        if id in stated:
            parts[document].append((claim, name, value))
    return {document: rebuild(document, triples) for document, triples in parts.items()}


def homes(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The document of each of the ids that names a document, or a claim that some reader stated."""
    found: dict[str, str] = {}
    for batch in batches(sorted(set(ids))):
        found |= {id: id for id in connection.scalars(select(DOCUMENTS.c.id).where(DOCUMENTS.c.id.in_(batch)))}
        stated = select(STATEMENTS.c.claim, STATEMENTS.c.document).where(STATEMENTS.c.claim.in_(batch)).distinct()
        found |= {row.claim: row.document for row in connection.execute(stated)}
    return found


def problems(connection: Connection, *where: ColumnElement[bool]) -> Iterator[Problem]:
    """Problems that meet all conditions."""
    query = select(PROBLEMS.c.subject, PROBLEMS.c.stage, PROBLEMS.c.message).where(*where)
    yield from (Problem(subject=s, stage=t, message=m) for s, t, m in connection.execute(query))


def _statements(reads: list[Read]) -> Select[Any]:
    c = STATEMENTS.c
    return select(c.id, c.document, c.claim, c.property, c.value).where(
        c.document.in_({read.document for read in reads}), c.reader.in_({read.reader for read in reads})
    )
