"""Events -> those that are told: today's apart from background, best first, within limits, nothing twice."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from onrecord.briefing.accounts import HARM, idle
from onrecord.briefing.lexicon import kinds
from onrecord.briefing.notebook import Notebook
from onrecord.briefing.order import beat, score
from onrecord.briefing.rank import RANKED
from onrecord.briefing.shelf import Shelf
from onrecord.briefing.tell import Told, tell
from onrecord.records import Change, Claim, Event, Measure, Score, SourceKind, VerdictKind

SPOKEN = 2
"""Claims of a party by which it is sure to have spoken: one may be one misreading."""


PERIOD = timedelta(days=6)
"""The least that is counted as a whole, after it has ended: "in March", "last week"."""
GRAVE = 7
"""The severity of what an office says that is told even where nobody else does."""
COUNTED = 5
"""The severity from which whatever one outlet counts is told."""
FEW = 2
"""Outlets that may both have it of one voice."""
PLENTY = 8
"""Events of a day beside which what so few outlets tell may be left out."""


class Candidate(NamedTuple):
    """An event that may be told: its score, the claims that tell it, and whether it is background."""

    points: Score
    event: Event
    claims: tuple[Claim, ...]
    old: bool

    @property
    def part(self) -> str:
        """Which room it takes: today's, background's or that of what is not known."""
        return "background" if self.old else "unknown" if self.event.kind == "information" else "today"


def choose(events: Iterable[Event], changes: tuple[Change, ...], book: Notebook, taken: int = 0) -> tuple[Told, ...]:
    """The events of the day and the background to them, the best of each beat first, within the limits.

    `taken` sentences of the limit are used elsewhere. A party that spoke is told with one sentence at least, where one
    can be told: in place of the last of the others.
    """
    found = candidates(events, changes, book.shelf)
    first = book.blank()
    told = _chosen(found, first, taken, 0)
    silent = _silent(told, found, first)
    if not silent:
        return told
    again = book.blank()
    told = _chosen(found, again, taken, len(silent))
    return _voiced(told, silent, found, again)


def candidates(events: Iterable[Event], changes: tuple[Change, ...], shelf: Shelf) -> list[Candidate]:
    """The events that may be told, in the order in which they are asked for room."""
    by: dict[str, list[Change]] = {}
    for change in changes:
        by.setdefault(change.event, []).append(change)
    found = [
        Candidate(score(e, c, by.get(e.key, ()), shelf), e, c, old)
        for e in events
        for c, old in [telling(e, shelf)]
        if c
    ]
    if sum(not c.old and not _minor(c, shelf) for c in found) >= PLENTY:
        found = [c for c in found if c.old or not _minor(c, shelf)]
    found.sort(key=lambda c: (c.old, -c.points.total, beat(c.event, shelf), -c.event.outlets, c.event.key))
    first = {beat(c.event, shelf): c.event.key for c in reversed(found) if not c.old}
    last = len(shelf.story.beats)
    return sorted(found, key=lambda c: (c.old, first.get(at := beat(c.event, shelf)) != c.event.key or at == last))


def _minor(one: Candidate, shelf: Shelf) -> bool:
    """Whether one or two outlets, for one voice, tell something that counts nobody hurt and nothing grave, answers
    nothing, and is neither grave and an office's or both outlets' word nor an act: on a full day it is left out."""
    outlets = {shelf.document(c).source for c in one.claims}
    sort = kinds().get(one.event.kind)
    office = any(shelf.source(c).kind is SourceKind.OFFICIAL for c in one.claims)
    heavy, own = sort is not None and sort.severity >= COUNTED, sort is not None and sort.own
    every = [q for c in one.claims for q in c.quantities if q.value]
    counts = any(q.measure in HARM or (heavy and (own or q.measure is not Measure.OTHER)) for q in every)
    grave = (own and heavy) or (sort is not None and sort.severity >= GRAVE)
    weighs = any(c.stance in RANKED or c.debunked for c in one.claims) or (grave and (office or len(outlets) > 1))
    return len(outlets) <= FEW and one.event.independent <= 1 and not counts and not weighs


def _chosen(found: list[Candidate], book: Notebook, taken: int, held: int) -> tuple[Told, ...]:
    """What is told of the candidates in their order; `held` sentences of today's room are kept free."""
    room = _rooms(found, book, taken, held)
    told: list[Told] = []
    for one in (one for one in found if not idle(one.claims)):
        made = _within(_tell(one, one.claims, book), room[one.part]) if room[one.part] > 0 else None
        if made is not None and made.drafts:
            told.append(made)
            room[one.part] -= len(made.drafts)
    return tuple(told)


def _rooms(found: list[Candidate], book: Notebook, taken: int, held: int) -> dict[str, int]:
    """How many sentences each part may have: today's news takes what the others do not need, and half at the least."""
    whole, aside = book.limits.sentences - taken, book.limits.aside
    old = min(aside, sum(c.old for c in found))
    today = max(whole - old - aside, (whole + 1) // 2)
    rest = whole - today
    return {"today": today - held, "background": min(old, rest), "unknown": max(0, min(aside, rest - old))}


def _silent(told: tuple[Told, ...], found: list[Candidate], book: Notebook) -> tuple[str, ...]:
    """The parties that spoke today, of which nothing is told and something can be."""
    heard = {p for t in told for d in t.drafts for c in d.claims if (p := _party(c))}
    spoke = Counter(p for c in found if not c.old for claim in c.claims if (p := _party(claim)))
    named = [p.name for p in book.shelf.story.parties if spoke[p.name] >= SPOKEN and p.name not in heard]
    return tuple(p for p in named if next(_theirs(p, found, book.blank()), None))


def _voiced(
    told: tuple[Told, ...], silent: tuple[str, ...], found: list[Candidate], book: Notebook
) -> tuple[Told, ...]:
    """The same with a sentence of each silent party, in its event where that is told."""
    made = {t.event.key: t for t in told}
    for party in silent:
        for extra in _theirs(party, found, book):
            base = made.get(extra.event.key)
            drafts = (*base.drafts, *extra.drafts) if base else extra.drafts
            made[extra.event.key] = replace(base or extra, drafts=drafts)
            break
    return tuple(made.values())


def _theirs(party: str, found: list[Candidate], book: Notebook) -> Iterator[Told]:
    """One sentence of a party's own claims, of each event of today that has one."""
    for one in found:
        claims = () if one.old else tuple(c for c in one.claims if _party(c) == party)
        said = _tell(one, claims, book) if claims else None
        drafts = [d for d in said.drafts if d.form in ("unit", "tally")] if said else []
        if said and drafts:
            charts = said.charts if drafts[0].form == "tally" else ()
            yield replace(said, drafts=(drafts[0],), clashes=(), charts=charts)


def _party(claim: Claim) -> str | None:
    return claim.speaker.side if claim.speaker else None


def _tell(one: Candidate, claims: tuple[Claim, ...], book: Notebook) -> Told:
    return tell(one.event, claims, one.points, one.old, book)


def _within(told: Told, room: int) -> Told:
    """An event cut to `room` sentences; a table or a chart goes with its sentence."""
    drafts = told.drafts[:room]
    clashes = tuple(c for c in told.clashes if c.draft in drafts)
    charts = told.charts if any(d.form == "tally" for d in drafts) else ()
    return replace(told, drafts=drafts, clashes=clashes, charts=charts)


def telling(event: Event, shelf: Shelf) -> tuple[tuple[Claim, ...], bool]:
    """The claims to tell, and whether they are background; none where the event is neither today's nor open."""
    known = [shelf.claims[c] for c in event.claims if c in shelf.claims]
    everyone = sorted(known, key=lambda c: (shelf.published(c), c.document, c.proposition))
    fresh = tuple(c for c in everyone if shelf.fresh(c) and (not c.background or _period(c, shelf)))
    today = tuple(c for c in fresh if _current(c, shelf))
    if today:
        return today, False
    recent = {c.id for c in everyone if shelf.published(c) > shelf.opened - timedelta(days=1)}
    contested = any(
        v.kind is VerdictKind.CONFLICT and v.measure != "occurrence" and recent & set(v.claims) for v in event.verdicts
    )
    return (tuple(everyone), True) if contested else ((), True)


def _current(claim: Claim, shelf: Shelf) -> bool:
    """Whether the claim tells of something that still counts as today's: the night before, within a day, or the count
    of a period (a week, a month) that ended no longer ago than it lasted."""
    moment = claim.moment
    if moment is None or moment.latest is None or moment.latest > shelf.opened - timedelta(hours=6):
        return True
    late = moment.earliest is not None and moment.earliest > shelf.opened - timedelta(hours=24)
    return late or _period(claim, shelf)


def _period(claim: Claim, shelf: Shelf) -> bool:
    """Whether a claim counts a period that has ended, no longer ago than it lasted."""
    moment = claim.moment
    if moment is None or moment.latest is None or moment.earliest is None or moment.latest > shelf.opened:
        return False
    period, ago = moment.latest - moment.earliest, shelf.opened - moment.latest
    return period >= PERIOD and ago < period and any(q.value is not None for q in claim.quantities)
