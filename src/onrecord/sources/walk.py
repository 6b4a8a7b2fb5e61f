"""An entry of a source's `collect` in, files in a stable order out; nothing that a folder can hold makes it hang."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from onrecord.records import Problem
from onrecord.sources.parcel import trouble
from onrecord.sources.sniff import SUFFIXES

_PATTERN = re.compile(r"[*?\[]")

LARGEST = 20_000_000
"""Bytes of the largest file that is read. A report has thousands; a year of a wire's JSON Lines can be split."""


def find(folder: Path, entry: str) -> Iterator[Path | Problem]:
    """The files of one entry: a file, a folder (walked, by name) or a glob, relative to the story's folder."""
    folder = Path(os.path.normpath(folder))
    place = Path(os.path.normpath(folder / entry))
    found = 0
    for top in _tops(folder, entry, place):
        if not top.is_dir():
            found += 1
            yield top
            continue
        for item in walk(top, folder):
            found += 1
            yield item
    if not found:
        what = (
            "matches no file" if _PATTERN.search(entry) else "holds no report" if place.is_dir() else "does not exist"
        )
        yield trouble(
            entry, f'{what} in {folder.name or folder}: put reports there, or correct "collect" in story.toml.'
        )


def _tops(folder: Path, entry: str, place: Path) -> list[Path]:
    if os.path.lexists(place):
        return [place]
    if not _PATTERN.search(entry):
        return []
    root, pattern = (
        (Path(place.anchor), str(place.relative_to(place.anchor))) if Path(entry).is_absolute() else (folder, entry)
    )
    try:
        return sorted(match for match in root.glob(pattern) if not _hidden(match.relative_to(root), pattern))
    except (ValueError, NotImplementedError, OSError):
        return []


def _hidden(match: Path, pattern: str) -> bool:
    """Whether a part of a match is hidden and the pattern did not ask for it."""
    return any(part.startswith(".") and part not in Path(pattern).parts for part in match.parts)


def called(path: Path, folder: Path) -> str:
    """What a file is called in records: its path in the story's folder, the same on every machine."""
    path, folder = Path(os.path.normpath(path)), Path(os.path.normpath(folder))
    return (path.relative_to(folder) if path.is_relative_to(folder) else path).as_posix()


def walk(top: Path, folder: Path) -> Iterator[Path | Problem]:
    """Every report below a folder, by name; hidden files are left, and a link that leads back is not followed."""
    seen: set[tuple[int, int]] = set()
    stack = [top]
    while stack:
        here = stack.pop()
        try:
            if not here.is_dir():
                yield here if here.suffix.lower() in SUFFIXES else _unasked(called(here, folder))
                continue
            mark = here.stat()
            if (mark.st_dev, mark.st_ino) in seen:
                continue
            seen.add((mark.st_dev, mark.st_ino))
            names = sorted(name for name in os.listdir(here) if not name.startswith("."))
        except OSError as error:
            yield trouble(
                called(here, folder), f"cannot be opened: {error.strerror}. Make it readable, then collect again."
            )
            continue
        stack.extend(here / name for name in reversed(names))


def _unasked(path: str) -> Problem:
    kinds = ", ".join(sorted(SUFFIXES))
    return trouble(path, f'is not read: in a folder only {kinds} are; name the file itself in "collect" to read it.')


def slurp(path: Path) -> bytes | Problem:
    """The bytes of an ordinary file, or why not: missing, unreadable, special, empty, or larger than LARGEST."""
    subject = str(path)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return trouble(subject, "is no ordinary file (a folder, pipe, socket or device): name a file.")
        with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
            size = os.fstat(file.fileno()).st_size
            data = b"" if size > LARGEST else file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return trouble(subject, f"cannot be read: {reason}. Check its name and that you may read it.")
    if max(size, len(data)) > LARGEST:
        return trouble(subject, f"has more than {LARGEST // 1_000_000} MB: split it into smaller files.")
    return data or trouble(subject, "is empty: it has 0 bytes.")
