"""The front door of the room: a story's sources in, captures and problems out."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from onrecord.errors import FetchError
from onrecord.records import Capture, Problem, Source, Story
from onrecord.sources import feed, jsonfeed, language, lines, page, text
from onrecord.sources.cache import Fetched
from onrecord.sources.dates import Stamp, named
from onrecord.sources.decode import Unreadable
from onrecord.sources.parcel import Found, Parcel, trouble
from onrecord.sources.sniff import Format, sniff
from onrecord.sources.walk import called, find, slurp

Fetch = Callable[[str], Fetched]
"""What opens addresses: a `fetch.Fetcher`, or a `cache.Kept`, which answers from copies only. Raises FetchError."""

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.I)
_READERS: dict[Format, Callable[[Parcel], Found]] = {
    Format.TEXT: text.read,
    Format.PAGE: page.read,
    Format.FEED: feed.read,
    Format.JSON_FEED: jsonfeed.read,
    Format.LINES: lines.read,
}


def collect(story: Story, folder: Path, fetch: Fetch | None = None) -> Iterator[Capture | Problem]:
    """Everything that the story's sources have, source by source: its files by name, then its addresses.

    `folder` is where story.toml lies; paths are relative to it. Without `fetch` nothing is opened, and each web address
    is a Problem; `cache.Kept` reads the copies of earlier runs, and an address is a Problem only where there is none.
    Nothing is raised for bad data, and no document is given a date that nobody stated.
    """
    try:
        for source in story.sources:
            yield from _paths(story, source, folder)
            for entry in source.collect:
                if _SCHEME.match(entry):
                    yield from _fetched(story, source, entry, fetch)
    finally:
        language.forget()


def open_file(
    path: Path,
    source: Source,
    zone: ZoneInfo,
    published: datetime | Stamp | None = None,
    *,
    address: str | None = None,
    sources: tuple[Source, ...] = (),
) -> Iterator[Capture | Problem]:
    """The documents of one file of any format; the characters of a text file stay as they are.

    `published` is for what states no date itself, neither inside nor at the head of the file's name. `address` is what
    the documents are called, else the path as given. `sources` are those that JSON Lines may name (none: any).
    """
    name = address or path.as_posix()
    data = slurp(path)
    if isinstance(data, Problem):
        yield trouble(name, data.message)
        return
    own, _ = named(path.name, zone)
    when = own or (_stamp(published, zone) if isinstance(published, datetime) else published)
    yield from unpack(Parcel(data, name, path.name, source, zone, published=when, sources=sources))


def _stamp(given: datetime, zone: ZoneInfo) -> Stamp:
    return Stamp((given if given.tzinfo else given.replace(tzinfo=zone)).astimezone(zone))


def unpack(parcel: Parcel) -> Found:
    """The documents in a parcel, by what its bytes are."""
    try:
        yield from _READERS[sniff(parcel.data, parcel.name)](parcel)
    except Unreadable as why:
        yield parcel.problem(str(why))


def _paths(story: Story, source: Source, folder: Path) -> Found:
    """The files of a source, each once, also where two entries name it."""
    seen: set[Path] = set()
    for item in (item for entry in source.collect if not _SCHEME.match(entry) for item in find(folder, entry)):
        if isinstance(item, Problem):
            yield item
        elif item not in seen:
            seen.add(item)
            yield from open_file(item, source, story.zone, address=called(item, folder), sources=story.sources)


def _fetched(story: Story, source: Source, url: str, fetch: Fetch | None) -> Found:
    if fetch is None:
        yield trouble(url, "is a web address, and this run opens none: run again online to collect it.")
        return
    try:
        got = fetch(url)
    except FetchError as refused:
        yield trouble(url, str(refused))
        return
    if not got.data:
        yield trouble(url, "answered with nothing: 0 bytes.")
        return
    name = PurePosixPath(urlsplit(got.url).path).name
    yield from unpack(
        Parcel(got.data, url, name, source, story.zone, fetched=got.at, charset=got.charset, sources=story.sources)
    )
