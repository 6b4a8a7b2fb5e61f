"""The ledger in a database: SQLite in one file, or PostgreSQL."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection, Engine, exists, func, select

from onrecord.errors import LedgerError
from onrecord.ledger import dialect, keep, recall, rows
from onrecord.ledger.engine import reading, writing
from onrecord.ledger.faults import guard
from onrecord.ledger.instant import instant, stamp
from onrecord.ledger.judgements import ordered
from onrecord.ledger.statements import age
from onrecord.ledger.tables import DOCUMENTS, LINKS, READINGS, SIGHTINGS, STATEMENTS
from onrecord.ledger.upgrade import upgrade
from onrecord.ledger.versions import order
from onrecord.ledger.view import view
from onrecord.ledger.words import words
from onrecord.records import Claim, Document, Link, Problem, Reading, Sighting, Statement, View


class SqlLedger:
    """Keeps records as rows that never change; see `onrecord.protocols.Ledger` for what each method promises.

    Every method raises LedgerError where the database cannot go on, and writing also where it may only be read.
    """

    def __init__(self, engine: Engine, name: str, readonly: bool = False) -> None:
        self.engine, self.name, self.readonly = engine, name, readonly
        with guard(name):
            upgrade(engine, name, readonly)

    def add(self, document: Document, seen: datetime) -> Document:
        """Keep a document, or a sighting of it; returns it as kept."""
        return self.add_all([(document, seen)])[0]

    def add_all(self, documents: Iterable[tuple[Document, datetime]]) -> tuple[Document, ...]:
        """Keep many documents; returns them as kept."""
        batch = list(documents)  # before the transaction: whoever makes them may take their time
        with self._writing() as connection:
            keep.add(connection, batch)
            return tuple(recall.documents(connection, [document.id for document, _ in batch]))

    def record(self, reading: Reading, reader: str, seen: datetime) -> int:
        """Keep a reading; how many of its statements were new."""
        return self.record_all([(reading, seen)], reader)

    def record_all(self, readings: Iterable[tuple[Reading, datetime]], reader: str) -> int:
        """Keep many readings; how many of their statements were new."""
        batch = list(readings)
        with self._writing() as connection:
            return keep.record(connection, batch, reader)

    def report(self, problems: Iterable[Problem], seen: datetime) -> None:
        """Keep problems that no reading carries, each once."""
        batch = list(problems)
        with self._writing() as connection:
            keep.report(connection, batch, seen)

    def judge(self, links: Iterable[Link]) -> None:
        """Keep links."""
        batch = list(links)
        with self._writing() as connection:
            dialect.insert(connection, LINKS, [rows.link(link) for link in batch])

    def judgements(self) -> tuple[Link, ...]:
        """Every link that was ever kept, oldest first."""
        with self._reading() as connection:
            return ordered(map(Link.parse, connection.scalars(select(LINKS.c.record))))

    def homes(self, ids: Iterable[str]) -> dict[str, str]:
        """The document of each of the ids that names a claim or a document."""
        with self._reading() as connection:
            return recall.homes(connection, ids)

    def unread(self, reader: str) -> Iterator[tuple[Document, datetime]]:
        """Documents that `reader` has not read, oldest first. Holds no transaction while you read them."""
        done = exists().where(READINGS.c.document == DOCUMENTS.c.id, READINGS.c.reader == reader)
        with self._reading() as connection:
            heads = sorted(recall.heads(connection, ~done).values(), key=order)
        for batch in recall.batches(heads):
            with self._reading() as connection:
                documents = list(recall.documents(connection, [head.id for head in batch]))
            yield from ((d, instant(head.seen)) for d, head in zip(documents, batch, strict=True))

    def as_of(self, cutoff: datetime, since: datetime | None = None) -> View:
        """What was on record at `cutoff`."""
        with self._reading() as connection:
            found = view(connection, cutoff, since)
            dialect.rest(connection)
            return found

    def latest(self, by: datetime | None = None) -> datetime | None:
        """When the last document on record, of those published `by` then, was published."""
        query = select(func.max(DOCUMENTS.c.published))
        with self._reading() as connection:
            last = connection.scalar(query.where(DOCUMENTS.c.published <= stamp(by)) if by else query)
            return instant(last) if last else None

    def document(self, id: str) -> Document | None:
        """One document, superseded or not."""
        with self._reading() as connection:
            return next(recall.documents(connection, [id]), None)

    def claim(self, id: str) -> Claim | None:
        """One claim, as last read."""
        stated = select(STATEMENTS.c.id, STATEMENTS.c.document).where(STATEMENTS.c.claim == id)
        with self._reading() as connection:
            found = {row.id: row.document for row in connection.execute(stated)}
            reads = recall.readings(connection, sorted(set(found.values())))
            last = max((r for r in reads if not found.keys().isdisjoint(recall.IDS.decode(r.statements))), default=None)
            made = recall.claims(connection, [last])[last.document] if last else ()
            return next((claim for claim in made if claim.id == id), None)

    def claims(self, document: str) -> tuple[Claim, ...]:
        """The claims of one document, as last read."""
        with self._reading() as connection:
            reads = recall.current(connection, [document])
            return recall.claims(connection, reads.values()).get(document, ())

    def statements(self, claim: str) -> tuple[Statement, ...]:
        """Everything that was ever stated of a claim, oldest first."""
        with self._reading() as connection:
            found = connection.execute(select(STATEMENTS).where(STATEMENTS.c.claim == claim))
            return tuple(sorted(map(rows.as_statement, found), key=age))

    def sightings(self, document: str) -> tuple[Sighting, ...]:
        """When a document was met again."""
        c = SIGHTINGS.c
        with self._reading() as connection:
            kept = connection.execute(
                select(DOCUMENTS.c.address, DOCUMENTS.c.seen).where(DOCUMENTS.c.id == document)
            ).first()
            times = set(connection.scalars(select(c.seen).where(c.document == document)))
        if kept is None:
            return ()
        again = sorted(times | {kept.seen})[1:]
        return tuple(Sighting(document=document, address=kept.address, seen=instant(seen)) for seen in again)

    def search(self, query: str, limit: int = 20) -> tuple[Document, ...]:
        """Documents that hold every word of the query, best first."""
        wanted = words(query)
        if not wanted or limit < 1:
            return ()
        with self._reading() as connection:
            return tuple(recall.documents(connection, dialect.search(connection, wanted, limit)))

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with guard(self.name), reading(self.engine) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self.readonly:
            raise LedgerError(f"The ledger {self.name} is open for reading only: nothing can be added to it.")
        with guard(self.name), writing(self.engine) as connection:
            yield connection
