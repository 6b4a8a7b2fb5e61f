"""Cards -> groups of claims that tell of one happening.

Agglomerative: the strongest link first, and no group ever holds a pair that a veto or a person keeps apart. Ties are
broken by publication and id, so that the order in which documents come changes nothing.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from math import inf

import msgspec
import numpy as np

from onrecord.events.block import candidates
from onrecord.events.card import Card
from onrecord.events.echo import Echoes
from onrecord.events.judge import Pair, Rulings
from onrecord.events.scores import weigh
from onrecord.events.slots import compare, total
from onrecord.events.tables import weights
from onrecord.events.veto import Bars, Reach
from onrecord.protocols import Comparison
from onrecord.records import Link, Slot

Scored = tuple[float, int, int]
"""The score of a pair, less than zero so that the best comes first, and where its claims stand among the cards."""
CHUNK = 4096


class Group(msgspec.Struct):
    """Claims of one happening and the links that brought them together, one fewer than the claims."""

    cards: list[Card]
    reach: Reach
    judged: frozenset[str]
    """The claims of which a person has judged that they differ from others."""
    links: list[Link]


class Scale:
    """Weighs pairs of cards; `extra` are a plug-in's comparisons, whose rows join the waterfall."""

    def __init__(self, echoes: Echoes, extra: tuple[Comparison, ...] = ()) -> None:
        """Take what is compared beside the cards themselves."""
        self.echoes, self.extra = echoes, extra
        self.known: dict[Slot, Slot] = {}

    def slots(self, left: Card, right: Card) -> tuple[Slot, ...]:
        """The waterfall of a pair; equal rows are held once."""
        found = (*compare(left, right, self.echoes), *self._more(left, right))
        return tuple(self.known.setdefault(s, s) for s in found)

    def weigh(self, left: Card, right: Card, copied: bool, floor: float = -inf) -> float:
        """The score of a pair, which may be less where it is below the floor; a plug-in's veto sinks it."""
        if not self.extra:
            return weigh(left, right, copied, floor)
        more = tuple(self._more(left, right))
        return -inf if any(s.veto for s in more) else round(weigh(left, right, copied) + total(more), 3)

    def _more(self, left: Card, right: Card) -> Iterator[Slot]:
        return (s for s in (c(left.claim, right.claim) for c in self.extra) if s is not None)


def strongest(scored: Iterable[Scored]) -> Iterator[Scored]:
    """Scored pairs, the strongest first, then the earliest. A busy week has a million: they are held as numbers."""
    rows = np.fromiter(scored, np.dtype([("score", "f8"), ("one", "i4"), ("other", "i4")]))
    rows = rows[np.lexsort((rows["other"], rows["one"], rows["score"]))]
    for begin in range(0, len(rows), CHUNK):
        yield from rows[begin : begin + CHUNK].tolist()


class Groups:
    """Disjoint groups that grow by joining."""

    def __init__(self, cards: tuple[Card, ...], bars: Bars, rulings: Rulings) -> None:
        """Every claim begins as a group of its own."""
        self.cards, self.bars, self.rulings = cards, bars, rulings
        none = frozenset[str]()
        judged = {claim: frozenset([claim]) for claim in rulings.differ}
        self.of = {c.id: Group([c], bars.reach[c.id], judged.get(c.id, none), []) for c in cards}

    def apart(self, left: Group, right: Group) -> bool:
        """Whether a veto or a person keeps any pair of the two groups apart."""
        return self.bars.apart(left.reach, right.reach) or self.rulings.parted(left.judged, right.judged)

    def join(self, link: Link, left: Group, right: Group) -> None:
        """Make one group of two; the smaller moves."""
        big, small = (left, right) if len(left.cards) >= len(right.cards) else (right, left)
        big.cards += small.cards
        big.links += [*small.links, link]
        big.reach |= small.reach
        big.judged |= small.judged
        for card in small.cards:
            self.of[card.id] = big

    def rule(self) -> None:
        """What people hold to be the same comes first, and no veto of ours keeps it apart."""
        for link in self.rulings.same:
            left, right = self.of.get(link.left), self.of.get(link.right)
            if left and right and left is not right and not self.rulings.parted(left.judged, right.judged):
                self.join(link, left, right)

    def grow(self, scored: Iterable[Scored], scale: Scale) -> None:
        """Join along links, the strongest first, then the earliest."""
        for score, one, other in strongest(scored):
            a, b = self.cards[one], self.cards[other]
            left, right = self.of[a.id], self.of[b.id]
            if left is not right and not self.apart(left, right):
                first, second = min(a.id, b.id), max(a.id, b.id)
                self.join(Link(left=first, right=second, score=-score, slots=scale.slots(a, b)), left, right)

    def all(self) -> list[Group]:
        """The groups, by their earliest claim; cards and links in order."""
        found = {id(g): g for g in self.of.values()}.values()
        for group in found:
            group.cards.sort(key=lambda c: c.order)
            group.links.sort(key=lambda k: (k.left, k.right))
        return sorted(found, key=lambda g: g.cards[0].order)


def twins(cards: Iterable[Card], bars: Bars) -> dict[str, Card]:
    """Each claim's twin: the earliest that reads the same in every slot. Ten thousand copies are compared as one."""
    first: dict[object, Card] = {}
    found = {}
    for card in cards:
        told = tuple(q.quantity for q in card.amounts)
        when = (card.start, card.end)
        key = (
            bars.reach[card.id].forms,
            when,
            card.speaker,
            tuple(card.words.weights.items()),
            told,
            card.claim.background,
        )
        found[card.id] = first.setdefault(key, card) if card.words.weights else card
    return found


def score(cards: tuple[Card, ...], scale: Scale, bars: Bars, unsure: frozenset[Pair]) -> Iterator[Scored]:
    """Every pair at or above the threshold: twins with their twin, and the others where they share a key or text."""
    place = {c.id: at for at, c in enumerate(cards)}
    twin, echoes, floor = twins(cards, bars), scale.echoes, weights().threshold
    for at, card in enumerate(cards):
        first = twin[card.id]
        found = -inf if first is card else scale.weigh(first, card, echoes.holds(first.id, card.id))
        if found > -inf:
            yield -found, place[first.id], at
    alone = [at for at, c in enumerate(cards) if twin[c.id] is c]
    near = ((alone[a], alone[b], False) for a, b in candidates(cards[at] for at in alone))
    text = ((place[min(c, s)], place[max(c, s)], True) for c, found in echoes.sources.items() for s in found)
    reach = [bars.reach[c.id] for c in cards]
    for one, other, copied in chain(near, text):
        if bars.apart(reach[one], reach[other]):
            continue
        a, b = cards[one], cards[other]
        if (a.id, b.id) in unsure or (b.id, a.id) in unsure or (not copied and echoes.holds(a.id, b.id)):
            continue
        found = scale.weigh(a, b, copied, floor)
        if found >= floor:
            yield -found, one, other


def cluster(cards: tuple[Card, ...], scale: Scale, rulings: Rulings) -> list[Group]:
    """The groups of all cards, which come earliest first."""
    bars = Bars(cards)
    groups = Groups(cards, bars, rulings)
    groups.rule()
    groups.grow(score(cards, scale, bars, rulings.unsure), scale)
    return groups.all()
