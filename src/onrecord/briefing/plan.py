"""One round of writing: which events are told, which changed figures are listed, how much room is left for silence."""

from dataclasses import dataclass

from onrecord.briefing.changes import revised
from onrecord.briefing.choose import choose, telling
from onrecord.briefing.draft import Draft
from onrecord.briefing.notebook import Notebook, figure
from onrecord.briefing.order import score
from onrecord.briefing.pen import speaker
from onrecord.briefing.shelf import Shelf
from onrecord.briefing.tell import Told
from onrecord.records import Change, Claim, Event, Length, Quantity, Score

Revision = tuple[Event, Draft]
"""A figure that its speaker changed, and the event that it is of."""
Refused = frozenset[tuple[str, ...]]
"""What the verifier refused in earlier rounds."""


@dataclass(frozen=True)
class Plan:
    """What is told: events, changed figures, and at most how many sentences on what nobody says."""

    told: tuple[Told, ...] = ()
    revised: tuple[Revision, ...] = ()
    silence: int = 0


def plan(
    events: tuple[Event, ...],
    changes: tuple[Change, ...],
    shelf: Shelf,
    length: Length,
    refused: Refused,
    hedged: dict[str, list[frozenset[str]]],
) -> Plan:
    """The plan of one round, within the length. `hedged` is what speakers said with a hedge today."""
    listed = _revisions(events, changes, shelf, length, refused)
    book = Notebook(shelf, length, refused, _replaced(listed, shelf), _new(listed), hedged=hedged)
    told = choose(events, changes, book, len(listed))
    left = length.sentences - len(listed) - sum(len(t.drafts) for t in told)
    unknown = sum(len(t.drafts) for t in told if t.event.kind == "information")
    return Plan(told, listed, max(0, min(left, length.aside - unknown)))


def _revisions(
    events: tuple[Event, ...], changes: tuple[Change, ...], shelf: Shelf, length: Length, refused: Refused
) -> tuple[Revision, ...]:
    """The changed figures of the highest events, in the order of the events."""
    made = [(e, d) for e, d in revised(events, shelf) if d.key not in refused]
    best = sorted(made, key=lambda r: (-points(r[0], changes, shelf).total, r[0].key))[: length.aside]
    return tuple(r for r in made if r in best)


def points(event: Event, changes: tuple[Change, ...], shelf: Shelf) -> Score:
    """The score of an event by its claims of today, or by all of them where it has none."""
    claims, _ = telling(event, shelf)
    every: tuple[Claim, ...] = claims or tuple(shelf.claims[c] for c in event.claims if c in shelf.claims)
    return score(event, every, [c for c in changes if c.event == event.key], shelf)


def _new(listed: tuple[Revision, ...]) -> frozenset[tuple[object, ...]]:
    """The figures that the list of changes tells as the newest."""
    return frozenset(figure(d.claims[0], q) for _, d in listed for at, q in enumerate(d.figures) if at != 1)


def _replaced(listed: tuple[Revision, ...], shelf: Shelf) -> frozenset[tuple[object, ...]]:
    """The figures that the changed ones replace: of the same speaker those before them, and those between the two."""
    found = set()
    for event, draft in listed:
        lead, (now, then, *_) = draft.claims[0], draft.figures
        told = (shelf.claims[c] for c in event.claims if c in shelf.claims)
        for claim in (c for c in told if speaker(c, shelf) == speaker(lead, shelf)):
            same = (q for q in claim.quantities if (q.measure, q.place) == (now.measure, now.place))
            found |= {figure(claim, q) for q in same if q.value != now.value and _between(q, now, then)}
    return frozenset(found)


def _between(quantity: Quantity, now: Quantity, then: Quantity) -> bool:
    """Whether a figure lies between two others, or is one of them."""
    values = [q.value for q in (now, then) if q.value is not None]
    return quantity.value is not None and bool(values) and min(values) <= quantity.value <= max(values)
