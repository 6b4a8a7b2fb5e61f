"""How the briefing was ordered and whom it lets speak, counted again: scores of its events, the parties, its length."""

from onrecord.briefing.lexicon import kinds, points
from onrecord.briefing.proof import rank
from onrecord.briefing.proof.home import Home
from onrecord.briefing.proof.stack import Stack
from onrecord.records import Briefing, Change, Claim, Event, Measure, Scope, Score, Stance, VerdictKind, Voice


def scores(briefing: Briefing, home: Home, changes: tuple[Change, ...], stack: Stack) -> str | None:
    """None if the scores are those of the events that the page tells, the highest first; else why not."""
    told = {s.event for section in briefing.sections for s in section.sentences}
    made = [_score(home.events[e], home, changes, stack) for e in told if e in home.events]
    made.sort(key=lambda s: s.event)
    wanted = tuple(sorted(made, key=lambda s: s.total, reverse=True))
    return None if briefing.scores == wanted else "the scores are not those of the events that are told"


def _score(event: Event, home: Home, changes: tuple[Change, ...], stack: Stack) -> Score:
    known = [stack.claims[c] for c in event.claims if c in stack.claims]
    claims = [c for c in known if home.current(c)] or known
    table, kind = points(), kinds().get(event.kind)
    severity = kind.severity if kind else table.plain
    if any(c.stance in (Stance.DENIED, Stance.NEITHER) and c.speaker and c.speaker.side for c in claims):
        severity = max(severity, table.ranked)
    severity += sum(bound <= _dead(claims) for bound in table.dead)
    voices = min(event.independent or len(event.origins), table.origins)
    news = [table.novelty[c.kind] for c in changes if c.event == event.key]
    parts = (
        severity,
        table.origin * voices,
        table.sides if _both(event, claims, stack) else 0,
        max([0, *news]),
        table.scope if _inside(claims, stack) else 0,
    )
    names = ("severity", "origins", "sides", "novelty", "scope")
    return Score(event=event.id, total=sum(parts), **dict(zip(names, parts, strict=True)))


def _dead(claims: list[Claim]) -> float:
    """The most people whom a claim says to have been killed in the event, and not since the war began."""
    counts: list[float] = [0]
    for claim in claims:
        if claim.debunked or claim.background or claim.stance in (Stance.DENIED, Stance.NEITHER, Stance.CALLED_FOR):
            continue
        figures = (q for q in claim.quantities if (q.measure, q.scope is Scope.CUMULATIVE) == (Measure.KILLED, False))
        counts += [q.value for q in figures if q.value is not None]
    return max(counts)


def _both(event: Event, claims: list[Claim], stack: Stack) -> bool:
    """Whether more than one belligerent tells of it, and anything in it agrees."""
    kinds_ = {v.kind for v in event.verdicts}
    sides = {name for kind, name in rank.origins(claims, stack) if kind == "party"}
    return len(sides) >= 2 and not kinds_.isdisjoint((VerdictKind.AGREE, VerdictKind.COMPATIBLE))


def _inside(claims: list[Claim], stack: Stack) -> bool:
    """Whether a place of it lies in the story's countries, or none is known to lie anywhere."""
    countries = set(stack.story.countries)
    known = {p.country for c in claims for p in c.places} - {None}
    return not countries or not known or bool(countries & known)


def voices(briefing: Briefing, stack: Stack) -> str | None:
    """None if each party is listed with what it said and what of it is told; else why not."""
    ids = {d.id for d in stack.fresh}
    said = [c.speaker.side for c in stack.claims.values() if c.speaker and c.document in ids]
    told = [_parties(s.claims, stack) for section in briefing.sections for s in section.sentences]
    wanted = []
    for party in stack.story.parties:
        name = party.name
        claims, sentences = said.count(name), sum(name in heard for heard in told)
        if party.belligerent or claims or sentences:
            wanted.append(Voice(party=name, claims=claims, told=sentences))
    return None if briefing.voices == tuple(wanted) else "the parties are not heard as it says"


def _parties(claims: tuple[str, ...], stack: Stack) -> set[str | None]:
    known = (stack.claims[c] for c in claims if c in stack.claims)
    return {c.speaker.side for c in known if c.speaker}


def length(briefing: Briefing, stack: Stack) -> str | None:
    """None if the briefing is no longer than it says; else why not."""
    told = sum(len(section.sentences) for section in briefing.sections)
    return None if briefing.length.event >= 1 and told <= briefing.length.sentences else "it is longer than it says"
