"""Bring a ledger's tables up to date. Alembic takes half a second to load: imported only when a ledger needs it."""

from importlib.resources import files

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def migrate(connection: Connection) -> None:
    """Run the migrations that a ledger lacks, inside the transaction of `connection`."""
    command.upgrade(config(connection), "head")


def config(connection: Connection) -> Config:
    """Alembic's settings: the migrations of this package on this connection."""
    settings = Config()
    settings.set_main_option("script_location", str(files("onrecord.ledger") / "migrations").replace("%", "%%"))
    settings.attributes["connection"] = connection
    return settings
