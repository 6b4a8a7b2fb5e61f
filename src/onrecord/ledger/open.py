"""The front door: a path or a database URL in, a ledger out."""

from pathlib import Path

from onrecord.ledger.memory import MemoryLedger
from onrecord.protocols import Ledger


def open_ledger(where: str | Path, *, readonly: bool = False) -> Ledger:
    """Open the ledger at a path (SQLite) or SQLAlchemy URL (SQLite, PostgreSQL); ":memory:" is gone at the end.

    A new ledger is made where there is none, an older one is brought up to date; one that cannot be written is opened
    for reading. Raises LedgerError, which says what to do, where none of this can be.
    """
    if str(where) == ":memory:":
        return MemoryLedger()
    # SQLAlchemy takes half a second to load, which commands that need no ledger should not pay.
    from onrecord.ledger.engine import connect  # noqa: PLC0415
    from onrecord.ledger.sql import SqlLedger  # noqa: PLC0415

    engine, name, locked = connect(str(where), readonly)
    return SqlLedger(engine, name, locked)
