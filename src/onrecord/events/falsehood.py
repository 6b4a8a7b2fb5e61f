"""Cards of one event -> the same, where what one report calls false is false in all: told, never held as a fact."""

from msgspec.structs import replace

from onrecord.events.card import Card
from onrecord.events.tables import weights
from onrecord.events.voices import FEW, equal


def spread(cards: list[Card]) -> list[Card]:
    """The cards of an event, where each that tells the same as a debunked one is debunked too. Denials stand."""
    false = [c for c in cards if c.claim.debunked]
    if not false:
        return cards
    return [
        replace(c, claim=replace(c.claim, debunked=True)) if not c.open and any(same(c, f) for f in false) else c
        for c in cards
    ]


def same(card: Card, false: Card) -> bool:
    """Whether a claim tells what another report calls false: by the same figure or, without any, in like words."""
    if card.amounts and false.amounts:
        return any(equal(a, b) and (a.value or 0) > FEW for a in card.amounts for b in false.amounts)
    return card.words.cosine(false.words) >= weights().words.full
