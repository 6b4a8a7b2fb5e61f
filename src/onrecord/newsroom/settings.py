"""Where a story keeps its things, from options and environment, read once at the edge."""

import os
from dataclasses import dataclass
from pathlib import Path

LEDGER = "ONRECORD_LEDGER"


@dataclass(frozen=True, kw_only=True)
class Settings:
    """`folder` holds story.toml; `ledger` is a path or database URL; `raw` keeps original bytes.

    `out` gets the briefings, `cache` what the fetcher remembers between runs.
    """

    folder: Path
    ledger: str
    raw: Path
    out: Path
    cache: Path
    window: int = 30
    """Days before the cutoff whose documents are linked; older ones stay in the ledger."""
    offline: bool = False


def settings(
    folder: Path, *, ledger: str | None = None, out: Path | None = None, home: Path | None = None, offline: bool = False
) -> Settings:
    """Settings of the story in `folder`. `home` (default: its .onrecord folder) holds all that onrecord writes."""
    folder = folder.parent if folder.is_file() else folder
    home = home or folder / ".onrecord"
    return Settings(
        folder=folder,
        ledger=ledger or os.environ.get(LEDGER) or str(home / "ledger.sqlite"),
        raw=home / "raw",
        out=out or (folder / "briefings" if home == folder / ".onrecord" else home / "briefings"),
        cache=home / "cache",
        offline=offline,
    )
