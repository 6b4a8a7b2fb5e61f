"""An edition -> its daybook: one Entry for each event that the day's briefing tells or holds, the told ones first."""

from collections.abc import Iterator

from onrecord.events import judged
from onrecord.newsroom.acts import acts
from onrecord.newsroom.day import Edition
from onrecord.records import (
    Briefing,
    Claim,
    Document,
    Entry,
    Event,
    Finding,
    Moment,
    Place,
    Points,
    Quote,
    Ruling,
    Score,
    Told,
    Verdict,
    When,
    Where,
)


def entries(edition: Edition) -> Iterator[Entry]:
    """The day's events: those that the briefing tells, then those that it holds, each by its score."""
    told = named(edition.briefing)
    points = {s.event: pointed(s, s.event in told) for s in edition.scores}
    documents = {d.id: d for d in edition.view.documents}
    claims = {c.id: (c, documents[c.document]) for c in edition.view.claims if c.document in documents}
    rulings = acts(edition.view.links)
    for event in sorted(edition.events, key=lambda e: (not points[e.id].told, -points[e.id].total, e.key)):
        yield entry(event, points[event.id], claims, touching(event, edition, rulings))


def pointed(score: Score, told: bool) -> Points:
    """A score without the event that it is of, which the entry names."""
    parts = {name: getattr(score, name) for name in Score.__struct_fields__ if name != "event"}
    return Points(**parts, told=told)


def named(briefing: Briefing) -> frozenset[str]:
    """The ids of the events that a briefing tells in a sentence, a table or a chart."""
    told: set[str | None] = set()
    for section in briefing.sections:
        told.update(s.event for s in section.sentences)
        told.update(t.event for t in section.tables)
        told.update(c.event for c in section.charts)
    return frozenset(event for event in told if event)


def touching(event: Event, edition: Edition, rulings: tuple[Ruling, ...]) -> tuple[Ruling, ...]:
    """The acts of judging that touch an event's claims."""
    if not rulings:
        return ()
    pairs = {(k.left, k.right) for k in judged(edition.view.links, event.claims)}
    return tuple(r for r in rulings if not pairs.isdisjoint(r.pairs))


def entry(
    event: Event, points: Points, claims: dict[str, tuple[Claim, Document]], rulings: tuple[Ruling, ...]
) -> Entry:
    """One event with its claims in order of publication."""
    home = {claim: group.id for group in event.origins for claim in group.claims}
    return Entry(
        event=event.id,
        kind=event.kind,
        moment=when(event.moment),
        place=where(event.place),
        claims=tuple(said(*claims[c], home[c]) for c in event.claims),
        origins=len(event.origins),
        outlets=event.outlets,
        positions=event.positions,
        verdicts=tuple(finding(v) for v in event.verdicts),
        new=points.novelty > 0,
        score=points,
        groups=event.origins,
        judgements=rulings,
    )


def said(claim: Claim, document: Document, origin: str) -> Told:
    """A claim with its characters."""
    span, speaker = claim.proposition, claim.speaker
    return Told(
        claim=claim.id,
        doc=document.id,
        url=document.address,
        span=Quote(start=span.start, end=span.end, text=span.of(document.text)),
        speaker=speaker.name if speaker else None,
        party=speaker.party if speaker else None,
        stance=claim.stance,
        origin=origin,
    )


def finding(verdict: Verdict) -> Finding:
    """A verdict with its kind by name."""
    return Finding(
        measure=verdict.measure,
        verdict=verdict.kind,
        claims=verdict.claims,
        arithmetic=verdict.arithmetic,
        reason=verdict.reason,
        place=verdict.place,
    )


def when(moment: Moment | None) -> When | None:
    """A moment without its characters: those are of one of the claims."""
    if moment is None:
        return None
    return When(earliest=moment.earliest, latest=moment.latest, precision=moment.precision, rule=moment.rule)


def where(place: Place | None) -> Where | None:
    """A place without its characters."""
    return Where(**{name: getattr(place, name) for name in Where.__struct_fields__}) if place else None
