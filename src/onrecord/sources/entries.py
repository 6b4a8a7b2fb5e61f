"""Entries of any feed in, captures out; what lacks a date or a text is counted in one Problem each."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.records import Problem, digest
from onrecord.sources.dates import Stamp
from onrecord.sources.markup import fragment, tidy
from onrecord.sources.parcel import Draft, Found, Parcel

_NAMED = 3
"""Entries that a Problem names; the rest are counted."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry as the feed gives it: `body` is HTML or `plain` text; `own` says that the entry states its language."""

    link: str
    id: str
    title: str
    date: Stamp | None
    body: str
    plain: bool = False
    language: str | None = None
    own: bool = False

    @property
    def text(self) -> str:
        """The body's text, or the title where a post is no more than that."""
        return (tidy(self.body) if self.plain else fragment(self.body)) or tidy(self.title)

    @property
    def name(self) -> str:
        """What the entry is called in a Problem."""
        return " ".join(self.title.split())[:60] or self.link or self.id or "without a title"


def publish(parcel: Parcel, entries: Sequence[Entry]) -> Found:
    """The captures of a feed's entries, in its order, and what is wrong with the rest."""
    if not entries:
        yield parcel.problem("is a feed without a whole entry.")
    times = Counter(entry.link for entry in entries)
    undated: list[str] = []
    empty: list[str] = []
    for entry in entries:
        text = entry.text
        draft = Draft(
            text=text,
            title=entry.title,
            dates=(entry.date,) if entry.date else (),
            address=_address(entry, parcel, alone=times[entry.link] == 1),
            language=entry.language,
            sure=entry.own,
        )
        when = parcel.when(draft)
        if not text:
            empty.append(entry.name)
        elif when is None:
            undated.append(entry.name)
        else:
            yield parcel.capture(draft, when)
    yield from _missing(parcel, undated, len(entries), "no publication date")
    yield from _missing(parcel, empty, len(entries), "no text")


def _address(entry: Entry, parcel: Parcel, alone: bool) -> str:
    """The entry's link; its id where it has none or shares it with others (a bulletin page that every entry names)."""
    if entry.link and alone:
        return entry.link
    name = entry.id if entry.id != entry.link else ""
    return f"{entry.link or parcel.address}#{name or digest(repr((entry.title, entry.body)).encode())[:12]}"


def _missing(parcel: Parcel, names: list[str], total: int, what: str) -> Iterator[Problem]:
    if names:
        shown = "; ".join(names[:_NAMED]) + ("; ..." if len(names) > _NAMED else "")
        yield parcel.problem(f"{len(names)} of its {total} entries have {what} and are left out: {shown}.")
