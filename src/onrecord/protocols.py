"""The sockets a plug-in fits: Collector, Reader, Comparison, Renderer, Ledger."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Protocol

from onrecord.records import (
    Briefing,
    Capture,
    Claim,
    Document,
    Link,
    Problem,
    Reading,
    Sighting,
    Slot,
    Statement,
    Story,
    View,
)

Tick = Callable[[str, int], None]
"""Told what is being done and how many were done by now."""


class Collector(Protocol):
    """Brings documents in. Yields captures and problems in a stable order; never raises for bad data."""

    def __call__(self, story: Story) -> Iterator[Capture | Problem]:
        """Everything that this collector finds for the story."""
        ...


class Reader(Protocol):
    """Reads claims. Pure: the same document always gives the same reading, whatever was read before."""

    name: str
    """Name and version, kept with each statement."""

    def __call__(self, document: Document) -> Reading:
        """The claims of one document, in the order of their characters."""
        ...


class Comparison(Protocol):
    """Compares one slot of two claims: None where either has nothing to compare."""

    def __call__(self, left: Claim, right: Claim) -> Slot | None:
        """The slot's row in the waterfall."""
        ...


class Renderer(Protocol):
    """Makes a page of a briefing. Pure: the same briefing gives the same text."""

    def __call__(self, briefing: Briefing) -> str:
        """The whole file."""
        ...


class Ledger(Protocol):
    """Append-only memory. Every method that writes is one transaction: whole or not at all, and harmless to repeat."""

    def add(self, document: Document, seen: datetime) -> Document:
        """Keep a document, or a sighting of it if it is known.

        A changed text at a known (source, address) is kept with `supersedes` set to the latest version.
        Returns it as kept.
        """
        ...

    def add_all(self, documents: Iterable[tuple[Document, datetime]]) -> tuple[Document, ...]:
        """`add` for many, each with the time it was seen, in one transaction: a run commits in batches."""
        ...

    def record(self, reading: Reading, reader: str, seen: datetime) -> int:
        """Keep the statements of a reading and its problems, and mark the document as read; how many were new."""
        ...

    def record_all(self, readings: Iterable[tuple[Reading, datetime]], reader: str) -> int:
        """`record` for many, each with the time it was read, in one transaction."""
        ...

    def report(self, problems: Iterable[Problem], seen: datetime) -> None:
        """Keep problems that no reading carries. The same problem is kept once."""
        ...

    def judge(self, links: Iterable[Link]) -> None:
        """Keep links. A later judgement by the same person on the same pair wins; none is ever deleted."""
        ...

    def judgements(self) -> tuple[Link, ...]:
        """Every link that was ever kept, oldest first: those since replaced or taken back too."""
        ...

    def homes(self, ids: Iterable[str]) -> dict[str, str]:
        """The document of each of the ids that names a claim of some reading, or a document, on record."""
        ...

    def unread(self, reader: str) -> Iterator[tuple[Document, datetime]]:
        """Documents that `reader` has not read, oldest first, each with the time it was seen first."""
        ...

    def as_of(self, cutoff: datetime, since: datetime | None = None) -> View:
        """What was on record at `cutoff`: nothing published or seen later; superseded versions left out.

        `since` leaves out documents published before it. Undated documents are left out.
        """
        ...

    def latest(self, by: datetime | None = None) -> datetime | None:
        """When the last document on record, of those published `by` then, was published; None where there is none."""
        ...

    def document(self, id: str) -> Document | None:
        """One document, superseded or not."""
        ...

    def claim(self, id: str) -> Claim | None:
        """One claim, as last read."""
        ...

    def claims(self, document: str) -> tuple[Claim, ...]:
        """The claims of one document, as last read, in the order of their characters."""
        ...

    def statements(self, claim: str) -> tuple[Statement, ...]:
        """Everything that was ever stated of a claim, oldest first."""
        ...

    def sightings(self, document: str) -> tuple[Sighting, ...]:
        """When a document was met again."""
        ...

    def search(self, query: str, limit: int = 20) -> tuple[Document, ...]:
        """Full-text search over titles and texts, best first. Any string is a valid query."""
        ...

    def close(self) -> None:
        """Let go of the store."""
        ...
