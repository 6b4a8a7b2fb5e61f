"""Rows of each table, made from records and read as records again."""

from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Row

from onrecord.ledger.instant import instant, stamp, utc
from onrecord.ledger.versions import series
from onrecord.records import Document, Link, Problem, Reading, Sighting, Statement, ident

Values = dict[str, Any]
PLAIN = ("id", "source", "address", "title", "text", "language", "raw", "supersedes")
"""Fields of a document that are kept as they are."""
EXTRA = msgspec.json.Decoder(tuple[tuple[str, str], ...])


def document(record: Document, seen: datetime) -> Values:
    """The row of a document first seen at `seen`."""
    return {
        **{name: getattr(record, name) for name in PLAIN},
        "series": series(record),
        "published": stamp(record.published) if record.published else None,
        "printed": record.published.isoformat() if record.published else None,
        "fetched": record.fetched.isoformat() if record.fetched else None,
        "extra": msgspec.json.encode(record.extra).decode(),
        "seen": stamp(seen),
    }


def as_document(row: Row[Any], supersedes: str | None) -> Document:
    """The document of a row. Raises ValueError if its text is not what was kept."""
    values = row._mapping
    return Document(
        **{**{name: values[name] for name in PLAIN}, "supersedes": supersedes},
        published=instant(values["printed"]) if values["printed"] else None,
        fetched=instant(values["fetched"]) if values["fetched"] else None,
        extra=EXTRA.decode(values["extra"]),
    )


def sighting(record: Document, seen: datetime) -> Values:
    """The row of a document met again at `seen`."""
    kept = Sighting(document=record.id, address=record.address, seen=utc(seen))
    return {"id": kept.id, "document": kept.document, "address": kept.address, "seen": stamp(seen)}


def statement(record: Statement, seen: str) -> Values:
    """The row of a statement; `seen` is the stamp of its time, made once for many."""
    return {**msgspec.structs.asdict(record), "seen": seen}


def as_statement(row: Row[Any]) -> Statement:
    """The statement of a row. Raises ValueError if it is not what was kept."""
    values = dict(row._mapping)
    return Statement(**{**values, "seen": instant(values["seen"])})


def reading(record: Reading, reader: str, seen: datetime, statements: list[str]) -> Values:
    """The row that says what `reader` stated of a document: the same reading at the same time is one row."""
    values = {"document": record.document.id, "reader": reader, "seen": stamp(seen)}
    return {
        "id": ident("r", *values.values(), statements),
        **values,
        "statements": msgspec.json.encode(statements).decode(),
    }


def problem(record: Problem, reading: str | None, seen: datetime) -> Values:
    """The row of a problem, met in a reading (its id) or by itself (None)."""
    values = {**msgspec.structs.asdict(record), "reading": reading, "seen": stamp(seen)}
    return {"id": ident("p", *values.values()), **values}


def link(record: Link) -> Values:
    """The row of a link."""
    values = {name: getattr(record, name) for name in ("id", "left", "right", "relation", "by")}
    times = {name: stamp(when) if when else None for name, when in (("at", record.at), ("seen", record.seen))}
    return {**values, **times, "record": record.json().decode()}
