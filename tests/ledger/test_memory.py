"""The ledger in memory; what it shares with the others is in test_contract.py."""

import time
from datetime import UTC, datetime, timedelta

from onrecord.ledger import MemoryLedger
from onrecord.records import Document

NOON = datetime(2024, 12, 14, 12, tzinfo=UTC)


def test_two_ledgers_share_nothing() -> None:
    document = Document(source="gazette", address="a", title="Flood", text="The dike broke.", published=NOON)
    MemoryLedger().add(document, NOON)
    assert MemoryLedger().document(document.id) is None


def test_adding_one_by_one_stays_fast() -> None:
    ledger = MemoryLedger()
    began = time.process_time()
    for n in range(2000):
        document = Document(source="gazette", address=str(n), title="Flood", text=f"Dike {n}.", published=NOON)
        ledger.add(document, NOON + timedelta(seconds=n))
    assert time.process_time() - began < 5
