"""Which of an event's units is told first: what a reader asks first, how many and where, by whom it is known."""

from collections.abc import Iterable
from datetime import datetime

from onrecord.briefing.fit import leans
from onrecord.briefing.lexicon import words
from onrecord.briefing.pen import anonymous, side, speaker, unsure
from onrecord.briefing.phrase import content_of, scene, shifted
from onrecord.briefing.shelf import Shelf
from onrecord.briefing.unit import Unit
from onrecord.records import Extent, Measure, Number, SourceKind, Stance

WHOLE = -2
"""The weight of words that say both how many and where."""
RANKED = (Stance.DENIED, Stance.NEITHER)
"""Stances that rank with the claim that they answer: they are told beyond an event's limit."""
Tolls = dict[tuple[object, ...], tuple[datetime, Number]]
"""By side (a party, else the speaker) and measure: the highest figure of a growing count, and when it was given."""


def ranked(found: tuple[Unit, ...], before: tuple[set[str], frozenset[Measure]], shelf: Shelf) -> list[Unit]:
    """Units best first, and the best of each speaker before the second of any.

    `before` holds who was heard in a tally, and the measures on which accounts differ: who gives those comes first.
    """
    heard, asked = before
    latest = newest(found, shelf)

    def rank(unit: Unit) -> tuple[object, ...]:
        length = sum(s.end - s.start for s in unit.spans)
        lead = unit.lead
        return (
            bool(asked) and not any(q.measure in asked for c in unit.claims for q in c.quantities),
            all(c.kind in ("other", "information") for c in unit.claims) and lead.stance not in RANKED,
            lead.speaker is None,
            not unsure(lead),
            anonymous(lead, shelf),
            passed(unit, latest, shelf),
            shifted(content_of(unit, shelf) or ""),
            weight(unit, shelf),
            shelf.source(lead).kind is not SourceKind.OFFICIAL,
            leans(unit, shelf),
            not 40 <= length <= 220,
            shelf.published(lead),
            lead.document,
            unit.spans,
        )

    turns: dict[str, int] = dict.fromkeys(sorted(heard), 1)
    order = []
    for place, unit in enumerate(sorted(found, key=rank)):
        name = side(unit.lead, shelf)
        order.append((turns.get(name, 0), place, unit))
        turns[name] = turns.get(name, 0) + 1
    return [unit for _, _, unit in sorted(order, key=lambda o: o[:2])]


def newest(found: Iterable[Unit], shelf: Shelf) -> Tolls:
    """The highest of each growing count, by its side; of two that are alike the later."""
    made: Tolls = {}
    for unit in found:
        for key, told in _tolls(unit, shelf).items():
            made[key] = max(made.get(key, told), told, key=lambda v: (v[1], v[0]))
    return made


def _tolls(unit: Unit, shelf: Shelf) -> Tolls:
    """What a unit counts of people, each at its highest: a part of them is told beside the whole."""
    made: Tolls = {}
    for claim in unit.claims:
        for q in claim.quantities:
            if q.measure in words().moving and q.value is not None:
                party = claim.speaker.side if claim.speaker else None
                key = (party or speaker(claim, shelf), q.measure)
                told = (shelf.published(claim), q.value)
                made[key] = max(made.get(key, told), told, key=lambda v: v[1])
    return made


def passed(unit: Unit, latest: Tolls, shelf: Shelf) -> bool:
    """Whether its side has since counted more than the unit tells."""
    return any(at < latest[key][0] and many < latest[key][1] for key, (at, many) in _tolls(unit, shelf).items())


def weight(unit: Unit, shelf: Shelf) -> tuple[int, bool, int]:
    """How little of what a reader asks first is in the words themselves: how many and where, then how many more."""
    held = {q.span for c in unit.claims for q in c.quantities if q.value is not None}
    figures = sum(any(s.holds(f) for s in unit.spans) for f in held)
    placed = located(unit) or bool(scene(unit, shelf))
    return (-(figures > 0) - placed, not located(unit), -min(2, figures))


def located(unit: Unit) -> bool:
    """Whether the words name the settlement or region where it happened."""
    fine = (Extent.SETTLEMENT, Extent.DISTRICT, Extent.REGION)
    at = [p.span for c in unit.claims for p in c.places if p.precision in fine]
    return any(u.holds(s) for u in unit.spans for s in at)
