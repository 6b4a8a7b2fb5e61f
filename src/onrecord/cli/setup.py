"""What the commands that work on a ledger need before they begin: the story's desk."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.ledger import open_ledger
from onrecord.newsroom import clock
from onrecord.newsroom.day import Desk
from onrecord.newsroom.settings import Settings, settings
from onrecord.newsroom.story import load
from onrecord.protocols import Tick

__all__ = ["desk", "settings"]


@contextmanager
def desk(where: Settings, tick: Tick, *, readonly: bool = False) -> Iterator[Desk]:
    """The story's desk with its ledger open. Raises StoryError or LedgerError."""
    story = load(where.folder)
    if not readonly and "://" not in where.ledger:
        Path(where.ledger).parent.mkdir(parents=True, exist_ok=True)
    ledger = open_ledger(where.ledger, readonly=readonly)
    try:
        yield Desk(story, where, ledger, clock.now(), tick)
    finally:
        ledger.close()
