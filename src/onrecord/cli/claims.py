"""The command that reads the claims of files, without a ledger: it loads no more than it needs."""

from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from onrecord.claims import Extractor
from onrecord.cli.console import complain, emit, out
from onrecord.cli.options import Json
from onrecord.errors import UsageError
from onrecord.newsroom import clock, lines
from onrecord.newsroom.attempt import attempt
from onrecord.newsroom.story import load
from onrecord.records import Problem, Source, SourceKind, Story
from onrecord.sources import open_file


def claims(
    files: Annotated[list[Path], typer.Argument(help="Texts, pages, feeds, JSON Lines.")],
    published: Annotated[str, typer.Option(help="When undated files were published: 2024-12-15, or with a time.")] = "",
    story: Annotated[Path | None, typer.Option("--story", help="The story's folder: names, places, parties.")] = None,
    source: Annotated[str, typer.Option(help="Id of the source that published the files.")] = "",
    as_json: Json = False,
) -> None:
    """Read the claims of files, without a ledger.

    Example: onrecord claims report.txt --published 2024-12-15 --story examples/ukraine --json
    """
    about = load(story) if story else Story(title="", first_day=clock.now().date(), time_zone="UTC")
    if source and about.source(source) is None:
        raise UsageError(f"--source {source!r}: story.toml has no source with this id.")
    reader = Extractor(about)
    for path in files:
        for line in _read(path, about, source, published, reader):
            emit(line) if as_json else _print(line)
    if missing := [str(path) for path in files if not path.exists()]:
        raise UsageError(f"{', '.join(missing)}: no such file.")


def _read(path: Path, about: Story, source: str, published: str, reader: Extractor) -> list[dict[str, Any]]:
    """The lines of one file: one a document, or one that carries the problems where there is no document."""
    when = clock.parse(published, about) if published else None
    origin = about.source(source) or Source(id=source or "file", name=str(path), kind=SourceKind.MEDIA)
    items = list(open_file(path, origin, about.zone, published=when, sources=about.sources))
    problems = [item for item in items if isinstance(item, Problem)]
    documents = [item.document for item in items if not isinstance(item, Problem)]
    if not documents:
        return [lines.failure(str(path), problems)]
    made = []
    for index, document in enumerate(documents):
        reading = attempt(reader, document)
        name = str(path) if len(documents) == 1 else f"{path}#{index + 1}"
        extra = tuple(problems) if index == 0 else ()
        made.append(lines.reading(name, msgspec.structs.replace(reading, problems=extra + reading.problems)))
    return made


def _print(line: dict[str, Any]) -> None:
    """One document's claims for people: who, how, what."""
    out.print(line["doc"], style="bold", markup=False)
    for claim in line["claims"]:
        speaker = claim["speaker"] or {}
        who = speaker.get("name") or "(narrator)"
        out.print(f"  {who} · {claim['stance']} · {claim['kind']}", style="cyan", markup=False)
        out.print(f"    {claim['proposition']['text']}", markup=False)
    complain([Problem(**problem) for problem in line["problems"]])


def register(app: typer.Typer) -> None:
    """Add this command to the command line."""
    app.command()(claims)
