"""story.toml <-> Story: reads the editor's file and says in which line something is wrong; writes a new one."""

import re
import tomllib
from collections import Counter
from importlib import resources
from pathlib import Path
from typing import NoReturn
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from onrecord.errors import StoryError, UsageError
from onrecord.newsroom import places
from onrecord.records import Story

FILE = "story.toml"
HEADER = re.compile(r"\s*(\[\[?)\s*([\w.\-\" ]+?)\s*\]\]?\s*(#.*)?$")
KEY = re.compile(r"\s*([\w\-]+|\"[^\"]*\")\s*=")
FAULT = re.compile(r"^(?P<what>.*?)(?: - at `(?P<where>key in )?\$?(?P<path>.*?)`)?$")
FIELD = re.compile(r"unknown field `(.+)`")


def load(folder: Path) -> Story:
    """The story of a folder (or of a story.toml itself), with its files of places; story.toml's sites win over those.

    Raises StoryError naming file, line and key.
    """
    path = folder if folder.is_file() else folder / FILE
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise StoryError(f"{path}: no such file. `onrecord new NAME` makes a story folder.") from None
    except (OSError, UnicodeDecodeError) as fault:
        raise StoryError(f"{path}: cannot be read as UTF-8 text ({fault}).") from None
    story = parse(text, path)
    return msgspec.structs.replace(story, sites=(*places.sites(path.parent), *story.sites))


def parse(text: str, path: Path) -> Story:
    """The story that `text` describes; `path` is for messages only."""
    try:
        story = msgspec.convert(tomllib.loads(text), Story)
    except tomllib.TOMLDecodeError as fault:
        raise StoryError(f"{path}: not valid TOML: {fault}.") from None
    except msgspec.ValidationError as fault:
        _refuse(str(fault), text, path)
    _check(story, text, path)
    return story


def _refuse(fault: str, text: str, path: Path) -> NoReturn:
    """Raise a validation fault again, with the line it is in."""
    match = FAULT.match(fault)
    what, where = (match["what"], match["path"] or "") if match else (fault, "")
    unknown = FIELD.search(what)
    inner = f"{where}.{unknown[1]}" if unknown else where
    raise StoryError(f"{path}, line {_line(text, inner)}: {what}{f' (in {where[1:]})' if where else ''}.")


def _line(text: str, path: str) -> int:
    """The line (from 1) of a path like `.parties[1].bodies[0].name`, or of the nearest part above it that has one."""
    known = lines(text)
    while path and path not in known:
        path = re.sub(r"(\[[^\]]*\]|\.[^.\[]*)$", "", path)
    return known.get(path, 1)


def lines(text: str) -> dict[str, int]:
    """The line of each key and table of a TOML text, by path: `.sources[0].id` -> 14."""
    known: dict[str, int] = {}
    seen: Counter[str] = Counter()
    at = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := HEADER.match(line):
            at = _enter(header[2], header[1] == "[[", seen)
            known.setdefault(at, number)
        elif key := KEY.match(line):
            name = key[1].strip('"')
            known.setdefault(f"{at}.{name}", number)
    return known


def _enter(name: str, array: bool, seen: Counter[str]) -> str:
    """The path of a table header, counting arrays of tables inside the latest element of those above."""
    path = ""
    parts = [part.strip().strip('"') for part in name.split(".")]
    for depth, part in enumerate(parts):
        path += f".{part}"
        if array and depth == len(parts) - 1:
            seen[path] += 1
        if seen[path]:
            path += f"[{seen[path] - 1}]"
    return path


def _check(story: Story, text: str, path: Path) -> None:
    """What types cannot say: the zone exists, ids are unique, sources name known parties."""
    try:
        ZoneInfo(story.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        fault = f"time_zone {story.time_zone!r} is not an IANA time zone like 'Europe/Lisbon'"
        raise StoryError(f"{path}, line {_line(text, '.time_zone')}: {fault}.") from None
    ids = Counter(source.id for source in story.sources)
    parties = {party.name for party in story.parties}
    for index, source in enumerate(story.sources):
        if ids[source.id] > 1:
            line = _line(text, f".sources[{index}].id")
            raise StoryError(f"{path}, line {line}: two sources have the id {source.id!r}.")
        if source.party is not None and source.party not in parties:
            line = _line(text, f".sources[{index}].party")
            raise StoryError(f"{path}, line {line}: {source.party!r} is not the name of a party of this story.")


def new(folder: Path, title: str) -> Path:
    """Write a story folder with a commented story.toml and an empty reports folder. Nothing existing is touched."""
    path = folder / FILE
    if path.exists():
        raise UsageError(f"{path} exists already. Choose another name, or edit that file.")
    template = resources.files("onrecord.data").joinpath("story.toml").read_text(encoding="utf-8")
    (folder / "reports").mkdir(parents=True, exist_ok=True)
    path.write_text(template.replace("{title}", title.replace("\\", "").replace('"', "'")), encoding="utf-8")
    return path
