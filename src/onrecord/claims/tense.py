"""The words around a time -> whether it lies ahead or behind: "will meet on Monday", "struck on Monday"."""

import re
from functools import cache

from onrecord.claims.lexicon import phrases, table
from onrecord.records import Span

REACH = 80
"""How many characters before and after a time are looked at."""


@cache
def _future() -> re.Pattern[str]:
    return phrases(table("moments")["words"]["future"])


@cache
def said() -> re.Pattern[str]:
    """Verbs of saying."""
    return phrases(table("moments")["words"]["said"])


def sayings(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The verbs of saying between two characters; what "was added" or "was called off" says nothing."""
    found = said().finditer(text, start, end)
    return [m for m in found if not (m[0].lower() in _DONE and _WAS.search(text, max(0, m.start() - REACH), m.start()))]


_DONE = frozenset(["added", "called", "posted", "noted"])
_WAS = re.compile(r"\b(?:be|been|being|was|were|is|are)(?: \w+ly| also| not)?\s+$", re.IGNORECASE)

_BARE = ("to ", "To ")
"""What somebody is to do looks ahead: "(asked both sides) to stop on Thursday"."""

_SINCE = re.compile(r"\bsince (?:late |early |mid-?|the )?$", re.IGNORECASE)
"""Before a time they look back, whatever the verb."""

_PASSIVE = re.compile(r"\b(?:be|being)(?: \w+ly| also| not| only)?\s+$")
"""Before a participle: "would be rationed", "to be cleared" look where their first verb does."""

_TERM = re.compile(r"\b(?:by|until|till|before) (?:late |early |the end of )?$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till) (?:late |early |at least )?$", re.IGNORECASE)
_WENT = re.compile(r"\b(?:was|were|had)\b")
_SET = re.compile(
    r"(?:\b(?:planned|scheduled|set|due|proposed|announced|promised|agreed|forecast|called|strike|talks|round|pause|truce)\b"
    r"[^,;:.]{0,30} for|\bbeyond) (?:late |early )?$",
    re.IGNORECASE,
)
"""Before a day it was set or is expected then: "called a strike for (Saturday)"."""
_DAY = re.compile(r"day\b|\d")
_AIM = re.compile(r"\bto [a-z]+(?: |$)")

_STOP = re.compile(r"[,;:.!?—–]\s|\bthat\b|\bwhich\b|\bafter\b(?!\s+(?:\d|noon|midday|midnight|dawn|dusk))")
_PAST = re.compile(
    r"\b(?:\w+ed|was|were|had|hit|struck|shot|fell|took|came|began|went|blew|broke|brought|"
    r"burst|caught|cut|drove|fled|flew|fought|found|gave|got|grew|held|kept|left|led|lost|made|met|put|ran|rose|sank|saw|"
    r"sent|shook|shut|spent|spoke|stood|swept|tore|withdrew|won)\b"
)


def tense(text: str, span: Span, start: int, end: int) -> int:
    """1 where the clause around [start, end) looks ahead, -1 where it looks back, 0 where no verb inside `span` tells.

    The last verb before the time decides; where the time opens the clause, the first after it.
    """
    before = text[max(span.start, start - REACH) : start]
    if _SINCE.search(before):
        return -1
    stops = list(_STOP.finditer(before))
    clause = before[stops[-1].end() :] if stops else before
    if (_SET.search(before) and _DAY.search(text, start, end)) or _wanted(clause, bool(_TERM.search(before))):
        return 1
    if _UNTIL.search(before) and _terms("lasting").search(clause) and not _WENT.search(clause):
        return 1
    if verbs := _verbs(clause):
        return max(verbs)[1]
    if text.startswith(_BARE, span.start):
        return 1
    if len(clause.split()) > 3:
        return 0
    following = _verbs(text[end : min(span.end, end + REACH)])
    return min(following)[1] if following else 0


def _wanted(clause: str, term: bool) -> bool:
    """Whether the clause before a time wants something then: "ordered them to leave (by Friday)"; before a term also
    what gives one: "gave them (until Friday)"."""
    aims = list(_AIM.finditer(clause))
    wants = aims and _terms("wanted").search(clause, 0, aims[-1].start())
    return bool(wants or (term and _terms("granted").search(clause)))


@cache
def _terms(name: str) -> re.Pattern[str]:
    return phrases(table("moments")["words"][name])


def _verbs(clause: str) -> list[tuple[int, int]]:
    """Where verbs stand, and whether each looks ahead (1) or back (-1)."""
    past = (m for pattern in (said(), _PAST) for m in pattern.finditer(clause))
    back = [(m.start(), -1) for m in past if not _PASSIVE.search(clause, 0, m.start())]
    return back + [(m.start(), 1) for m in _future().finditer(clause) if not clause.startswith("-", m.end())]
