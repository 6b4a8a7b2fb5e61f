"""The command that judges: what a person says of two claims or events, taken back or listed."""

import getpass
import re
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from onrecord.cli.console import complain, out, write
from onrecord.cli.options import Day, Json, LedgerAt, Quiet, StoryFolder
from onrecord.cli.setup import desk, settings
from onrecord.errors import UsageError
from onrecord.newsroom import clock
from onrecord.newsroom.acts import acts
from onrecord.newsroom.day import Desk
from onrecord.newsroom.judge import WORDS, Judge, take_back, word
from onrecord.newsroom.judge import judge as keep
from onrecord.records import Ruling

IDENT = re.compile(r"[cel]-[0-9a-f]+")
HOW = f"Write `onrecord judge STORY ID WORD ID`; WORD is one of {', '.join(WORDS)}."


def judge(
    where: StoryFolder = Path(),
    said: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID WORD ID", help=f"Two claims or events, and in between {', '.join(WORDS)}."),
    ] = None,
    note: Annotated[str, typer.Option(help="Why, in your own words.")] = "",
    by: Annotated[str, typer.Option(help="Who judges.", show_default="who is logged in")] = "",
    on: Day = None,
    back: Annotated[bool, typer.Option("--take-back", help="Take back what you judged of the two.")] = False,
    listed: Annotated[bool, typer.Option("--list", help="List what was judged, by whom, and how it stands.")] = False,
    ledger: LedgerAt = None,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Say that two claims or events are the same happening or not, have one origin or two, count one thing or two.

    It counts from the briefing of --day on, outlives every run, and can be taken back; nothing is ever deleted.

    Example: onrecord judge examples/ukraine c-0123456789abcdef0123 not-same e-0123456789abcdef0123 --note "next night"
    """
    folder, words = _shift(where, said or [])
    with desk(settings(folder, ledger=ledger), lambda stage, done: None, readonly=listed) as at:
        day = clock.day(on, at.story, at.ledger.latest(at.at), at.at)
        if listed:
            if words or back:
                raise UsageError(
                    f"--list takes nothing beside it but the story, not {' '.join(words) or '--take-back'}."
                )
            _list(at, acts(at.ledger.judgements()), as_json)
            return
        ids, meant = _split(words)
        who = Judge(by or _login(), day, " ".join(note.split()))
        if back:
            made, problems = take_back(at, ids, who, meant)
        else:
            if len(ids) != 2 or not meant:
                raise UsageError(f"A judgement is on two claims or events. {HOW}")
            made, problems = keep(at, (ids[0], ids[1]), meant, who)
        if as_json:
            write(made)
        elif not quiet:
            out.print(f"{_told(made)}. It counts from the briefing of {day} on (day {at.story.number(day):,}).")
        complain(problems)


def _shift(where: Path, said: list[str]) -> tuple[Path, list[str]]:
    """The story's folder and what is said; the folder may be left out, as where one stands in it."""
    first = str(where)
    if (IDENT.fullmatch(first) or first in WORDS) and not where.exists():
        return Path(), [first, *said]
    return where, said


def _split(words: list[str]) -> tuple[tuple[str, ...], str]:
    """The ids that are named, and what is said of them, in any order."""
    ids = tuple(w for w in words if re.match(r"[cel]-", w))
    rest = [w for w in words if w not in ids]
    if len(rest) > 1 or not 1 <= len(ids) <= 2:
        raise UsageError(f"{' '.join(words) or 'Nothing'}: that is no judgement. {HOW}")
    if rest and rest[0] not in WORDS:
        raise UsageError(f"{rest[0]!r} is no judgement. {HOW}")
    return ids, rest[0] if rest else ""


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise UsageError("Nobody is logged in: name the person who judges with --by.") from None


def _told(made: Ruling) -> str:
    return f"{made.by} judges {made.left} {word(made.relation, made.judgement)} {made.right}"


def _list(at: Desk, found: tuple[Ruling, ...], as_json: bool) -> None:
    if as_json:
        for made in found:
            write(made)
        return
    if not found:
        out.print("Nothing was judged yet.")
        return
    for made in found:
        when = made.at.astimezone(at.story.zone).strftime("%Y-%m-%d %H:%M") if made.at else "at no told time"
        first = f" · from {at.story.day_of(made.seen)} on" if made.seen else ""
        out.print(Text.assemble((made.id, "bold"), f" · {made.state}{first}"))
        out.print(f"  {_told(made)}, {when}", markup=False)
        if made.note:
            out.print(f"  {made.note}", style="dim", markup=False)


def register(app: typer.Typer) -> None:
    """Add this command to the command line."""
    app.command()(judge)
