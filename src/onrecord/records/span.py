"""Characters of a document: Span, and Evidence, which quotes them."""

import re
from typing import Self

from onrecord.records.record import Record


class Span(Record, frozen=True, kw_only=True, order=True):
    """Half-open character offsets [start, end) in Document.text (W3C Web Annotation TextPositionSelector)."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        """The characters of `text` under this span."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    @classmethod
    def cover(cls, *spans: "Span") -> "Span":
        """The smallest span over all of `spans`."""
        return cls(start=min(s.start for s in spans), end=max(s.end for s in spans))


class Evidence(Record, frozen=True, kw_only=True, rename={"document": "doc"}):
    """A span of one document with its characters and some context (W3C Web Annotation TextQuoteSelector).

    In JSON the document's id is `doc`; `source` is the id of the source that published it.
    """

    document: str
    span: Span
    quote: str
    source: str = ""
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def take(cls, document: str, text: str, span: Span, source: str = "", context: int = 90) -> Self:
        """Cut the evidence from a document's text, with up to `context` characters of whole words on each side."""
        begin, end = max(0, span.start - context), span.end + context
        before, after = text[begin : span.start], text[span.end : end]
        if begin and not text[begin - 1].isspace():
            before = re.sub(r"^\S+", "", before)
        if end < len(text) and not text[end].isspace():
            after = re.sub(r"\S+$", "", after)
        return cls(
            document=document,
            source=source,
            span=span,
            quote=span.of(text),
            prefix=before,
            suffix=after,
        )
