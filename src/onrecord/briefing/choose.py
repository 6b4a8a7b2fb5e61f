"""Events -> those that are told: today's apart from background, best first, within limits, nothing twice."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from onrecord.briefing.order import beat, score
from onrecord.briefing.shelf import Shelf
from onrecord.briefing.tell import Notebook, Told, tell
from onrecord.records import Claim, Event, VerdictKind


def choose(events: Iterable[Event], known: frozenset[str], book: Notebook) -> tuple[Told, ...]:
    """The events of the day and the background to them, the best of each beat first, within the limits.

    `known` are the keys of events of which nothing is new since yesterday.
    """
    shelf, limits = book.shelf, book.limits
    candidates = [(e, c, old) for e in events for c, old in [_claims(e, shelf)] if c]
    scored = [(score(e, c, known, shelf), e, c, old) for e, c, old in candidates]
    scored.sort(key=lambda s: (s[3], -s[0].total, beat(s[1], shelf), -s[1].outlets, s[1].key))
    first = {beat(e, shelf): e.key for _, e, _, old in reversed(scored) if not old}
    scored.sort(
        key=lambda s: (s[3], first.get(beat(s[1], shelf)) != s[1].key or beat(s[1], shelf) == len(shelf.story.beats))
    )
    told: list[Told] = []
    room = {"today": limits.sentences, "background": limits.background, "unknown": limits.unknown}
    for points, event, claims, old in scored:
        part = "background" if old else "unknown" if event.kind == "information" else "today"
        made = _within(tell(event, claims, points, old, book), room[part]) if room[part] > 0 else None
        if made is not None and made.drafts:
            told.append(made)
            room[part] -= len(made.drafts)
    return tuple(told)


def _within(told: Told, room: int) -> Told:
    """An event cut to `room` sentences; a table or a chart goes with its sentence."""
    drafts = told.drafts[:room]
    clashes = tuple(c for c in told.clashes if c.draft in drafts)
    charts = told.charts if any(d.form == "tally" for d in drafts) else ()
    return replace(told, drafts=drafts, clashes=clashes, charts=charts)


def _claims(event: Event, shelf: Shelf) -> tuple[tuple[Claim, ...], bool]:
    """The claims to tell, and whether they are background; none where the event is neither today's nor open."""
    known = [shelf.claims[c] for c in event.claims if c in shelf.claims]
    everyone = sorted(known, key=lambda c: (shelf.published(c), c.document, c.proposition))
    fresh = tuple(c for c in everyone if shelf.fresh(c) and not c.background)
    today = tuple(c for c in fresh if _current(c, shelf))
    if today:
        return today, False
    recent = [c for c in everyone if shelf.published(c) > shelf.opened - timedelta(days=2)]
    contested = any(v.kind is VerdictKind.CONFLICT and v.measure != "occurrence" for v in event.verdicts)
    return (tuple(everyone), True) if recent and contested else ((), True)


def _current(claim: Claim, shelf: Shelf) -> bool:
    """Whether the claim tells of something that still counts as today's: the night before, or within a day."""
    moment = claim.moment
    if moment is None or moment.latest is None or moment.latest > shelf.opened - timedelta(hours=6):
        return True
    return moment.earliest is not None and moment.earliest > shelf.opened - timedelta(hours=24)
