"""Records to rows: each function adds, within the transaction that it is given."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from onrecord.ledger import recall, rows
from onrecord.ledger.dialect import insert
from onrecord.ledger.instant import stamp
from onrecord.ledger.recall import batches
from onrecord.ledger.statements import state
from onrecord.ledger.tables import DOCUMENTS, PROBLEMS, READINGS, SIGHTINGS, STATEMENTS
from onrecord.records import Document, Problem, Reading


def add(connection: Connection, batch: Sequence[tuple[Document, datetime]]) -> None:
    """Add documents; of one that is there already, a sighting if this is another time."""
    insert(connection, DOCUMENTS, [rows.document(document, seen) for document, seen in batch])
    first: dict[str, str] = {}
    for ids in batches(document.id for document, _ in batch):
        found = connection.execute(select(DOCUMENTS.c.id, DOCUMENTS.c.seen).where(DOCUMENTS.c.id.in_(ids)))
        first |= {row.id: row.seen for row in found}
    again = [rows.sighting(document, seen) for document, seen in batch if stamp(seen) != first[document.id]]
    insert(connection, SIGHTINGS, again)


def record(connection: Connection, batch: Sequence[tuple[Reading, datetime]], reader: str) -> int:
    """Add what a reader stated, that it did, and the problems that it met; how many statements were new."""
    statements, readings, problems = [], [], []
    for reading, seen in batch:
        when = stamp(seen)
        stated = [rows.statement(made, when) for claim in reading.claims for made in state(claim, reader, seen)]
        row = rows.reading(reading, reader, seen, [statement["id"] for statement in stated])
        statements += stated
        readings.append(row)
        problems += [rows.problem(problem, row["id"], seen) for problem in reading.problems]
    insert(connection, READINGS, readings)
    insert(connection, PROBLEMS, problems)
    return insert(connection, STATEMENTS, statements)


def report(connection: Connection, problems: Sequence[Problem], seen: datetime) -> None:
    """Add problems that belong to no reading, unless they were on record by then."""
    known: set[Problem] = set()
    for subjects in batches(problem.subject for problem in problems):
        known.update(
            recall.problems(
                connection,
                PROBLEMS.c.reading.is_(None),
                PROBLEMS.c.subject.in_(subjects),
                PROBLEMS.c.seen <= stamp(seen),
            )
        )
    insert(connection, PROBLEMS, [rows.problem(problem, None, seen) for problem in problems if problem not in known])
