"""Claim <-> rows: the only room that speaks SQL. Front door: `open_ledger`."""

from onrecord.ledger.judgements import standing
from onrecord.ledger.memory import MemoryLedger
from onrecord.ledger.open import open_ledger
from onrecord.ledger.vault import Vault

__all__ = ["MemoryLedger", "Vault", "open_ledger", "standing"]
