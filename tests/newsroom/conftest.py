"""The flood with reports that take back what others said, on a desk that has read it."""

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from onrecord.claims import Extractor
from onrecord.ledger import MemoryLedger
from onrecord.newsroom import clock, day
from onrecord.newsroom.settings import settings
from onrecord.newsroom.story import load

FLOOD = Path(__file__).parents[2] / "examples" / "flood"
READER = Extractor(load(FLOOD))
NOTE = """Board takes back its word on the dam

The Tessaro Water Board has withdrawn its statement that the Cimalva dam is spilling as it was built to.

Corvelha's mayor retracted his claim that the hospital had burned down.
"""
LATER = (
    "Nine people have died in the flooded town of Alvedra, its mayor said on Tuesday.\n\n"
    "Neighbouring Ostreia offered one helicopter and 30 divers, its government said.\n\n"
    "An earlier version of this report said that Ostreia offered two helicopters. That was wrong."
)


def flood(folder: Path) -> Path:
    """The flood, with a note that takes two statements back and a later version of a wire report."""
    made = Path(shutil.copytree(FLOOD, folder / "flood"))
    (made / "reports" / "valley-post" / "2025-03-12T2000 note.txt").write_text(NOTE)
    wire = made / "reports" / "wire-d.jsonl"
    old = json.loads(wire.read_text().splitlines()[1])
    new = old | {"published": "2025-03-12T18:30:00+00:00", "text": LATER}
    wire.write_text(wire.read_text().rstrip("\n") + "\n" + json.dumps(new) + "\n")
    return made


def opened(folder: Path) -> day.Desk:
    """A desk that has collected and read a story."""
    desk = day.Desk(load(folder), settings(folder, offline=True), MemoryLedger(), clock.now())
    day.collect(desk)
    day.read(desk, READER)
    return desk


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> day.Desk:
    """The flood with what takes some of it back."""
    return opened(flood(tmp_path_factory.mktemp("redress")))


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> day.Desk:
    """The flood as it is."""
    return opened(Path(shutil.copytree(FLOOD, tmp_path_factory.mktemp("plain") / "flood")))


@pytest.fixture(scope="session")
def reader() -> Extractor:
    """The flood's reader."""
    return READER


@pytest.fixture(scope="session")
def edition() -> Callable[[day.Desk, int], day.Edition]:
    """edition(desk, number) -> the edition of that day of the flood."""
    return lambda desk, number: day.brief(desk, READER, date(2025, 3, 9 + number))
