"""Claim -> Event: pure. Front doors: `link` and, for what is new since yesterday, `compare`."""

from onrecord.events.changes import compare
from onrecord.events.link import link

__all__ = ["compare", "link"]
