"""Origins of one event -> those that know of it: no outlet that only tells again, nobody who tells what came of it."""

from collections.abc import Iterable

from onrecord.events.card import Card
from onrecord.events.credit import RELAYING
from onrecord.events.tables import kinds
from onrecord.events.unnamed import nameless
from onrecord.events.voices import FEW, equal, seen
from onrecord.records import OriginGroup, Stance


def knowing(groups: Iterable[OriginGroup], cards: list[Card]) -> list[OriginGroup]:
    """Of the origins of an event those that tell of it by their own knowledge; all where none does.

    An outlet that tells in its own voice what was told before it, with no figure of its own and without saying that
    its people saw it, confirms nothing; nor does who only tells what came of it, unless most tell of that: a power
    cut is an event by itself. Cards come earliest first.
    """
    every, known = list(groups), {c.id: c for c in cards}
    came = sum(c.family in kinds().after for c in cards) <= len(cards) / 2
    after = kinds().after if came else frozenset[str]()
    found = []
    for group in every:
        members = [known[c] for c in group.claims if weighty(known[c]) and known[c].family not in after]
        if members and (cards[0].id in group.claims or not all(retells(c, cards) for c in members)):
            found.append(group)
    return found or every


def weighty(card: Card) -> bool:
    """Whether a claim tells anything of what happened: talk about what is known, or what is called for, does not.

    Nor does silence: that a side "did not comment".
    """
    told = card.claim.kind not in kinds().topics or bool(card.amounts) or card.claim.stance is Stance.DENIED
    return card.counts and told


def retells(card: Card, cards: Iterable[Card]) -> bool:
    """Whether an outlet tells in its own voice no more than others told before it."""
    if card.speaker or nameless(card) or (card.source is not None and card.source.kind not in RELAYING) or seen(card):
        return False
    telling = [a for a in card.amounts if a.value is not None and a.value > FEW]
    if not telling:
        return True
    before = [a for c in cards if c.order < card.order and c.publisher != card.publisher for a in c.amounts]
    return all(any(equal(a, b) for b in before) for a in telling)
