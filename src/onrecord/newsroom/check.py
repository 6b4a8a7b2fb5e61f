"""A finished file -> what does not stand in it: the file is read afresh, whoever wrote it."""

from pathlib import Path

import msgspec

from onrecord.briefing import FORMATS, verify, write
from onrecord.errors import CheckError, UsageError
from onrecord.newsroom.day import Desk, basis_of
from onrecord.protocols import Reader
from onrecord.records import Briefing, Problem, Story

UNLIKE = (
    "is not what this ledger gives for the day. If a person edited it, --edited checks its sentences alone; "
    "if another version wrote it, `onrecord brief` writes it again."
)
CHANGED = "differs from what its JSON renders to: it was changed after it was written."
RENDERED = {".html": "page", ".htm": "page", ".md": "markdown"}


def examine(desk: Desk, path: Path, reader: Reader, *, edited: bool = False) -> tuple[Briefing, tuple[Problem, ...]]:
    """The briefing in `path` and every part of it that the ledger does not support.

    A page or Markdown file must be, to the byte, what its JSON beside it renders to; so must the JSON itself, in which
    another program might read a key twice where we read it once. What it says is verified. Unless a person `edited`
    it, it must also be the briefing that this ledger gives for its day.
    """
    data = _load(path.with_suffix(".json"))
    briefing = _parse(data, path.with_suffix(".json"), desk.story)
    basis = basis_of(desk, reader, briefing.day, briefing.length)
    problems = list(verify(briefing, basis.view, desk.story, reader, basis.events, basis.memory))
    form = RENDERED.get(path.suffix, "json")
    if data != FORMATS["json"](briefing).encode() or _load(path) != FORMATS[form](briefing).encode():
        problems.append(_problem(path.name, CHANGED))
    if not edited:
        again = write(briefing.day, basis.events, basis.view, basis.memory, desk.story, reader, briefing.length)
        problems += [_problem(name, UNLIKE) for name in differences(briefing, again)]
    return briefing, tuple(problems)


def differences(left: Briefing, right: Briefing) -> tuple[str, ...]:
    """Which parts of two briefings differ, in the order of the page: "headline", "section conflicts"."""
    named = {section.name: section for section in right.sections}
    parts = [f"section {s.name}" for s in left.sections if named.get(s.name) != s]
    parts += [f"section {name}" for name in named if name not in {s.name for s in left.sections}]
    fields = [f for f in left.__struct_fields__ if f != "sections" and getattr(left, f) != getattr(right, f)]
    order = [s.name for s in left.sections] != [s.name for s in right.sections] and not parts
    return (*fields, *parts, *(["the order of sections"] if order else []))


def _parse(data: bytes, path: Path, story: Story) -> Briefing:
    """The briefing in a file's bytes. Raises CheckError where there is none, or none of this story's days."""
    try:
        briefing = Briefing.parse(data)
    except (msgspec.MsgspecError, ValueError) as fault:
        raise CheckError(f"{path} is not a briefing: {fault}.") from None
    if not story.first_day <= briefing.day <= story.first_day.replace(year=9000):
        raise CheckError(f"{path} is no briefing of this story, whose first day is {story.first_day}.")
    return briefing


def _problem(subject: str, message: str) -> Problem:
    return Problem(subject=subject, stage="check", message=message)


def _load(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise UsageError(f"{path} cannot be read ({fault.strerror}). `onrecord brief` writes it.") from None
