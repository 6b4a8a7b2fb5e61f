"""Claim <-> rows: the only room that speaks SQL. Front door: `open_ledger`."""
