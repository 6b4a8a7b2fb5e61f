"""Claim -> Event: pure. Front doors: `link`; `compare` for what is new since yesterday; `audit` for what is wrong."""

from onrecord.events.audit import audit
from onrecord.events.changes import compare
from onrecord.events.link import link

__all__ = ["audit", "compare", "link"]
