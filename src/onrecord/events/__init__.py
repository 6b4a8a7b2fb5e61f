"""Claim -> Event: pure. Front doors: `link`, and `Thread` where more is to come.

`earlier` and `compare` say what is new in its events,
`audit` what is wrong. `strands` gathers whole documents into running sub-stories.
"""

from onrecord.events.audit import audit
from onrecord.events.changes import compare
from onrecord.events.earlier import earlier
from onrecord.events.link import link
from onrecord.events.strands import strands
from onrecord.events.thread import Thread

__all__ = ["Thread", "audit", "compare", "earlier", "link", "strands"]
