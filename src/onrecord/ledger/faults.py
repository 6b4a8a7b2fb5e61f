"""What a database says when it cannot go on, as one line that a user can act on."""

from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
from sqlalchemy.exc import SQLAlchemyError

from onrecord.errors import LedgerError

REASONS = (
    ("locked", "is in use by another program. Wait until that has ended, then run again."),
    ("busy", "is in use by another program. Wait until that has ended, then run again."),
    ("disk is full", "cannot grow: the disk is full. Nothing that was stored is lost; make room, then run again."),
    ("no space left", "cannot grow: the disk is full. Nothing that was stored is lost; make room, then run again."),
    ("readonly", "is read-only. Make the file and its folder writable, then run again."),
    ("read-only", "is read-only. Make the file and its folder writable, then run again."),
    ("permission denied", "may not be opened by this user. Change its permissions, then run again."),
    ("not a database", "is not a ledger. Name another file, or move this one away."),
    ("malformed", "is damaged. Put back a copy of it, or collect into a new one."),
    ("disk i/o error", "cannot be read or written: the disk reports an error. Put back a copy of it."),
    ("unable to open", "cannot be opened. See that its folder exists and that you may read and write there."),
)
"""What the database's message contains, and what we say of the ledger."""


@contextmanager
def guard(where: str) -> Iterator[None]:
    """Turn faults of the database into LedgerError, naming the ledger `where`."""
    try:
        yield
    except SQLAlchemyError as fault:
        raise LedgerError(explain(where, str(getattr(fault, "orig", None) or fault))) from fault
    except (msgspec.MsgspecError, ValueError) as fault:
        raise LedgerError(f"The ledger {where} is damaged: {fault}. Put back a copy of it.") from fault


def explain(where: str, message: str) -> str:
    """One line for what a database said."""
    low = message.lower()
    known = (reason for word, reason in REASONS if word in low)
    return f"The ledger {where} " + next(known, "cannot be used: " + " ".join(message.split()))
