"""Trouble in data: collected and shown, never raised, never swallowed."""

from onrecord.records.record import Record


class Problem(Record, frozen=True, kw_only=True, order=True):
    """What went wrong with one document or record, at which stage (collect, read, record, link, write, check)."""

    subject: str
    """A document id, an address or a record id: what the trouble is about."""
    stage: str
    message: str
    """One plain sentence: what is wrong, and what to do about it where something can be done."""
