"""Whether what the reader made of a claim agrees with its labels, field by field."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from evals.passages.gold import Figure, Gold, Site, When, within

from onrecord.claims.marks import marks
from onrecord.claims.measures import thing
from onrecord.records import Actor, Claim, Moment, Operator, Quantity, Span, Speaker, Stance

RARE = {Stance.HEDGED, Stance.DENIED, Stance.NEITHER, Stance.CALLED_FOR}
REGION = (" region", " oblast", " province")
NOT_READ = "not read"


def compared(gold: Gold, claim: Claim | None, text: str, zone: ZoneInfo) -> Iterator[tuple[str, str, str, bool]]:
    """Each labelled field: name, what is expected, what the claim has, whether that is right."""
    label = gold.label
    if not label.maybe:
        yield from _voiced(gold, claim)
    yield from _passed(gold, claim, text)
    if label.kind:
        kinds = [label.kind] if isinstance(label.kind, str) else label.kind
        yield "kind", "/".join(kinds), claim.kind if claim else NOT_READ, claim is not None and claim.kind in kinds
    if label.agent is not None or label.target is not None:
        sides = [(label.agent, claim.agent if claim else None), (label.target, claim.target if claim else None)]
        got = " -> ".join(str(actor and (actor.party or actor.name)) for _, actor in sides) if claim else NOT_READ
        right = claim is not None and all(sided(asked, actor) for asked, actor in sides)
        yield "sides", f"{label.agent} -> {label.target}", got, right
    if label.moment:
        moment = claim.moment if claim else None
        got = f"{moment.earliest} .. {moment.latest} ({moment.rule})" if moment else "none"
        yield "moment", str(label.moment), got, claim is not None and timed(label.moment, moment, zone)


def _voiced(gold: Gold, claim: Claim | None) -> Iterator[tuple[str, str, str, bool]]:
    """Speaker and stance."""
    label = gold.label
    voice = claim.speaker if claim else None
    if label.name is not None or label.party is not None:
        right = claim is not None and heard(label.name, label.party, voice)
        got = f"{voice.name} of {voice.party} ({voice.rule})" if voice else "nobody" if claim else NOT_READ
        yield "speaker", f"{label.name} of {label.party}", got, right
    if label.implicit is not None and voice:
        yield "implicit", str(label.implicit), str(voice.implicit), label.implicit == voice.implicit
    if label.stance:
        got = str(claim.stance) if claim else NOT_READ
        yield "stance", label.stance, got, got == label.stance
        if label.stance in RARE:
            yield "rare stance", label.stance, got, got == label.stance


def _passed(gold: Gold, claim: Claim | None, text: str) -> Iterator[tuple[str, str, str, bool]]:
    """Venue and chain."""
    made = claim.attribution if claim else None
    venue = (made.venue,) if made and made.venue else ()
    for field, asked, spans in (("venue", gold.venue, venue), ("chain", gold.chain, made.chain if made else ())):
        if asked:
            got = "; ".join(s.of(text) for s in spans) or "none"
            yield field, asked.of(text), got, any(iou((asked,), (s,)) >= 0.5 for s in spans)


def heard(name: str | None, party: str | None, voice: Speaker | None) -> bool:
    """Whether a speaker is the one that is labelled; an empty name is the narrator's."""
    return alike(name, voice.name if voice else None) and alike(party, voice.party if voice else None)


def nearest(gold: Gold, claims: tuple[Claim, ...]) -> Claim | None:
    """The claim that covers most of the same characters, with the same cue if there is one."""

    def rank(claim: Claim) -> tuple[bool, float]:
        cue = claim.attribution.cue
        same = bool(cue and gold.cue and cue.overlaps(gold.cue)) if gold.cue else not cue
        return same, iou((gold.part,), (claim.proposition,))

    return max((c for c in claims if covered(gold.part, c.proposition)), key=rank, default=None)


def linked(gold: Gold, content: tuple[Span, ...], speaker: Span | None) -> bool:
    """Contents share half their characters; either the first speaker or who passed it on may be heard."""
    voices = [voice for voice in (gold.speaker, gold.chain) if voice and speaker]
    return any(speaker and voice.overlaps(speaker) for voice in voices) and iou(gold.content, content) >= 0.5


def sided(asked: str | list[str] | None, actor: Actor | None) -> bool:
    if asked is None:
        return True
    return (actor.party or actor.name if actor else "") in ([asked] if isinstance(asked, str) else asked)


def timed(when: When, moment: Moment | None, zone: ZoneInfo) -> bool:
    """Whether an interval is the one that is asked, to the minute; ends that are not labelled are not compared."""
    ends = [e and e.astimezone(zone).replace(tzinfo=None) for e in ((moment.earliest, moment.latest) if moment else ())]
    if when.open:
        return moment is None or moment.span is None or not any(ends)
    if len(ends) < 2:
        return False
    if when.day:
        return bool(ends[0] and ends[1] and within(when, ends[0], ends[1]))
    return all(_close(asked, end) for asked, end in zip((when.earliest, when.latest), ends, strict=True) if asked)


def _close(asked: datetime, end: datetime | None) -> bool:
    return end is not None and abs((asked - end).total_seconds()) <= 60


def same(figure: Figure, read: Quantity) -> bool:
    """Value, measure, operator and object, each where it is labelled; a bound may stand for the value."""
    bounded_above = read.operator in {Operator.AT_MOST, Operator.LESS_THAN, Operator.ALMOST}
    value = read.value if read.value is not None else read.high if bounded_above else read.low
    asked = (figure.value, figure.low, figure.high, figure.measure, figure.operator)
    got = (value, read.low, read.high, read.measure, read.operator)
    thing = None if read.unit else figure.object
    return all(a in (None, g) for a, g in zip(asked, got, strict=True)) and counted(thing, read.object)


def counted(asked: str | None, got: str | None) -> bool:
    """Whether the same thing is counted: a cruise missile is a missile, a boat a ship, and everybody a person."""
    return not asked or bool(got and (asked in got.split() or got in asked.split() or got in named(asked)))


@cache
def named(word: str) -> frozenset[str]:
    """What the records call the things that a word names (docs/reference/claims.md)."""
    return frozenset(thing(mark).object for mark in marks(word).of("object", Span(start=0, end=len(word))))


def bare(read: Quantity, text: str) -> bool:
    """Whether one is counted without a number ("a boy was killed"): neither asked for nor held against."""
    return read.value == 1 and not re.search(r"1|\bone\b|\bsingle\b", read.span.of(text), re.IGNORECASE)


def part_of(text: str, total: str, near: list[tuple[Claim, Quantity]]) -> bool:
    whole = [c.quantities[q.subset_of] for c, q in near if q.subset_of is not None]
    return any(w.span.of(text) in total or total in w.span.of(text) for w in whole)


def placed(site: Site, name: str, country: str | None) -> bool:
    return plain(site.name) == plain(name) and site.country in (None, country)


def plain(name: str) -> str:
    lowered = name.casefold()
    return next((lowered.removesuffix(end) for end in REGION if lowered.endswith(end)), lowered)


def alike(asked: str | None, got: str | None) -> bool:
    """Equal but for case and an article; an empty name is the narrator's."""
    if asked is None:
        return True
    return asked.casefold().removeprefix("the ") == (got or "").casefold().removeprefix("the ")


def spell(read: Quantity, text: str) -> str:
    return f"{read.span.of(text)!r} {read.measure} {read.operator} {read.value} [{read.low}, {read.high}] {read.object}"


def covered(left: Span, right: Span) -> bool:
    """Whether the two share half the characters of the shorter."""
    shared = min(left.end, right.end) - max(left.start, right.start)
    return shared > 0 and shared >= 0.5 * min(left.end - left.start, right.end - right.start)


def iou(left: Iterable[Span], right: Iterable[Span]) -> float:
    """Characters in both of all characters in either."""
    ours, theirs = _characters(left), _characters(right)
    return len(ours & theirs) / max(1, len(ours | theirs))


def _characters(spans: Iterable[Span]) -> set[int]:
    return {i for span in spans for i in range(span.start, span.end)}
