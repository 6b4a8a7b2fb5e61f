"""The places of a text -> those of one claim."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from onrecord.claims.naming import regional
from onrecord.claims.situated import LENGTH
from onrecord.records import Attribution, Place, PlaceRole, Span, Story

_REACH = 90
"""Characters before a name in which a distance to it may stand."""
_DISTANT = re.compile(
    rf"(?:\d|\b(?:some|about|few|several))[\w., -]*{LENGTH}"
    r"[^.;!?\n]{0,40}?\b(?:of|from|outside)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}$"
)
_BORDERING = re.compile(
    r",? (?:(?:which|that) (?:is|lies|sits) )?(?:close to|near|not far from|beside|by|on|along) (?:the|its) (?:\w+ )?"
    r"(?:border|frontier) with (?:the )?"
)
Inside = Callable[[Span], tuple[Place, ...]]
"""The places inside a span."""


class Grounds:
    """The places of one text in the order of their characters, and whose land they are."""

    def __init__(self, places: Sequence[Place], story: Story) -> None:
        self.places = places
        self._lands = {party.country: party.name for party in story.parties if party.country}

    def inside(self, span: Span) -> tuple[Place, ...]:
        """The places inside a span."""
        first = bisect_left(self.places, span.start, key=lambda p: p.span.start)
        last = bisect_left(self.places, span.end, key=lambda p: p.span.start)
        return tuple(p for p in self.places[first:last] if p.span.end <= span.end)

    def land(self, span: Span) -> str | None:
        """The party on whose land a place named in a span lies."""
        return next((owner for p in self.inside(span) if (owner := self.owner(p)) is not None), None)

    def owner(self, place: Place) -> str | None:
        """The party whose country a place lies in."""
        return self._lands.get(place.country or "")


def whereabouts(
    text: str,
    inside: Inside,
    attribution: Attribution,
    part: Span,
    sentence: Span,
    parts: Sequence[Span],
    others: Iterable[Attribution],
) -> tuple[Place, ...]:
    """The places in the proposition at `part`, else those of its sentence that are no other's, else the one place of
    the other `parts` beside it, else the speaker's region.

    Where the speaker has a region, those of the `others` who are heard in the sentence are theirs.
    """
    if own := inside(part):
        return own
    speaker = attribution.speaker
    taken = [*parts, *named(attribution)]
    seat = inside(speaker) if speaker is not None and regional(speaker.of(text)) else ()
    if seat:
        taken += [s for a in others if (s := a.speaker) is not None and regional(s.of(text))]
    free = tuple(p for p in inside(sentence) if not any(p.span.overlaps(span) for span in taken))
    beside = tuple(p for piece in parts for p in inside(piece))
    if not free and len({p.name for p in beside}) == 1 and beside[0].role is PlaceRole.AT:
        return beside[:1]
    return free or seat


def placed(text: str, places: Sequence[Place]) -> tuple[Place, ...]:
    """Places without those from which it is only reckoned where the one named before them in their sentence lies:
    "Orle, 20 km north of Mar", "Orle, close to the border with Belland"."""
    kept: list[Place] = []
    for place in places:
        before = text[kept[-1].span.end : place.span.start] if kept else "."
        near = len(before) < _REACH and not re.search(r"[.;!?\n]", before)
        if not (near and (_DISTANT.search(before) or _BORDERING.fullmatch(before))):
            kept.append(place)
    return tuple(kept)


def named(attribution: Attribution) -> list[Span]:
    """The characters of an attribution but for what is said."""
    some = (attribution.speaker, attribution.cue, attribution.venue, *attribution.chain)
    return [span for span in some if span is not None]
