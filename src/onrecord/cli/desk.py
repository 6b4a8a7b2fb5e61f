"""Commands that work: new, collect, read, brief, run, demo."""

import sys
import time
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from onrecord.claims import Extractor
from onrecord.cli.console import complain, emit, figures, out, progress
from onrecord.cli.options import (
    Day,
    Json,
    LedgerAt,
    Long,
    Offline,
    Out,
    Quiet,
    Sentences,
    Shown,
    StoryFolder,
)
from onrecord.cli.setup import desk, settings
from onrecord.newsroom import clock, day, press, story
from onrecord.newsroom.day import Desk, Edition, Intake
from onrecord.newsroom.demo import DAYS, example
from onrecord.newsroom.lines import plain
from onrecord.newsroom.settings import Settings
from onrecord.records import Length, Problem

NOTHING = Intake(0, ())


def new(
    name: Annotated[Path, typer.Argument(help="Folder to make.")],
    title: Annotated[str, typer.Option(help="Title of the story. Default: the folder's name.")] = "",
) -> None:
    """Make a story folder with a commented story.toml.

    Example: onrecord new valley-flood --title "Flood in the valley"
    """
    path = story.new(name, title or name.name.replace("-", " ").capitalize())
    out.print(f"{path} is ready: fill in parties and sources, then `onrecord run {name}`.", markup=False)


def collect(
    where: StoryFolder = Path(),
    ledger: LedgerAt = None,
    offline: Offline = False,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Bring documents in from the story's files, feeds and pages.

    Example: onrecord collect examples/ukraine --offline
    """
    shown = Shown(quiet, as_json)
    with progress(shown.silent) as tick, desk(settings(where, ledger=ledger, offline=offline), tick) as at:
        intake = day.collect(at)
    report(shown, {"documents": intake.documents, "problems": len(intake.problems)}, intake)


def read(where: StoryFolder = Path(), ledger: LedgerAt = None, quiet: Quiet = False, as_json: Json = False) -> None:
    """Read the claims of every document that was not read yet.

    Example: onrecord read examples/ukraine
    """
    shown = Shown(quiet, as_json)
    with progress(shown.silent) as tick, desk(settings(where, ledger=ledger), tick) as at:
        count = day.read(at, Extractor(at.story))
    report(shown, {"new statements": count})


def brief(
    where: StoryFolder = Path(),
    on: Day = None,
    form: Annotated[str, typer.Option("--format", help="Print one format: page, markdown or json.")] = "",
    ledger: LedgerAt = None,
    to: Out = None,
    long: Long = None,
    sentences: Sentences = None,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Write the briefing of a day from what is on record: page, Markdown and JSON, or print one of them.

    Example: onrecord brief examples/ukraine --day 2024-12-15 --format json
    """
    shown, begun = Shown(quiet, as_json), time.monotonic()
    render, length = press.renderer(form) if form else None, press.measure(long, sentences)
    with (
        progress(shown.silent or bool(form)) as tick,
        desk(settings(where, ledger=ledger, out=to), tick, readonly=True) as at,
    ):
        made = written(at, on, length)
    if render:
        sys.stdout.write(render(made.briefing))
    else:
        finish(shown, made, press.publish(made.briefing, at.settings.out), begun)


def run(
    where: StoryFolder = Path(),
    on: Day = None,
    ledger: LedgerAt = None,
    to: Out = None,
    long: Long = None,
    sentences: Sentences = None,
    offline: Offline = False,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Do all of it: collect, read, and write the day's briefing.

    Example: onrecord run examples/ukraine --day 2024-12-15
    """
    length = press.measure(long, sentences)
    whole(settings(where, ledger=ledger, out=to, offline=offline), (on,), Shown(quiet, as_json), length)


def demo(
    to: Annotated[Path, typer.Option("--to", help="Folder for the demo's ledger and pages.")] = Path("onrecord-demo"),
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Read the example story offline and write the briefings of days 1,025 and 1,026.

    Example: onrecord demo
    """
    with example() as folder:
        whole(settings(folder, home=to, offline=True), DAYS, Shown(quiet, as_json))


def whole(where: Settings, days: tuple[str | None, ...], shown: Shown, length: Length | None = None) -> None:
    """Collect, read, and publish the briefings of `days`; tell of the last."""
    begun = time.monotonic()
    with progress(shown.silent) as tick, desk(where, tick) as at:
        intake = day.collect(at)
        day.read(at, Extractor(at.story))  # Let go of with its weights before the claims are linked.
        reader = Extractor(at.story)
        for on in days:
            made = written(at, on, length, reader)
            paths = press.publish(made.briefing, at.settings.out)
    finish(shown, made, paths, begun, intake.problems)


def written(at: Desk, on: str | None, length: Length | None = None, reader: Extractor | None = None) -> Edition:
    """The edition of the day that `--day` means."""
    wanted: date = clock.day(on, at.story, at.ledger.latest(at.at), at.at)
    return day.brief(at, reader or Extractor(at.story), wanted, length)


def finish(
    shown: Shown, edition: Edition, paths: dict[str, Path], begun: float, problems: tuple[Problem, ...] = ()
) -> None:
    """Tell what the briefing counts, what went wrong, and where the page lies."""
    made, seconds = edition.briefing, time.monotonic() - begun
    problems = (*problems, *edition.problems)
    counts = made.counts
    rows = {
        "documents": counts.documents,
        "claims": counts.claims,
        "independent origins": counts.origins,
        "events": counts.events,
        "conflicts": counts.conflicts,
        "sentences": counts.sentences,
        "problems": counts.problems + len(problems),
    }
    if shown.json:
        head = {"day": made.day.isoformat(), "number": made.number, **rows, "seconds": round(seconds, 2)}
        emit(head | {name: str(path) for name, path in paths.items()} | {"list": [plain(p) for p in problems]})
    if shown.silent:
        return
    complain((*problems, *made.dropped))
    out.print(f"{made.story}: what we know on day {made.number:,}", style="bold", markup=False)
    figures([(name, f"{value:,}") for name, value in rows.items()] + [("seconds", f"{seconds:.1f}")])
    out.print(f"Open {paths['page']}", markup=False)


def report(shown: Shown, rows: dict[str, int], intake: Intake = NOTHING) -> None:
    """Tell what a command did."""
    if shown.json:
        emit({**rows, "list": [plain(problem) for problem in intake.problems]})
    if not shown.silent:
        complain(intake.problems)
        figures([(name, f"{value:,}") for name, value in rows.items()])


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    for command in (new, collect, read, brief, run, demo):
        app.command()(command)
