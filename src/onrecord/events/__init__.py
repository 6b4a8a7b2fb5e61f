"""Claim -> Event: pure. Front doors: `link`, and `Thread` where more is to come.

`cleared` and `settled` say what of a view still stands and is news, `retold` what of it, once linked, is told again
in other words, `compare` what is new in its events,
`audit` what is wrong, `judged` what people have judged of some claims; `named` is what an audit must ask the ledger
about. `strands` gathers whole documents into running sub-stories.
"""

from onrecord.events.again import retold
from onrecord.events.audit import Beyond, audit, named
from onrecord.events.changes import compare
from onrecord.events.judge import judged
from onrecord.events.link import link
from onrecord.events.stale import settled
from onrecord.events.strands import strands
from onrecord.events.thread import Thread
from onrecord.events.withdraw import Cleared, cleared

__all__ = [
    "Beyond",
    "Cleared",
    "Thread",
    "audit",
    "cleared",
    "compare",
    "judged",
    "link",
    "named",
    "retold",
    "settled",
    "strands",
]
