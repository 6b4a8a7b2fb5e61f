"""Engines: how this program connects to SQLite and PostgreSQL, and what a transaction is on each."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import QueuePool, StaticPool

from onrecord.errors import LedgerError

PATIENCE = 5.0
"""Seconds to wait for another program to finish its transaction."""


def connect(where: str, readonly: bool) -> tuple[Engine, str, bool]:
    """An engine for a path or URL, the ledger's name in messages, and whether it can only read. Opens nothing yet.

    Raises LedgerError for a URL that cannot be used and a path where no ledger can be.
    """
    url = _url(where)
    if url.get_backend_name() == "postgresql":
        return _server(url), url.render_as_string(hide_password=True), readonly
    if url.get_backend_name() != "sqlite":
        raise LedgerError(
            f"{url.render_as_string()}: ledgers live in SQLite or PostgreSQL, not in {url.get_backend_name()}."
        )
    if url.database in (None, "", ":memory:"):
        return _sqlite(":memory:", StaticPool), "in memory", False
    path = Path(str(url.database)).absolute()
    readonly = _look(path, readonly) or readonly
    return _sqlite(f"file:{quote(str(path))}?{_mode(path, readonly)}", QueuePool), str(path), readonly


def _url(where: str) -> URL:
    if "://" not in where:
        return URL.create("sqlite", database=where)
    try:
        url = make_url(where)
    except (ArgumentError, ValueError) as fault:
        raise LedgerError(
            f"{where} is not a database URL. Write sqlite:///PATH or postgresql://USER@HOST/NAME."
        ) from fault
    return url.set(drivername="postgresql+psycopg") if url.drivername in ("postgresql", "postgres") else url


def _server(url: URL) -> Engine:
    try:
        return create_engine(url, connect_args={"connect_timeout": int(PATIENCE)})
    except ModuleNotFoundError as fault:
        raise LedgerError(f"PostgreSQL needs {fault.name}: install onrecord[postgresql].") from fault


def _look(path: Path, readonly: bool) -> bool:
    """Whether a file can only be read, by its permissions."""
    if path.is_dir():
        raise LedgerError(f"{path} is a folder. Name a file in it for the ledger.")
    if path.exists():
        return not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    if readonly:
        raise LedgerError(f"There is no ledger at {path} to read. Collect first, or name another file.")
    if not path.parent.is_dir():
        raise LedgerError(f"There is no folder {path.parent} for the ledger. Make it, or name another place.")
    return False


def _mode(path: Path, readonly: bool) -> str:
    """How SQLite opens the file. Where nobody can write, and no log waits, it needs no files beside it."""
    if not readonly:
        return "mode=rwc"
    log = path.with_name(path.name + "-wal")
    waiting = log.exists() and log.stat().st_size > 0
    return "mode=ro" if waiting or os.access(path.parent, os.W_OK) else "mode=ro&immutable=1"


def _sqlite(uri: str, pool: type[QueuePool] | type[StaticPool]) -> Engine:
    def opened() -> sqlite3.Connection:
        connection = sqlite3.connect(
            uri, uri=uri.startswith("file:"), timeout=PATIENCE, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA cache_size=-16000")  # 16 MB: ids are hashes, so their index is met all over
        connection.execute("PRAGMA wal_autocheckpoint=4000")
        return connection

    engine = create_engine("sqlite://", creator=opened, poolclass=pool)
    # The driver would begin transactions late and not before DDL: begin them ourselves.
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one state of the ledger from its first to its last query."""
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that is kept whole or not at all. On SQLite it takes the only pen before it looks."""
    with engine.connect() as connection:
        connection.execution_options(writes=True)
        with connection.begin():
            yield connection
