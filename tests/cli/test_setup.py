"""The desk that options set up."""

import shutil
from pathlib import Path

import pytest

from onrecord.cli.setup import desk
from onrecord.errors import LedgerError
from onrecord.newsroom.settings import settings

FLOOD = Path(__file__).parents[2] / "examples" / "flood"


def test_desk_makes_the_ledger_s_folder(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FLOOD, tmp_path / "flood"))
    with desk(settings(folder), lambda stage, done: None) as at:
        assert at.ledger.latest() is None
    assert (folder / ".onrecord" / "ledger.sqlite").exists()


def test_looking_never_makes_a_ledger(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FLOOD, tmp_path / "flood"))
    with pytest.raises(LedgerError), desk(settings(folder), lambda stage, done: None, readonly=True):
        pass
    assert not (folder / ".onrecord").exists()
