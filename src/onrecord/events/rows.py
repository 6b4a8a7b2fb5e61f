"""Cards -> rows: the pairs of claims that may tell of one happening, with their scores.

A row looks back: from a claim to its twin, to the claim that it goes on with, to the few before it under a key, and to
the texts that it is copied from.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
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
    copied: set[str]
    """Claims of which it is another matter now where they are copied from."""


PORTION = 2000
"""Claims of a first load that are taken up at a time: what each meets is held until all have met theirs."""


def portions(cards: Collection[Card]) -> Iterator[list[Card]]:
    """Cards, earliest first, in portions; what was published at one time, and so each document, stays together."""
    part = list[Card]()
    for _, same in groupby(cards, key=lambda c: c.order[0]):
        part += same
        if len(part) >= PORTION:
            yield part
            part = []
    if part:
        yield part


class Rows:
    """The rows of all cards."""

    def __init__(self, scale: Scale, echoes: Echoes) -> None:
        """No cards yet."""
        self.scale, self.echoes = scale, echoes
        self.rulings = Rulings()
        self.twins = Twins(scale.bars)
        self.files: Files[Card] = Files(keys, weights().block.neighbours)
        self.cards: dict[str, Card] = {}
        self.back: dict[Card, dict[Card, Row]] = {}
        """For each card the earlier ones that it has a row with, and the row."""
        self.ahead: dict[Card, list[Row]] = {}
        """For each card its rows with later ones."""
        self.scores: dict[float, float] = {}
        """Scores, equal ones once."""

    def at(self, card: Card) -> Iterator[tuple[Card, Row]]:
        """The others that a card has a row with, and the rows."""
        yield from self.back[card].items()
        for row in self.ahead[card]:
            yield (row[4] if row[3] is card else row[3]), row

    def change(self, gone: Collection[Card], fresh: Collection[Card]) -> Turn:
        """Forget the claims of some documents and take those of others, earliest first."""
        done = Turn([], [], set())
        self._forget(gone, done)
        for part in [fresh] if self.cards or not fresh else portions(fresh):
            self._take(gone, part, done)
            gone = ()
        return done

    def _forget(self, gone: Iterable[Card], done: Turn) -> None:
        for card in gone:
            del self.cards[card.id]
            done.dead.extend(row for _, row in self.at(card))
            for other, row in self.at(card):
                if other.order < card.order:
                    self.ahead[other].remove(row)
                else:
                    del self.back[other][card]
            del self.back[card], self.ahead[card]

    def _take(self, gone: Collection[Card], fresh: Collection[Card], done: Turn) -> None:
        copied = self.echoes.change(gone, fresh)
        done.copied.update(copied)
        self.cards.update((card.id, card) for card in fresh)
        self.back.update((card, {}) for card in fresh)
        self.ahead.update((card, []) for card in fresh)
        moved = self.twins.change(gone, fresh)
        met = self.files.change(moved.outs, moved.ins)
        for pair in self._touched(copied, moved.pairs, fresh):
            self._again(*pair, done)
        for card, lost, gained in met:
            for other in lost:
                self._again(other, card, done)
            self._meet(card, gained, done)

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
        if one in self.back and other in self.back:
            self._put(one, other, self._row(one, other), done)

    def _meet(self, late: Card, others: Iterable[Card], done: Turn) -> None:
        """Weigh a card against those that it newly meets. What is copied, a twin or ruled on has been seen to."""
        mine, floor = self.back[late], weights().threshold
        for other, found in self.scale.strong(late, others, floor):
            if other in mine or self.echoes.holds(other.id, late.id) or self.rulings.open(other.id, late.id):
                continue
            self._put(other, late, self._made(found, other, late), done)

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
            return self._made(found, early, late) if found > -inf else None
        if early.id == late.prior or late.id == early.prior:
            found = self.scale.weigh(early, late, copied)
            return self._made(found, early, late) if found > -inf else None
        if not copied:
            left, right = early, late
            if any(self.twins.of(c) is not c for c in (early, late)) or early not in self.files.before(late):
                return None
        found = self.scale.weigh(left, right, copied, weights().threshold)
        return self._made(found, left, right) if found >= weights().threshold else None

    def _made(self, score: float, left: Card, right: Card) -> Row:
        return (self.scores.setdefault(-score, -score), left.order, right.order, left, right)

    def _put(self, one: Card, other: Card, row: Row | None, done: Turn) -> None:
        """Keep the row of a pair, or that it has none."""
        early, late = (one, other) if one.order < other.order else (other, one)
        before = self.back[late].get(early)
        if before == row:
            return
        if before:
            done.dead.append(before)
            del self.back[late][early]
            self.ahead[early].remove(before)
        if row:
            done.born.append(row)
            self.back[late][early] = row
            self.ahead[early].append(row)
