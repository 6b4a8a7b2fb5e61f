"""A finished file -> what does not stand in it: the file is read afresh, whoever wrote it."""

from pathlib import Path

import msgspec

from onrecord.briefing import FORMATS, verify
from onrecord.errors import CheckError, UsageError
from onrecord.events import link
from onrecord.newsroom.day import Desk, view_of
from onrecord.protocols import Reader
from onrecord.records import Briefing, Problem

RENDERED = {".html": "page", ".htm": "page", ".md": "markdown"}


def examine(desk: Desk, path: Path, reader: Reader) -> tuple[Briefing, tuple[Problem, ...]]:
    """The briefing in `path` and every part of it that the ledger does not support.

    A page or Markdown file must be, to the byte, what its JSON beside it renders to; so must the JSON itself, in which
    another program might read a key twice where we read it once. What it says is then verified.
    """
    data = _load(path.with_suffix(".json"))
    try:
        briefing = Briefing.parse(data)
    except (msgspec.MsgspecError, ValueError) as fault:
        raise CheckError(f"{path.with_suffix('.json')} is not a briefing: {fault}.") from None
    view = view_of(desk, briefing.day)
    problems = list(verify(briefing, view, desk.story, reader, link(view, desk.story)))
    form = RENDERED.get(path.suffix, "json")
    if data != FORMATS["json"](briefing).encode() or _load(path) != FORMATS[form](briefing).encode():
        message = "is not, to the byte, what this briefing renders to: it was changed after it was written."
        problems.append(Problem(subject=path.name, stage="check", message=message))
    return briefing, tuple(problems)


def _load(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise UsageError(f"{path} cannot be read ({fault.strerror}). `onrecord brief` writes it.") from None
