"""Where a story keeps its things."""

from pathlib import Path

import pytest

from onrecord.newsroom.settings import LEDGER, settings


def test_everything_lies_beside_the_story(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(LEDGER, raising=False)
    made = settings(Path("flood"))
    assert (made.ledger, made.out) == ("flood/.onrecord/ledger.sqlite", Path("flood/briefings"))


def test_option_wins_over_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LEDGER, "postgresql://desk/flood")
    assert settings(Path("flood")).ledger == "postgresql://desk/flood"
    assert settings(Path("flood"), ledger="x.sqlite").ledger == "x.sqlite"


def test_home_holds_all_that_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(LEDGER, raising=False)
    made = settings(Path("flood"), home=Path("demo"))
    assert (made.ledger, made.raw, made.out) == ("demo/ledger.sqlite", Path("demo/raw"), Path("demo/briefings"))
