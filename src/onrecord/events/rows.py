"""Cards -> rows: the pairs of claims that may tell of one happening, with their scores.

A row looks back: from a claim to its twin, to the claim that it goes on with, to the few before it under a key, and to
the texts that it is copied from.
"""

from array import array
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from math import inf

import msgspec

from onrecord.events.block import keys
from onrecord.events.card import Card
from onrecord.events.echo import Echoes
from onrecord.events.files import Files
from onrecord.events.judge import Rulings, age
from onrecord.events.pairs import RULED, Numbers, Pairs, Row
from onrecord.events.scale import Scale
from onrecord.events.tables import weights
from onrecord.events.twins import Twins


class Turn(msgspec.Struct, frozen=True):
    """What a change brings: rows that are new, and rows that hold no longer."""

    born: Numbers
    """Their numbers among the pairs; some may be no more by the end of the change."""
    dead: list[Row]
    copied: dict[str, set[str]]
    """For claims of which it is another matter now where they are copied from the sources that came or went."""


PORTION = 500
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
        self.pairs = Pairs()

    def change(self, gone: Collection[Card], fresh: Collection[Card]) -> Turn:
        """Forget the claims of some documents and take those of others, earliest first."""
        self.pairs.turn()
        done = Turn(array("i"), [], {})
        self._forget(gone, done)
        for part in [fresh] if self.cards or not fresh else portions(fresh):
            self._take(gone, part, done)
            gone = ()
        return done

    def _forget(self, gone: Collection[Card], done: Turn) -> None:
        for card in gone:
            del self.cards[card.id]
        done.dead.extend(self.pairs.drop(gone))

    def _take(self, gone: Collection[Card], fresh: Collection[Card], done: Turn) -> None:
        copied = self.echoes.change(gone, fresh)
        for claim, (before, now) in copied.items():
            done.copied.setdefault(claim, set()).update(set(before).symmetric_difference(now))
        self.cards.update((card.id, card) for card in fresh)
        self.pairs.take(fresh)
        moved = self.twins.change(gone, fresh)
        met = self.files.change(moved.outs, moved.ins)
        for pair in self._touched(copied, moved.pairs, fresh):
            self._again(*pair, done)
        self._resign(moved.outs, done)
        for card, lost, gained in met:
            for other in lost:
                self._again(other, card, done)
            self._meet(card, gained, done)

    def _resign(self, outs: Iterable[Card], done: Turn) -> None:
        """Of claims for which an earlier twin stands from now on let go of the rows that they had for themselves."""
        for card in outs:
            if card in self.pairs.numbers:
                for other in [other for other, _ in self.pairs.at(card)]:
                    self._again(other, card, done)

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
        if one in self.pairs.numbers and other in self.pairs.numbers:
            self._put(one, other, self._row(one, other), done)

    def _meet(self, late: Card, others: Iterable[Card], done: Turn) -> None:
        """Weigh a card against those that it newly meets. What is copied, a twin or ruled on has been seen to."""
        mine, floor = self.pairs.beside(late), weights().threshold
        for other, found in self.scale.strong(late, others, floor):
            if other in mine or self.echoes.holds(other.id, late.id) or self.rulings.open(other.id, late.id):
                continue
            done.born.append(self.pairs.put((-found, other.order, late.order, other, late)))

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
            if any(self.twins.of(c) is not c for c in (early, late)) or not self.files.meets(late, early):
                return None
        found = self.scale.weigh(left, right, copied, weights().threshold)
        return (-found, left.order, right.order, left, right) if found >= weights().threshold else None

    def _put(self, one: Card, other: Card, row: Row | None, done: Turn) -> None:
        """Keep the row of a pair, or that it has none."""
        number = self.pairs.find(one, other)
        if number is not None:
            if self.pairs.row(number) == row:
                return
            done.dead.append(self.pairs.cut(number))
        if row:
            done.born.append(self.pairs.put(row))
