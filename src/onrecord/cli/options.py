"""Options that several commands share."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

StoryFolder = Annotated[Path, typer.Argument(help="The story's folder, with story.toml in it.", show_default="here")]
LedgerAt = Annotated[
    str | None,
    typer.Option("--ledger", help="Ledger file or database URL. Default: STORY/.onrecord/ledger.sqlite."),
]
Out = Annotated[Path | None, typer.Option("--out", help="Folder for briefings. Default: STORY/briefings.")]
Day = Annotated[str | None, typer.Option("--day", help="Day of the briefing, as 2024-12-15. Default: the latest.")]
Long = Annotated[str | None, typer.Option("--length", help="short, normal or long.", show_default="normal")]
Sentences = Annotated[int | None, typer.Option("--sentences", help="The most sentences, in place of --length.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for scripts, one object a line.")]
Offline = Annotated[bool, typer.Option("--offline", help="Open no connection; use files only.")]


@dataclass(frozen=True)
class Shown:
    """How much the user wants to see."""

    quiet: bool = False
    json: bool = False

    @property
    def silent(self) -> bool:
        """Whether progress and tables stay out."""
        return self.quiet or self.json
