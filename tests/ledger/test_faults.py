"""Faults of a database in words that a user can act on."""

import pytest
from sqlalchemy.exc import OperationalError

from onrecord.errors import LedgerError
from onrecord.ledger.faults import explain, guard


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("database is locked", "in use by another program"),
        ("database or disk is full", "the disk is full"),
        ("could not extend file: No space left on device", "the disk is full"),
        ("attempt to write a readonly database", "is read-only"),
        ("file is not a database", "is not a ledger"),
        ("database disk image is malformed", "is damaged"),
        ("something\n  new", "cannot be used: something new"),
    ],
)
def test_known_faults(said: str, told: str) -> None:
    assert told in explain("floods.sqlite", said)
    with pytest.raises(LedgerError, match=r"floods\.sqlite"), guard("floods.sqlite"):
        raise OperationalError("SELECT", {}, Exception(said))


def test_other_faults_pass() -> None:
    with pytest.raises(KeyError), guard("floods.sqlite"):
        raise KeyError("a fault of the program")
