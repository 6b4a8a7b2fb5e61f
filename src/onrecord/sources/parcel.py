"""What arrived and from where, before anybody has read it: bytes in, captures and problems out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from onrecord.records import Capture, Document, Problem, Source, digest
from onrecord.sources.dates import Stamp, best
from onrecord.sources.language import identify, primary

Found = Iterator[Capture | Problem]

_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")
"""NUL and lone surrogates: not every store and no UTF-8 file can hold them."""


def trouble(subject: str, message: str) -> Problem:
    """A Problem of the collecting stage."""
    return Problem(subject=keepable(subject), stage="collect", message=keepable(message))


def keepable(text: str) -> str:
    """`text` with the characters that cannot be stored replaced, one for one."""
    return _UNKEEPABLE.sub("\N{REPLACEMENT CHARACTER}", text)


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A document as its format gives it.

    `dates` are those it states, best first; `shown` is one that only its text shows, the last resort. `language` is the
    publisher's word, `sure` where it was given for this very text. `source` is an id other than the parcel's.
    """

    text: str
    title: str = ""
    dates: tuple[Stamp, ...] = ()
    shown: Stamp | None = None
    address: str | None = None
    language: str | None = None
    sure: bool = False
    source: str | None = None
    raw: bytes | None = None
    extra: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Parcel:
    """Bytes with what is known of them from outside.

    `name` is the last part of path or URL, `published` the date from the file name or the caller, `charset` what the
    server declared, `sources` the sources that a line may name (empty: any).
    """

    data: bytes
    address: str
    name: str
    source: Source
    zone: ZoneInfo
    published: Stamp | None = None
    fetched: datetime | None = None
    charset: str | None = None
    sources: tuple[Source, ...] = ()

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the bytes, which every capture of a long feed shares."""
        return digest(self.data)

    def problem(self, message: str, line: int | None = None) -> Problem:
        """A Problem about this parcel, or about one line of it."""
        return trouble(self.address, message if line is None else f"line {line}: {message}")

    def when(self, draft: Draft) -> Stamp | None:
        """When it was published: by what it states, by the file name or the caller, by what its text shows; or None."""
        return best([date for date in (*draft.dates, self.published, draft.shown) if date])

    def capture(self, draft: Draft, when: Stamp) -> Capture:
        """The document that a draft makes."""
        text = keepable(draft.text)
        expected = draft.language or self.source.language
        extra = dict(draft.extra or {})
        if when.whole_day:
            extra.setdefault("published-precision", "day")
        document = Document(
            source=draft.source or self.source.id,
            address=keepable(draft.address or self.address),
            title=keepable(" ".join(draft.title.split())),
            text=text,
            published=when.at,
            fetched=self.fetched,
            language=keepable(primary(expected) if draft.sure else identify(text, expected)),
            raw=self.digest if draft.raw is None else digest(draft.raw),
            extra=tuple(sorted((keepable(k), keepable(v)) for k, v in extra.items())),
        )
        return Capture(document=document, raw=self.data if draft.raw is None else draft.raw)

    def single(self, draft: Draft) -> Capture | Problem:
        """The one document of this parcel, or what it lacks."""
        if not draft.text.strip():
            return self.problem("holds no text.")
        when = self.when(draft)
        return self.capture(draft, when) if when else self.problem(UNDATED)


UNDATED = (
    "has no publication date: pass --published DATE, or begin the file name with it, as in '2024-12-14T0900 fire.txt'."
)
