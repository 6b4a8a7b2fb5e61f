"""Migrations run in the transaction of whoever asks for them: a kill half way leaves nothing."""

from sqlalchemy import inspect

from onrecord.ledger.engine import connect, writing
from onrecord.ledger.migrate import migrate
from onrecord.ledger.tables import METADATA, VERSIONS


def test_interrupted_migration_leaves_nothing() -> None:
    engine, *_ = connect("sqlite://", readonly=False)
    try:
        with writing(engine) as connection:
            migrate(connection)
            assert inspect(connection).has_table("documents")
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        assert inspect(engine).get_table_names() == []


def test_version_is_kept_in_a_table_of_our_own() -> None:
    engine, *_ = connect("sqlite://", readonly=False)
    with writing(engine) as connection:
        migrate(connection)
    assert {VERSIONS, *METADATA.tables} <= set(inspect(engine).get_table_names())
