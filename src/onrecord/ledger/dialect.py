"""The seam between databases: everything that SQLite and PostgreSQL say differently, and nothing else."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, Table, text
from sqlalchemy.dialects import postgresql, sqlite

SQLITE_SEARCH = text(
    "SELECT d.id FROM search JOIN documents d ON d.number = search.rowid "
    "WHERE search MATCH :query ORDER BY bm25(search, 4.0, 1.0), d.id LIMIT :most"
)
POSTGRESQL_SEARCH = text(
    "SELECT id FROM documents WHERE onrecord_words(title, text) @@ plainto_tsquery('simple', :query) "
    "ORDER BY ts_rank(onrecord_words(title, text), plainto_tsquery('simple', :query), 1) DESC, id LIMIT :most"
)


def insert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> int:
    """Add rows, leaving those whose id is there already; how many were new."""
    if not rows:
        return 0
    if connection.dialect.name == "postgresql":  # which does not count the rows of a batch
        added = postgresql.insert(table).on_conflict_do_nothing(index_elements=["id"]).returning(table.c.id)
        return len(connection.execute(added, list(rows)).all())
    return connection.execute(sqlite.insert(table).on_conflict_do_nothing(index_elements=["id"]), list(rows)).rowcount


def search(connection: Connection, words: Sequence[str], limit: int) -> list[str]:
    """Ids of documents that hold every word, best first, equals by id."""
    if connection.dialect.name == "postgresql":
        return list(connection.scalars(POSTGRESQL_SEARCH, {"query": " ".join(words), "most": limit}))
    query = " ".join(f'"{word}"' for word in words)
    return list(connection.scalars(SQLITE_SEARCH, {"query": query, "most": limit}))


def prepare(engine: Engine) -> None:
    """Before the first table is made: let readers and one writer of an SQLite file work at the same time."""
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            connection.connection.cursor().execute("PRAGMA journal_mode=WAL")


def alone(connection: Connection) -> None:
    """Until the transaction ends, be the only one that changes tables."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('onrecord'))"))


def rest(connection: Connection) -> None:
    """After much was read: let go of the pages that SQLite keeps at hand."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA shrink_memory")
