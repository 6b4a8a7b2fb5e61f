"""The tables, as the newest migration leaves them. Rows are only ever added; triggers refuse anything else.

Times are UTC stamps of one width (instant.py). No foreign keys: rows may come in any order, and a link may name a claim
that another ledger holds.
"""

from sqlalchemy import Column, Index, Integer, MetaData, Table, Text

VERSION = "0002"
"""The migration that this program needs; a ledger says which it has."""
VERSIONS = "onrecord_version"
"""The table that says so, kept by Alembic."""

METADATA = MetaData()

DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("series", Text, nullable=False, index=True),
    Column("source", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("published", Text, index=True),
    Column("printed", Text),
    Column("fetched", Text),
    Column("language", Text, nullable=False),
    Column("raw", Text),
    Column("supersedes", Text, index=True),
    Column("extra", Text, nullable=False),
    Column("seen", Text, nullable=False),
)
"""Documents. `series` is shared by versions of one page; `printed` is `published` in its own zone; `extra` is JSON.

`number` counts them as they came in: the full-text index needs an integer that stays.
"""

SIGHTINGS = Table(
    "sightings",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("document", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("seen", Text, nullable=False),
    Index("ix_sightings_document", "document", "seen"),
)
"""Documents met again."""

STATEMENTS = Table(
    "statements",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("claim", Text, nullable=False, index=True),
    Column("document", Text, nullable=False),
    Column("property", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("reader", Text, nullable=False),
    Column("seen", Text, nullable=False),
    Index("ix_statements_document", "document", "reader"),
)
"""One row for each property of a claim that some reader stated; `value` is canonical JSON."""

READINGS = Table(
    "readings",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("document", Text, nullable=False),
    Column("reader", Text, nullable=False),
    Column("seen", Text, nullable=False),
    Column("statements", Text, nullable=False),
    Index("ix_readings_document", "document", "reader"),
)
"""Who read which document when, and exactly what it stated (a JSON list of ids). The latest reading is current."""

LINKS = Table(
    "links",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("left", Text, nullable=False, index=True),
    Column("right", Text, nullable=False, index=True),
    Column("relation", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text),
    Column("record", Text, nullable=False),
    Column("seen", Text),
)
"""Judgements on pairs of claims; `record` is the whole Link as JSON, `seen` NULL where it counts since it was made."""

PROBLEMS = Table(
    "problems",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("subject", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("reading", Text, index=True),
    Column("seen", Text, nullable=False),
)
"""Trouble in data: of one reading, or (`reading` is NULL) reported by itself."""
