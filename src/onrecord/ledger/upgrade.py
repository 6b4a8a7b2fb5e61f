"""Which version a ledger's tables have, and what follows from it: go on, bring them up to date, or refuse."""

from sqlalchemy import Connection, Engine, column, inspect, select, table

from onrecord.errors import LedgerError
from onrecord.ledger.dialect import alone, prepare
from onrecord.ledger.engine import reading, writing
from onrecord.ledger.tables import VERSION, VERSIONS


def upgrade(engine: Engine, name: str, readonly: bool) -> None:
    """Make a ledger fit this program: new tables in an empty database, migrations for an older one.

    Raises LedgerError for a newer ledger, for a database that is none, and where it would have to write but may not.
    """
    with reading(engine) as connection:
        found = version(connection, name)
    if found == VERSION:
        return
    if readonly:
        raise LedgerError(f"The ledger {name} must be brought up to date: open it once where it can be written.")
    # Half a second that only a new or an older ledger pays.
    from onrecord.ledger.migrate import migrate  # noqa: PLC0415

    prepare(engine)
    with writing(engine) as connection:
        alone(connection)
        if version(connection, name) != VERSION:
            migrate(connection)


def version(connection: Connection, name: str) -> str:
    """The version of a ledger's tables, at most this program's; empty for an empty database."""
    known = inspect(connection)
    if not known.has_table(VERSIONS):
        if known.get_table_names():
            raise LedgerError(f"{name} is not a ledger: it holds other tables. Name another file or database.")
        return ""
    found = connection.scalar(select(column("version_num")).select_from(table(VERSIONS))) or ""
    if found > VERSION:
        raise LedgerError(
            f"The ledger {name} was written by a newer onrecord (version {found} of its tables). Upgrade onrecord."
        )
    return str(found)
