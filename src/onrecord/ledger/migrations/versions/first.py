"""Version 0001: the first tables, append-only, with full-text search."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TABLES = ("documents", "sightings", "statements", "readings", "links", "problems")


def upgrade() -> None:
    """Make the tables, then let nobody change a row."""
    _documents()
    _claims()
    _judgements()
    if op.get_bind().dialect.name == "postgresql":
        _postgresql()
    else:
        _sqlite()


def downgrade() -> None:
    """Refuse: a ledger is never made smaller."""
    raise NotImplementedError("a ledger is append-only")


def _text(name: str, optional: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=optional)


def _id() -> sa.Column[str]:
    return sa.Column("id", sa.Text, primary_key=True)


def _numbered() -> list[sa.Column[int] | sa.Column[str]]:
    return [sa.Column("number", sa.Integer, primary_key=True), sa.Column("id", sa.Text, nullable=False, unique=True)]


def _documents() -> None:
    op.create_table(
        "documents",
        *_numbered(),
        *map(_text, ("series", "source", "address", "title", "text")),
        *(_text(name, optional=True) for name in ("published", "printed", "fetched")),
        _text("language"),
        *(_text(name, optional=True) for name in ("raw", "supersedes")),
        *map(_text, ("extra", "seen")),
    )
    for column in ("series", "published", "supersedes"):
        op.create_index(f"ix_documents_{column}", "documents", [column])
    op.create_table("sightings", _id(), *map(_text, ("document", "address", "seen")))
    op.create_index("ix_sightings_document", "sightings", ["document", "seen"])


def _claims() -> None:
    op.create_table("statements", _id(), *map(_text, ("claim", "document", "property", "value", "reader", "seen")))
    op.create_index("ix_statements_claim", "statements", ["claim"])
    op.create_index("ix_statements_document", "statements", ["document", "reader"])
    op.create_table("readings", *_numbered(), *map(_text, ("document", "reader", "seen", "statements")))
    op.create_index("ix_readings_document", "readings", ["document", "reader"])


def _judgements() -> None:
    names = ("left", "right", "relation", "by")
    op.create_table("links", _id(), *map(_text, names), _text("at", optional=True), _text("record"))
    op.create_index("ix_links_left", "links", ["left"])
    op.create_index("ix_links_right", "links", ["right"])
    told = ("subject", "stage", "message")
    op.create_table("problems", _id(), *map(_text, told), _text("reading", optional=True), _text("seen"))
    op.create_index("ix_problems_reading", "problems", ["reading"])


def _sqlite() -> None:
    for table in TABLES:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: {table}'); END"
            )
    op.execute(
        "CREATE VIRTUAL TABLE search USING fts5(title, text, content='documents', content_rowid='number', "
        "tokenize='unicode61 remove_diacritics 2')"
    )
    op.execute(
        "CREATE TRIGGER documents_search AFTER INSERT ON documents "
        "BEGIN INSERT INTO search (rowid, title, text) VALUES (new.number, new.title, new.text); END"
    )


def _postgresql() -> None:
    op.execute(
        "CREATE FUNCTION onrecord_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the ledger is append-only: %', TG_TABLE_NAME; END $$"
    )
    for table in TABLES:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION onrecord_refuse()"
        )
    # A tsvector holds at most 1 MB, so the index covers the first 100,000 characters.
    op.execute(
        "CREATE FUNCTION onrecord_words(title text, body text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$ SELECT "
        r"setweight(to_tsvector('simple', regexp_replace(left(title, 10000), '[\W_]+', ' ', 'g')), 'A') || "
        r"to_tsvector('simple', regexp_replace(left(body, 100000), '[\W_]+', ' ', 'g')) $$"
    )
    op.execute("CREATE INDEX ix_documents_words ON documents USING gin (onrecord_words(title, text))")
