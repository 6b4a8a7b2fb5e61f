"""How much an event matters today: a sum whose parts are shown, and the order that follows from it."""

from collections.abc import Iterable

from onrecord.briefing.draft import standing
from onrecord.briefing.joint import ASSERTING
from onrecord.briefing.lexicon import kinds, points
from onrecord.briefing.shelf import Shelf
from onrecord.records import Change, Claim, Event, Measure, Scope, Score, Stance, VerdictKind

ANSWERS = (Stance.DENIED, Stance.NEITHER)


def score(event: Event, claims: tuple[Claim, ...], changes: Iterable[Change], shelf: Shelf) -> Score:
    """The score of an event as `claims` tell it, of the day's `changes`. Its points stand in score.toml."""
    table, sort = points(), kinds().get(event.kind)
    parties = {name for kind, name in standing(claims, shelf) if kind == "party"}
    agree = any(v.kind in (VerdictKind.AGREE, VerdictKind.COMPATIBLE) for v in event.verdicts)
    countries = shelf.story.countries
    lands = {p.country for c in claims for p in c.places if p.country}
    inside = not countries or not lands or not lands.isdisjoint(countries)
    answered = any(c.stance in ANSWERS and c.speaker is not None and c.speaker.side is not None for c in claims)
    parts = {
        "severity": max(sort.severity if sort else table.plain, table.ranked if answered else 0) + graver(claims),
        "origins": table.origin * min(event.independent or len(event.origins), table.origins),
        "sides": table.sides if len(parties) > 1 and agree else 0,
        "novelty": max((table.novelty[c.kind] for c in changes if c.event == event.key), default=0),
        "scope": table.scope if inside else 0,
    }
    return Score(event=event.id, total=sum(parts.values()), **parts)


def graver(claims: Iterable[Claim]) -> int:
    """The points that the people killed in an event add to its severity, by the highest account of it alone."""
    told = (c for c in claims if c.stance in ASSERTING and not c.debunked and not c.background)
    dead = (q for c in told for q in c.quantities if q.measure is Measure.KILLED and q.scope is not Scope.CUMULATIVE)
    most = max((q.value or 0 for q in dead), default=0)
    return sum(most >= bound for bound in points().dead)


def beat(event: Event, shelf: Shelf) -> int:
    """The rank of the event's beat in story.toml; after all of them where no beat names its kind."""
    beats = shelf.story.beats
    return next((i for i, b in enumerate(beats) if event.kind in b.kinds), len(beats))
