"""Migrations of the ledger's tables, run by Alembic in the order of their numbers. A released one never changes."""
