"""Who published (Source) and what was published (Document, and the Capture that brings it in)."""

from datetime import datetime
from enum import StrEnum

from onrecord.records.record import Identified, Record, ident


class SourceKind(StrEnum):
    """What sort of publisher a source is."""

    OFFICIAL = "official"
    WIRE = "wire"
    MEDIA = "media"
    NGO = "ngo"
    OSINT = "osint"
    SOCIAL = "social"


class Source(Record, frozen=True, kw_only=True):
    """A publisher of reports, as the story's editor describes it.

    `publisher` is the family that owns it: sources of one family never corroborate each other. `speaker` is
    the body whose word the source's own voice is (an air force's channel). `reliability` is an editor's letter
    A-F (Admiralty code), never a machine's. `collect` lists paths inside the story folder and URLs.
    """

    id: str
    name: str
    kind: SourceKind
    publisher: str = ""
    party: str | None = None
    speaker: str | None = None
    language: str = "en"
    reliability: str | None = None
    collect: tuple[str, ...] = ()


class Document(Identified, frozen=True, kw_only=True):
    """One text as published. It is cleaned once and then never changes: a silent edit is a new Document.

    `address` is a URL, or a path relative to the story folder. `published` carries its zone. `fetched` is None for
    what was read from disk. `raw` is the SHA-256 of the original bytes. `extra` holds metadata nobody asked for.
    """

    source: str
    address: str
    title: str
    text: str
    published: datetime | None = None
    fetched: datetime | None = None
    language: str = "en"
    raw: str | None = None
    supersedes: str | None = None
    extra: tuple[tuple[str, str], ...] = ()

    def identity(self) -> str:
        """By source, address, title and text: fetching the same text again gives the same document."""
        return ident("d", self.source, self.address, self.title, self.text)


class Capture(Record, frozen=True, kw_only=True):
    """What a collector hands over: the document, and the bytes it was read from."""

    document: Document
    raw: bytes
