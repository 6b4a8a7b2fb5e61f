"""Events -> what is told of each: today's apart from background, each speaker's account once, nothing twice."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from onrecord.briefing import tally as tallying
from onrecord.briefing.conflicts import Clash, clashes
from onrecord.briefing.draft import Draft
from onrecord.briefing.joint import joint
from onrecord.briefing.order import Score, score
from onrecord.briefing.pen import anonymous, speaker
from onrecord.briefing.phrase import content_of, phrase
from onrecord.briefing.shelf import Shelf
from onrecord.briefing.unit import Unit, units
from onrecord.records import Chart, Claim, Event, SourceKind, Stance, VerdictKind

_WORD = re.compile(r"[^\W_]{4,}|\d+")
RANKED = (Stance.DENIED, Stance.NEITHER)


@dataclass(frozen=True)
class Limits:
    """How long a briefing may be: sentences in all, of one event, and items of background and of what is not known."""

    sentences: int = 24
    event: int = 3
    background: int = 5
    unknown: int = 4
    carried: int = 12


@dataclass(frozen=True)
class Told:
    """One event as the briefing tells it."""

    event: Event
    score: Score
    drafts: tuple[Draft, ...]
    clashes: tuple[Clash, ...] = ()
    charts: tuple[Chart, ...] = ()
    old: bool = False


def choose(
    events: Iterable[Event], before: Iterable[Event], shelf: Shelf, limits: Limits, refused: frozenset[tuple[str, ...]]
) -> tuple[Told, ...]:
    """The events of the day and the background to them, best first, within the limits and without what was refused."""
    known = frozenset(e.key for e in before)
    candidates = [(e, c, old) for e in events for c, old in [_claims(e, shelf)] if c]
    scored = [(score(e, c, known, shelf), e, c, old) for e, c, old in candidates]
    told: list[Told] = []
    said: list[tuple[str, frozenset[str]]] = []
    room = {False: limits.sentences, True: limits.background}
    for points, event, claims, old in sorted(scored, key=lambda s: (s[3], -s[0].total, s[1].key)):
        if room[old] <= 0:
            continue
        made = _tell(event, claims, points, old, shelf, limits, refused, said)
        made = _within(made, room[old])
        if made.drafts:
            told.append(made)
            room[old] -= len(made.drafts)
    return tuple(told)


def _within(told: Told, room: int) -> Told:
    """An event cut to `room` sentences; a table or a chart goes with its sentence."""
    drafts = told.drafts[:room]
    clashes = tuple(c for c in told.clashes if c.draft in drafts)
    return replace(told, drafts=drafts, clashes=clashes)


def _claims(event: Event, shelf: Shelf) -> tuple[tuple[Claim, ...], bool]:
    """The claims to tell, and whether they are background; none where the event is neither today's nor open."""
    known = [shelf.claims[c] for c in event.claims if c in shelf.claims]
    everyone = sorted(known, key=lambda c: (shelf.published(c), c.document, c.proposition))
    fresh = tuple(c for c in everyone if shelf.fresh(c) and not c.background)
    new = bool(everyone) and shelf.fresh(everyone[0])
    today = tuple(c for c in fresh if _current(c, new, shelf))
    if today:
        return today, False
    recent = [c for c in everyone if shelf.published(c) > shelf.opened - timedelta(days=2)]
    contested = any(v.kind is VerdictKind.CONFLICT and v.measure != "occurrence" for v in event.verdicts)
    return (tuple(everyone), True) if recent and contested else ((), True)


def _current(claim: Claim, new: bool, shelf: Shelf) -> bool:
    """Whether the claim tells of something that still counts as today's: reach back further where all is new."""
    if claim.moment is None or claim.moment.latest is None:
        return True
    return claim.moment.latest > shelf.opened - timedelta(hours=48 if new else 12)


def _tell(
    event: Event,
    claims: tuple[Claim, ...],
    points: Score,
    old: bool,
    shelf: Shelf,
    limits: Limits,
    refused: frozenset[tuple[str, ...]],
    said: list[tuple[str, frozenset[str]]],
) -> Told:
    """One event: what both report, tallies, figures that differ, then each account in its own words."""
    found = tuple(c for c in clashes(event, claims, shelf) if c.draft.key not in refused)
    together = None if old else joint(event, claims, shelf)
    counted = () if old else tallying.tallies(claims, shelf)
    typed = [
        d for d in (together, *map(tallying.draft, counted), *(c.draft for c in found)) if d and d.key not in refused
    ]
    charted = [] if ("chart", event.id) in refused else counted
    drafts = list(typed)
    heard = {speaker(c, shelf) for d in typed if d.form != "joint" for c in d.claims}
    figures = {_figure(c, q) for d in typed for c in d.claims for q in c.quantities if d.form != "joint"}
    most = limits.event + (1 if together else 0)
    for unit in _ranked(units(claims, shelf), event, heard, shelf):
        draft = _draft(unit, claims, old, shelf, limits)
        must = unit.lead.stance in RANKED
        if (
            content_of(unit, shelf) is None
            or draft.key in refused
            or (len(drafts) >= most and not must)
            or (old and typed)
        ):
            continue
        counts = {_figure(c, q) for c in unit.claims for q in c.quantities if q.value is not None}
        if (counts and counts <= figures) or _repeats(unit, said, shelf):
            continue
        drafts.append(draft)
        figures |= counts
        said.append((speaker(unit.lead, shelf), _content(unit, shelf)))
    charts = tuple(
        c for t in charted if tallying.draft(t).key not in refused and (c := tallying.chart(t, shelf, event.id))
    )
    return Told(event, points, tuple(drafts), found, charts, old)


def _figure(claim: Claim, quantity: object) -> tuple[object, ...]:
    name = claim.speaker.name if claim.speaker else claim.document
    return (
        name,
        getattr(quantity, "measure", None),
        getattr(quantity, "value", None),
        getattr(quantity, "place", None),
    )


def _ranked(found: tuple[Unit, ...], event: Event, heard: set[str], shelf: Shelf) -> list[Unit]:
    """Units best first, and the best of each speaker before the second of any."""

    def rank(unit: Unit) -> tuple[object, ...]:
        length = sum(s.end - s.start for s in unit.spans)
        lead = unit.lead
        return (
            not any(c.kind == event.kind for c in unit.claims),
            lead.speaker is None,
            anonymous(lead, shelf),
            shelf.source(lead).kind is not SourceKind.OFFICIAL,
            not 40 <= length <= 220,
            not any(c.quantities or c.places for c in unit.claims),
            shelf.published(lead),
            lead.document,
            unit.spans,
        )

    turns: dict[str, int] = dict.fromkeys(sorted(heard), 1)
    order = []
    for place, unit in enumerate(sorted(found, key=rank)):
        name = speaker(unit.lead, shelf)
        order.append((turns.get(name, 0), place, unit))
        turns[name] = turns.get(name, 0) + 1
    return [unit for _, _, unit in sorted(order, key=lambda o: o[:2])]


def _content(unit: Unit, shelf: Shelf) -> frozenset[str]:
    return frozenset(w.lower() for s in unit.spans for w in _WORD.findall(shelf.words(unit.lead, s)))


def _repeats(unit: Unit, said: list[tuple[str, frozenset[str]]], shelf: Shelf) -> bool:
    """Whether the same was said before: by the same speaker in like words, or in a report's own voice at all."""
    words, name = _content(unit, shelf), speaker(unit.lead, shelf)
    for other, told in said:
        alike = len(words & told) / max(1, min(len(words), len(told)))
        bound = 0.55 if other == name else 0.7 if unit.lead.speaker is None else 0.9
        if alike >= bound:
            return True
    return False


def _draft(unit: Unit, claims: tuple[Claim, ...], old: bool, shelf: Shelf, limits: Limits) -> Draft:
    spans = tuple((unit.lead, s) for s in unit.spans)
    held = tuple(
        q for c in unit.claims for q in c.quantities if any(s.holds(q.span) for s in unit.spans) and q.value is not None
    )
    return Draft(
        form="unit",
        claims=unit.claims,
        spans=spans,
        words=lambda pen: phrase(unit, pen, dated=old),
        carried=_carried(unit, claims, shelf)[: limits.carried],
        figures=held,
    )


def _carried(unit: Unit, claims: tuple[Claim, ...], shelf: Shelf) -> tuple[Claim, ...]:
    """Claims of other outlets that carry the same words or figures of the same speaker, one for each document."""
    found: dict[str, Claim] = {}
    taken = {shelf.document(unit.lead).source}
    for claim in claims:
        source = shelf.document(claim).source
        if source not in taken and alike(unit.lead, claim, shelf):
            found[source] = claim
            taken.add(source)
    return tuple(found.values())


def alike(left: Claim, right: Claim, shelf: Shelf) -> bool:
    """Whether two claims are one speaker's same word: same stance and kind, and the same figures or most words."""
    if left.speaker is None or right.speaker is None or not left.speaker.name or right.debunked:
        return False
    if (left.speaker.name, left.stance, left.kind) != (right.speaker.name, right.stance, right.kind):
        return False
    ours = {(q.measure, q.place): q.value for q in left.quantities if q.value is not None}
    theirs = {(q.measure, q.place): q.value for q in right.quantities if q.value is not None}
    shared = ours.keys() & theirs.keys()
    if ours or theirs:
        return bool(shared) and all(ours[k] == theirs[k] for k in shared)
    a, b = ({w.lower() for w in _WORD.findall(shelf.words(c, c.proposition))} for c in (left, right))
    return len(a & b) >= 0.6 * max(1, min(len(a), len(b)))
