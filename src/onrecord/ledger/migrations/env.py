"""Where Alembic enters: runs migrations on the connection that it is given, in that connection's transaction."""

from alembic import context

from onrecord.ledger.tables import VERSIONS

context.configure(connection=context.config.attributes["connection"], version_table=VERSIONS)
with context.begin_transaction():
    context.run_migrations()
