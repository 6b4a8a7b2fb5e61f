"""Commands that look: show, check, export, schema."""

import sys
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from onrecord.claims import Extractor
from onrecord.cli.console import complain, emit, err, out
from onrecord.cli.options import Day, Json, LedgerAt, Out, Quiet, StoryFolder
from onrecord.cli.setup import desk, settings
from onrecord.cli.walk import walk
from onrecord.errors import CheckError, UsageError
from onrecord.newsroom import clock, lines
from onrecord.newsroom.check import examine
from onrecord.newsroom.export import WHAT, export_rows, save
from onrecord.newsroom.since import since
from onrecord.records import PUBLISHED
from onrecord.records.schema import schema as schema_of

StoryOption = Annotated[Path, typer.Option("--story", help="The story's folder.", show_default="here")]


def show(
    ident: Annotated[str, typer.Argument(metavar="ID", help="Id of a sentence, event, claim or document.")],
    story: StoryOption = Path(),
    on: Day = None,
    ledger: LedgerAt = None,
    to: Out = None,
) -> None:
    """Walk a sentence, an event, a claim or a document back to its characters.

    Example: onrecord show c-0123456789abcdef0123 --story examples/ukraine
    """
    with desk(settings(story, ledger=ledger, out=to), lambda stage, done: None, readonly=True) as at:
        out.print(walk(at, ident, on), soft_wrap=False)


def check(
    where: StoryFolder = Path(),
    file: Annotated[
        Path | None, typer.Argument(help="A briefing: .json, .html or .md.", show_default="--day's")
    ] = None,
    on: Day = None,
    edited: Annotated[bool, typer.Option("--edited", help="A person edited it: check what it says alone.")] = False,
    ledger: LedgerAt = None,
    to: Out = None,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Read a finished briefing afresh against the ledger; exit code 6 if anything in it does not stand.

    Example: onrecord check examples/ukraine --day 2024-12-15
    """
    with desk(settings(where, ledger=ledger, out=to), lambda stage, done: None, readonly=True) as at:
        path = file or at.settings.out / f"{clock.day(on, at.story, at.ledger.latest(at.at), at.at)}.json"
        briefing, problems = examine(at, path, Extractor(at.story), edited=edited)
        later = since(at, briefing)
    if as_json:
        listed = {"problems": [lines.plain(p) for p in problems], "since": [lines.plain(p) for p in later]}
        emit({"file": str(path), "stands": not problems, **listed})
    if problems:
        if not as_json:
            complain(problems)
        raise CheckError(f"{path}: {len(problems)} parts do not stand on their evidence.")
    if not quiet and not as_json:
        count = sum(len(section.sentences) for section in briefing.sections)
        out.print(f"{path}: all {count} sentences stand on their evidence.", markup=False)
    if later and not quiet and not as_json:
        complain(later)
        err.print(f"Uses of what was taken back since: {len(later)}.", markup=False)


def export(
    where: StoryFolder = Path(),
    what: Annotated[str, typer.Option(help=f"One of {', '.join(WHAT)}.")] = "claims",
    form: Annotated[str, typer.Option("--format", help="csv, jsonl or parquet.")] = "csv",
    to: Annotated[Path | None, typer.Option("--out", help="File to write. Default: standard output.")] = None,
    on: Day = None,
    ledger: LedgerAt = None,
) -> None:
    """Hand the record over as a table.

    Example: onrecord export examples/ukraine --what claims --format parquet --out claims.parquet
    """
    with desk(settings(where, ledger=ledger), lambda stage, done: None, readonly=True) as at:
        day = clock.day(on, at.story, at.ledger.latest(at.at), at.at)
        count = save(export_rows(at, what, day), what, form, to)
    err.print(f"{count:,} rows" + (f" in {to}" if to else ""), markup=False)


def schema(
    name: Annotated[str, typer.Argument(help=f"One of {', '.join(r.__name__ for r in PUBLISHED)}.")],
) -> None:
    """Print the JSON Schema of a record.

    Example: onrecord schema Claim
    """
    found = {record.__name__.lower(): record for record in PUBLISHED}.get(name.lower())
    if found is None:
        raise UsageError(f"{name!r} is no published record: there are {', '.join(r.__name__ for r in PUBLISHED)}.")
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(schema_of(found))).decode() + "\n")


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    for command in (show, check, export, schema):
        app.command()(command)
