"""Pairs of cards -> rows: each with its score, by number, in flat arrays. A busy week has a million."""

from array import array
from collections.abc import Collection, Iterable, Iterator
from math import inf
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from onrecord.events.card import Card
from onrecord.events.files import ORDER, Order

Row = tuple[float, Order, Order, Card, Card]
"""A pair's score, less than zero so that the best comes first; then the orders of its claims, and the claims."""
RULED = -inf
"""The score of a pair that a person holds to be the same: it comes before all others."""
FEW = 4096
"""Rows up to which a plain sort is as fast."""


Numbers: TypeAlias = "array[int]"
CUT = -1


class Pairs:
    """Rows by number, and for each card the numbers of its rows."""

    def __init__(self) -> None:
        """No cards yet."""
        self.numbers: dict[Card, int] = {}
        """The number of each card."""
        self.cards: list[Card | None] = []
        self.rows: list[Numbers] = []
        """For the number of each card those of its rows."""
        self.score, self.left, self.right = array("d"), array("i"), array("i")
        """For the number of each row its score and its two cards; CUT where it is no more."""
        self.ruled: dict[int, Row] = {}
        """Rows that people make: their order is that of the judgements."""
        self.unused: list[int] = []
        self.free: list[int] = []
        self.spent: list[int] = []

    def turn(self) -> None:
        """Begin a change: only now may the numbers of rows that were cut be given again."""
        self.free += self.spent
        self.spent.clear()

    def take(self, cards: Iterable[Card]) -> None:
        """Take some cards, without rows."""
        for card in cards:
            if self.unused:
                self.numbers[card] = at = self.unused.pop()
                self.cards[at] = card
            else:
                self.numbers[card] = len(self.cards)
                self.cards.append(card)
                self.rows.append(array("i"))

    def drop(self, cards: Collection[Card]) -> list[Row]:
        """Forget some cards; the rows that went with them. What thousands had rows with is gone through once."""
        cut = sorted({number for card in cards for number in self.rows[self.numbers[card]]})
        gone = [self.row(number) for number in cut]
        met = {at for number in cut for at in (self.left[number], self.right[number])}
        for number in cut:
            self._mark(number)
        for at in met:
            self.rows[at] = array("i", (n for n in self.rows[at] if self.left[n] != CUT))
        for at in map(self.numbers.pop, cards):
            self.cards[at] = None
            self.unused.append(at)
        return gone

    def row(self, number: int) -> Row:
        """A row by its number."""
        score = self.score[number]
        if score == RULED:
            return self.ruled[number]
        left, right = self.cards[self.left[number]], self.cards[self.right[number]]
        assert left is not None and right is not None
        return (score, left.order, right.order, left, right)

    def at(self, card: Card, after: Row | None = None) -> Iterator[tuple[Card, Row]]:
        """The others that a card has a row with, and the rows; of these the ones that come up after some row."""
        least = after[0] if after else -inf
        for number in self.rows[self.numbers[card]]:
            if self.score[number] < least:
                continue
            row = self.row(number)
            if after is None or after < row:
                yield (row[4] if row[3] is card else row[3]), row

    def beside(self, card: Card) -> set[Card | None]:
        """The others that a card has a row with."""
        at = self.numbers[card]
        return {self.cards[self.left[n] + self.right[n] - at] for n in self.rows[at]}

    def find(self, one: Card, other: Card) -> int | None:
        """The number of the row of two cards."""
        both = self.numbers[one] + self.numbers[other]
        few = min(self.rows[self.numbers[one]], self.rows[self.numbers[other]], key=len)
        return next((n for n in few if self.left[n] + self.right[n] == both), None)

    def put(self, row: Row) -> int:
        """Keep a row of two cards that have none; its number."""
        left, right = self.numbers[row[3]], self.numbers[row[4]]
        if self.free:
            number = self.free.pop()
            self.score[number], self.left[number], self.right[number] = row[0], left, right
        else:
            number = len(self.score)
            self.score.append(row[0])
            self.left.append(left)
            self.right.append(right)
        if row[0] == RULED:
            self.ruled[number] = row
        self.rows[left].append(number)
        self.rows[right].append(number)
        return number

    def cut(self, number: int) -> Row:
        """Let go of a row."""
        row = self.row(number)
        for at in (self.left[number], self.right[number]):
            self.rows[at].remove(number)
        self._mark(number)
        return row

    def _mark(self, number: int) -> None:
        self.ruled.pop(number, None)
        self.left[number] = self.right[number] = CUT
        self.spent.append(number)

    def strongest(self, numbers: Numbers) -> Iterator[Row]:
        """Of some rows those that still are, the strongest first, then the earliest."""
        if len(numbers) <= FEW:
            yield from sorted(self.row(n) for n in numbers if self.left[n] != CUT)
            return
        yield from sorted(self.ruled[n] for n in numbers if n in self.ruled)
        for number in self._sorted(np.frombuffer(numbers, np.int32)):
            if number not in self.ruled:
                yield self.row(number)

    def _sorted(self, numbers: NDArray[np.int32]) -> Iterator[int]:
        place = np.zeros(len(self.cards), np.int32)
        ordered = [self.numbers[card] for card in sorted(self.numbers, key=ORDER)]
        place[ordered] = np.arange(len(ordered))
        left, right = (np.array(side, np.int32)[numbers] for side in (self.left, self.right))
        score = np.array(self.score)[numbers]
        found = np.lexsort((place[right], place[left], score))
        return map(int, numbers[found[left[found] != CUT]])
