"""Claim -> Event: pure. Front doors: `link`, and `Thread` where more is to come.

`compare` says what is new since yesterday, `audit` what is wrong. `strands` gathers whole documents into running
sub-stories.
"""

from onrecord.events.audit import audit
from onrecord.events.changes import compare
from onrecord.events.link import link
from onrecord.events.strands import strands
from onrecord.events.thread import Thread

__all__ = ["Thread", "audit", "compare", "link", "strands"]
