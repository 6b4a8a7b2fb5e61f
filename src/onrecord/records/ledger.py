"""Rows of the ledger, append-only and content-hashed, and the View of it on one day."""

from collections.abc import Iterable
from datetime import datetime

import msgspec

from onrecord.records.claim import Claim
from onrecord.records.document import Document
from onrecord.records.event import Link
from onrecord.records.problem import Problem
from onrecord.records.record import Identified, Record, ident


class Statement(Identified, frozen=True, kw_only=True):
    """One property of one claim, as one reader read it: `value` is canonical JSON. Reading twice records once."""

    claim: str
    document: str
    property: str
    value: str
    reader: str
    """Who says so: a reader and its version, or an editor."""
    seen: datetime
    """When it became part of the record."""

    def identity(self) -> str:
        """By claim, property, value and reader: not by when."""
        return ident("s", self.claim, self.property, self.value, self.reader)


class Sighting(Identified, frozen=True, kw_only=True):
    """The same document met again, unchanged."""

    document: str
    address: str
    seen: datetime

    def identity(self) -> str:
        """By all three: one address, one time, one sighting."""
        return ident("g", self.document, self.address, self.seen)


class View(Record, frozen=True, kw_only=True):
    """What the ledger held at `cutoff`: current documents, their claims, links judged by then, problems."""

    cutoff: datetime
    documents: tuple[Document, ...] = ()
    claims: tuple[Claim, ...] = ()
    links: tuple[Link, ...] = ()
    problems: tuple[Problem, ...] = ()

    def sharing(self, documents: Iterable[Document], claims: Iterable[Claim]) -> "View":
        """The same view, with those documents and claims in place of equal ones, so that they are held once."""
        texts, made = {d.id: d for d in documents}, {c.id: c for c in claims}
        return msgspec.structs.replace(
            self,
            documents=tuple(texts[d.id] if texts.get(d.id) == d else d for d in self.documents),
            claims=tuple(made[c.id] if made.get(c.id) == c else c for c in self.claims),
        )
