"""Card -> keys: only claims that share a place, a wave, a figure, a speaker or a rare name on one day are compared."""

from collections.abc import Iterator
from itertools import pairwise
from math import inf

from onrecord.events.card import Card
from onrecord.events.figures import number
from onrecord.events.tables import kinds, weights
from onrecord.events.when import DAY

Key = tuple[object, ...]


def days(card: Card) -> list[Key]:
    """The days that the claim's interval touches; a long or open interval is filed by its last month.

    A toll that no words date may be told again for days.
    """
    limit = weights().block.days
    if card.start > -inf and card.end < inf and card.end - card.start <= limit * DAY:
        start = card.since if card.family == "toll" else card.start
        first, last = int(start // DAY), int(max(card.start, card.end - 1) // DAY)
        return [("day", d) for d in range(first, last + 1)]
    if card.start == -inf and card.end < inf:  # Background is mostly of the days before.
        last = int(card.end // DAY)
        return [("day", d) for d in range(last - limit + 1, last + 1)]
    told = card.end if card.end < inf else card.start
    return [("month", int(told // (30 * DAY)) if abs(told) < inf else 0)]


def subjects(card: Card) -> Iterator[Key]:
    """What the claim can be found by on one day."""
    if card.aspect != "incident" and card.family == "aerial":
        yield ("wave", card.sides.defender or card.sides.attacker or "")
    for spot in card.spots:
        if spot.level > 1:
            yield ("place", spot.name)
            if spot.region != spot.name:
                yield ("place", spot.region)
    for amount in card.amounts:
        if amount.value is not None:
            yield ("figure", amount.measure, number(amount.value))
    if card.due:
        yield ("due", int(card.due[0] // DAY), card.family)
    if card.speaker:
        yield ("speaker", card.speaker, card.family)
    names = sorted(k for k, w in card.words.weights.items() if w >= weights().words.name)
    for name in names[:6]:
        yield ("name", name)
    if card.family in kinds().paper or not (card.spots or card.amounts):
        plain = sorted(card.words.weights, key=lambda k: (-len(k), k))
        for pair in pairwise(plain[:5]):
            yield ("words", *sorted(pair))


def keys(card: Card) -> list[Key]:
    """Every key that a claim is filed under, each once."""
    if card.running:
        totals = [("total", a.measure) for a in card.amounts if a.running]
        return list(dict.fromkeys(totals))
    found = [(*day, *subject) for day in days(card) for subject in subjects(card)]
    found.append(("document", card.document.id))
    return list(dict.fromkeys(found))
