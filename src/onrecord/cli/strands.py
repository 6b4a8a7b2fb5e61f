"""The command that lists running sub-stories: strands."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
import typer
from rich.text import Text

from onrecord.cli.console import emit, out
from onrecord.cli.options import Day, Json, LedgerAt, StoryFolder
from onrecord.cli.setup import desk, settings
from onrecord.events import strands as gather
from onrecord.newsroom import clock
from onrecord.newsroom.day import view_of
from onrecord.records import Document, Story, Strand


def strands(where: StoryFolder = Path(), on: Day = None, ledger: LedgerAt = None, as_json: Json = False) -> None:
    """List the sub-stories that the reports up to a day tell, the one last told of first.

    Example: onrecord strands examples/ukraine --day 2024-12-15
    """
    with desk(settings(where, ledger=ledger), lambda stage, done: None, readonly=True) as at:
        day = clock.day(on, at.story, at.ledger.latest(at.at), at.at)
        view = view_of(at, day)
        story = at.story
    documents = {document.id: document for document in view.documents}
    found = sorted(gather(documents.values()), key=lambda t: t.last.timestamp() if t.last else 0.0, reverse=True)
    if as_json:
        for strand in found:
            emit(row(strand, documents))
    elif found:
        tell(found, documents, story)
    else:
        out.print(f"No report up to {day} is on record.", style="dim", markup=False)


def row(strand: Strand, documents: dict[str, Document]) -> dict[str, Any]:
    """A strand as plain JSON, with its outlets and the titles of its reports."""
    told = [documents[id] for id in strand.documents]
    more = {"outlets": sorted({d.source for d in told}), "titles": [d.title for d in told]}
    return {**msgspec.to_builtins(strand), **more}


def tell(found: Iterable[Strand], documents: dict[str, Document], story: Story) -> None:
    """Print strands of several reports for people; those of one report are counted."""
    alone = 0
    for strand in found:
        told = [documents[id] for id in strand.documents]
        if len(told) == 1:
            alone += 1
            continue
        outlets = len({d.source for d in told})
        out.print(Text(", ".join(strand.words), "bold"), Text(f"· {len(told)} reports in {outlets} outlets", "dim"))
        for name, document in (("first", told[0]), ("last", told[-1])):
            out.print(f"  {name:5} {credit(document, story)}: {document.title}", markup=False)
    if alone:
        out.print(f"{alone} more reports, each of something else", style="dim", markup=False)


def credit(document: Document, story: Story) -> str:
    """Who published a report, and when in the story's time zone."""
    source = story.source(document.source)
    when = document.published.astimezone(story.zone).strftime("%-d %B %Y, %H:%M") if document.published else "undated"
    return f"{source.name if source else document.source}, {when}"


def register(app: typer.Typer) -> None:
    """Add this command to the command line."""
    app.command()(strands)
