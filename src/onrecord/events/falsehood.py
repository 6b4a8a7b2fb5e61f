"""Cards of one event -> the same, where what one report calls false is false in all: told, never held as a fact."""

from msgspec.structs import replace

from onrecord.events.card import Card
from onrecord.events.tables import weights
from onrecord.events.unnamed import called
from onrecord.events.voices import FEW, equal

RARE = 100
"""Figures from here on are not told of two things in one event by chance."""


def spread(cards: list[Card]) -> list[Card]:
    """The cards of an event, where each that tells the same as a debunked one is debunked too. Denials stand.

    With a claim that another report calls false all falls that its teller says along with it. What a party calls
    false is its denial, and makes nothing false.
    """
    false = [c for c in cards if c.claim.debunked and c.party is None]
    if not false:
        return cards
    refuting = {c.document.id for c in false}
    held = [c for c in cards if not c.open and not c.claim.debunked]
    fallen = [c for c in held if any(same(c, f) for f in false)]
    told = {account(c) for c in fallen if c.document.id not in refuting}
    gone = {c.id for c in fallen} | {c.id for c in held if account(c) in told}
    return [replace(c, claim=replace(c.claim, debunked=True)) if c.id in gone else c for c in cards]


def account(card: Card) -> tuple[str, str]:
    """Whose account of an event a claim is, and in which report."""
    return card.document.id, card.speaker or called(card)


def same(card: Card, false: Card) -> bool:
    """Whether a claim tells what another report calls false: in like words and, where both count, by the same figure.

    It may say more than is called false: then it has most of those words. One word alone, a name, is not enough, but
    where a figure goes with it and it is all there is; a large figure is enough by itself. What is false may be only
    who did it: where a party is named, a claim that names none or another tells something else.
    """
    told, mine = false.claim.agent, card.claim.agent
    if told and told.party and (mine is None or mine.party != told.party):
        return False
    counting = bool(card.amounts and false.amounts)
    figures = [a.value or 0 for a in card.amounts for b in false.amounts if equal(a, b)]
    if counting and max(figures, default=0) <= FEW:
        return False
    return max(figures, default=0) >= RARE or alike(card, false, min(2, len(false.words.weights)) if counting else 2)


def alike(card: Card, false: Card, least: int) -> bool:
    """Whether a claim says what is called false in like words, so many of them at least."""
    shared = card.words.weights.keys() & false.words.weights.keys()
    near = card.words.covers(false.words) >= weights().words.covered
    return len(shared) >= least and (near or card.words.cosine(false.words) >= weights().words.same)
