"""Claim -> Event: pure. Front doors: `link`, and `Thread` where more is to come.

`cleared` and `settled` say what of a view still stands and is news, `earlier` and `compare` what is new in its events,
`audit` what is wrong. `strands` gathers whole documents into running sub-stories.
"""

from onrecord.events.audit import audit
from onrecord.events.changes import compare
from onrecord.events.earlier import earlier
from onrecord.events.link import link
from onrecord.events.repost import settled
from onrecord.events.strands import strands
from onrecord.events.thread import Thread
from onrecord.events.withdraw import Cleared, cleared

__all__ = ["Cleared", "Thread", "audit", "cleared", "compare", "earlier", "link", "settled", "strands"]
