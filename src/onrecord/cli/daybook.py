"""The command that lists the day's events: events."""

from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.cli.console import complain, out, progress, write
from onrecord.cli.desk import written
from onrecord.cli.options import Day, Json, LedgerAt, Quiet, Shown, StoryFolder
from onrecord.cli.setup import desk, settings
from onrecord.newsroom.daybook import entries
from onrecord.records import Entry, VerdictKind, When

WIDE = 130
"""Characters that a row needs at the least; a narrower terminal breaks the lines, and nothing is cut off."""


def events(
    where: StoryFolder = Path(),
    on: Day = None,
    told: Annotated[bool, typer.Option("--told", help="Only those that the briefing tells.")] = False,
    ledger: LedgerAt = None,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """List the day's events: claims, origins, verdicts, what is new, and how each scored for the briefing.

    Example: onrecord events examples/ukraine --day 2024-12-15 --json
    """
    shown = Shown(quiet, as_json)
    with progress(shown.silent) as tick, desk(settings(where, ledger=ledger), tick, readonly=True) as at:
        edition = written(at, on)
    found = [e for e in entries(edition) if e.score.told or not told]
    if as_json:
        for one in found:
            write(one)
        return
    if not quiet:
        complain(edition.problems)
    if found:
        Console(width=max(out.width, WIDE)).print(table(found, at.story.zone))
    made, how = edition.briefing, "told event" if told else "event"
    number = f"{len(found):,} {how}{'' if len(found) == 1 else 's'}" if found else f"No {how}"
    out.print(f"{number} of {made.day} (day {made.number:,})", style="dim", markup=False)


def table(found: list[Entry], zone: ZoneInfo) -> Table:
    """A row an event."""
    made = Table(box=None, padding=(0, 2, 0, 0))
    for name in ("event", "what", "when"):
        made.add_column(name, no_wrap=name == "event", overflow="fold")
    for name in ("claims", "origins", "outlets", "score"):
        made.add_column(name, justify="right")
    made.add_column("how it stands", overflow="fold", min_width=20)
    for one in found:
        counts = (len(one.claims), one.origins, one.outlets, one.score.total)
        what = ", ".join([one.kind, *([one.place.name] if one.place else [])])
        made.add_row(one.event, Text(what), span(one.moment, zone), *map(str, counts), standing(one))
    return made


def standing(one: Entry) -> Text:
    """Whether an event is told and new, what its accounts come to, and who has judged of it."""
    told = dict.fromkeys(f"{v.verdict} on {v.measure}" for v in one.verdicts if v.verdict != VerdictKind.SINGLE)
    verdicts = ", ".join(told) or ("single-source" if one.verdicts else "")
    people = ", ".join(dict.fromkeys(r.by for r in one.judgements))
    parts = [("told", "green")] * one.score.told + [("new", "bold")] * one.new
    parts += [(verdicts, "")] * bool(verdicts) + [(f"judged by {people}", "magenta")] * bool(people)
    return Text("; ").join(Text(*part) for part in parts)


def span(moment: When | None, zone: ZoneInfo) -> str:
    """An interval in few characters; an open end is an ellipsis."""
    if moment is None:
        return ""
    ends = [short(end, zone) for end in (moment.earliest, moment.latest)]
    return f"{ends[0]} to {ends[1]}"


def short(instant: datetime | None, zone: ZoneInfo) -> str:
    """A day and an hour."""
    return instant.astimezone(zone).strftime("%d %b %H:%M") if instant else "…"


def register(app: typer.Typer) -> None:
    """Add this command to the command line."""
    app.command()(events)
