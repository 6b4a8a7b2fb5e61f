"""Briefing -> files: page, Markdown and JSON, each put in place whole or not at all."""

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from onrecord.briefing import FORMATS, lengths
from onrecord.errors import OnrecordError, UsageError
from onrecord.protocols import Renderer
from onrecord.records import Briefing, Length


def renderer(name: str) -> Renderer:
    """The renderer of a format. Raises UsageError that lists the formats there are."""
    try:
        return FORMATS[name]
    except KeyError:
        raise UsageError(f"--format {name!r}: there are {', '.join(sorted(FORMATS))}.") from None


def measure(name: str | None, sentences: int | None) -> Length:
    """The length of `--length` or `--sentences`; normal without either. Raises UsageError for what is no length."""
    if sentences is not None and name is not None:
        raise UsageError("--length and --sentences: give one of them.")
    if sentences is not None:
        if sentences < 1:
            raise UsageError(f"--sentences {sentences}: give the most sentences, 1 or more.")
        normal = lengths()["normal"]
        return Length(sentences=sentences, event=max(1, min(normal.event, sentences // 6)))
    try:
        return lengths()[name or "normal"]
    except KeyError:
        raise UsageError(f"--length {name!r}: there are {', '.join(lengths())}.") from None


def publish(briefing: Briefing, out: Path) -> dict[str, Path]:
    """Write the briefing in every format to `out`, named by its day; where each lies."""
    suffixes = {"page": "html", "markdown": "md", "json": "json"}
    made = {}
    for name, render in sorted(FORMATS.items()):
        path = out / f"{briefing.day}.{suffixes.get(name, name)}"
        place(path, render(briefing))
        made[name] = path
    return made


def place(path: Path, text: str) -> None:
    """Write a text file as UTF-8, atomically."""
    place_bytes(path, text.encode())


def place_bytes(path: Path, data: bytes) -> None:
    """Write a file atomically: who looks sees the old file or the new one. Raises OnrecordError where it cannot."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.new")
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as fault:
        raise OnrecordError(f"{path} cannot be written ({fault.strerror or fault}): choose another --out.") from None


def briefings(out: Path) -> Iterator[Briefing]:
    """The briefings that were written to `out`, latest day first; files that are none are passed over."""
    for path in sorted(out.glob("*.json"), reverse=True):
        try:
            yield Briefing.parse(path.read_bytes())
        except (OSError, msgspec.MsgspecError, ValueError):
            continue
