"""Cards -> rows: the pairs of claims that may tell of one happening, with their scores.

A row looks back: from a claim to its twin, to the claim that it goes on with, to the few before it under a key, and to
the texts that it is copied from.
"""

from collections.abc import Collection, Iterable, Iterator, Set
from math import inf

import msgspec

from onrecord.events.block import keys
from onrecord.events.card import Card
from onrecord.events.echo import Echoes
from onrecord.events.files import Files, Order
from onrecord.events.judge import Rulings, age
from onrecord.events.scale import Scale
from onrecord.events.tables import weights
from onrecord.events.twins import Twins

Row = tuple[float, Order, Order, Card, Card]
"""A pair's score, less than zero so that the best comes first; then the orders of its claims, and the claims."""
RULED = -inf
"""The score of a pair that a person holds to be the same: it comes before all others."""


class Turn(msgspec.Struct, frozen=True):
    """What a change brings: rows that are new, and rows that hold no longer."""

    born: list[Row]
    dead: list[Row]
    copied: Set[str]
    """Claims of which it is another matter now where they are copied from."""


class Rows:
    """The rows of all cards."""

    def __init__(self, scale: Scale, echoes: Echoes) -> None:
        """No cards yet."""
        self.scale, self.echoes = scale, echoes
        self.rulings = Rulings()
        self.twins = Twins(scale.bars)
        self.files: Files[Card] = Files(keys, weights().block.neighbours)
        self.cards: dict[str, Card] = {}
        self.of: dict[Card, dict[Card, Row]] = {}
        """For each card the others that it has a row with."""

    def change(self, gone: Collection[Card], fresh: Collection[Card]) -> Turn:
        """Forget the claims of some documents and take those of others."""
        copied = self.echoes.change(gone, fresh)
        done = Turn([], [], copied.keys())
        for card in gone:
            del self.cards[card.id]
            for other, row in self.of.pop(card).items():
                self.of.get(other, {}).pop(card, None)
                done.dead.append(row)
        self.cards.update((card.id, card) for card in fresh)
        self.of.update((card, {}) for card in fresh)
        moved = self.twins.change(gone, fresh)
        met = self.files.change(moved.outs, moved.ins)
        for pair in self._touched(copied, moved.pairs, fresh):
            self._again(*pair, done)
        for card, lost, gained in met:
            for other in lost:
                self._again(other, card, done)
            self._meet(card, gained, done)
        return done

    def _touched(
        self,
        copied: dict[str, tuple[tuple[str, ...], tuple[str, ...]]],
        twins: Iterable[tuple[Card, Card]],
        fresh: Iterable[Card],
    ) -> Iterator[tuple[Card, Card]]:
        """Pairs of which something other than their keys has changed."""
        for claim, (before, now) in copied.items():
            for source in set(before).symmetric_difference(now):
                if claim in self.cards and source in self.cards:
                    yield self.cards[source], self.cards[claim]
        for late, early in twins:
            yield early, late
        for card in fresh:
            if card.prior:
                yield self.cards[card.prior], card
            for other in self.rulings.alike.get(card.id, ()):
                if other in self.cards:
                    yield card, self.cards[other]

    def _again(self, one: Card, other: Card, done: Turn) -> None:
        """Decide afresh on a pair."""
        if one in self.of and other in self.of:
            self._put(one, other, self._row(one, other), done)

    def _meet(self, late: Card, others: Iterable[Card], done: Turn) -> None:
        """Weigh a card against those that it newly meets. What is copied, a twin or ruled on has been seen to."""
        mine, floor = self.of[late], weights().threshold
        for other, found in self.scale.strong(late, others, floor):
            if other in mine or self.echoes.holds(other.id, late.id) or self.rulings.open(other.id, late.id):
                continue
            self._put(other, late, (-found, other.order, late.order, other, late), done)

    def _row(self, one: Card, other: Card) -> Row | None:
        """The row of a pair, however it came about; None where it has none."""
        early, late = (one, other) if one.order < other.order else (other, one)
        left, right = (one, other) if one.id < other.id else (other, one)
        ruled, copied = self.rulings.same.get((left.id, right.id)), self.echoes.holds(left.id, right.id)
        if ruled:
            return (RULED, (-age(ruled)[0], left.id), (0.0, right.id), left, right)
        if self.rulings.open(left.id, right.id):
            return None
        if self.twins.of(late) is early:
            found = self.scale.like(early, late, copied)
            return (-found, early.order, late.order, early, late) if found > -inf else None
        if early.id == late.prior or late.id == early.prior:
            found = self.scale.weigh(early, late, copied)
            return (-found, early.order, late.order, early, late) if found > -inf else None
        if not copied:
            left, right = early, late
            if any(self.twins.of(c) is not c for c in (early, late)) or early not in self.files.before(late):
                return None
        found = self.scale.weigh(left, right, copied, weights().threshold)
        return (-found, left.order, right.order, left, right) if found >= weights().threshold else None

    def _put(self, one: Card, other: Card, row: Row | None, done: Turn) -> None:
        """Keep the row of a pair, or that it has none."""
        before = self.of[one].get(other)
        if before == row:
            return
        if before:
            done.dead.append(before)
            del self.of[one][other], self.of[other][one]
        if row:
            done.born.append(row)
            self.of[one][other] = self.of[other][one] = row
