"""Rows -> groups of claims that tell of one happening.

Agglomerative: the strongest row first, and no group ever holds a pair that a veto or a person keeps apart. Ties are
broken by publication and id, so that the order in which documents come changes nothing.

A change is replayed, not repeated. A group is *touched* from the row on at which it differs from what it was: one with
a claim that is new, or where a row came out otherwise than it did. Only rows at touched groups are decided again, in
their order. A row between two groups that are as they were comes out as it did.
"""

from collections.abc import Collection, Iterable, Iterator
from heapq import heappop, heappush, merge

import msgspec

from onrecord.events.card import Card
from onrecord.events.judge import Rulings
from onrecord.events.pairs import RULED, Row
from onrecord.events.rows import Rows, Turn
from onrecord.events.tree import Node, Tie, fuse, join
from onrecord.events.veto import Bars

Parts = tuple[Tie, Tie]
NOBODY = frozenset[str]()


class Group(msgspec.Struct, eq=False):
    """A touched group as it grows."""

    node: Node
    cards: list[Card]


class Groups:
    """Disjoint groups of all cards, and the rows along which they were joined."""

    def __init__(self, rows: Rows, bars: Bars) -> None:
        """No cards yet."""
        self.rows, self.bars = rows, bars
        self.leaves: dict[Card, Node] = {}
        self.joined: set[Row] = set()

    def change(self, gone: Collection[Card], fresh: Collection[Card], turn: Turn, rulings: Rulings) -> list[Node]:
        """Forget some cards and take others, with what that did to the rows; the groups that were touched."""
        for card in gone:
            self.leaves.pop(card).cut()
        for card in fresh:
            judged = frozenset([card.id]) if card.id in rulings.differ else NOBODY
            self.leaves[card] = Node(self.bars.reach(card), judged, card=card)
        return Replay(self, rulings).run(fresh, turn)

    def root(self, card: Card) -> Node:
        """The whole group of a claim."""
        found = self.leaves[card]
        while found.up is not None:
            found = found.up
        return found


class Replay:
    """One change. `touched` are the groups that differ from what they were when the same row was looked at before."""

    def __init__(self, groups: Groups, rulings: Rulings) -> None:
        """Nothing is touched yet."""
        self.groups, self.rulings = groups, rulings
        self.touched: dict[Card, Group] = {}
        self.later: list[Row] = []

    def run(self, fresh: Iterable[Card], turn: Turn) -> list[Node]:
        """Decide in order on all rows at touched groups; what was touched in the end."""
        lost = self.groups.joined.intersection(turn.dead)
        self.groups.joined -= lost
        for card in fresh:
            self.touched[card] = Group(self.groups.leaves[card], [card])
        born = self.groups.rows.pairs.strongest(turn.born)
        for row in self._due(merge(born, sorted(lost)) if lost else born):
            if lost and row in lost:
                self._part(row)
            else:
                self._decide(row)
        return list({id(g): g.node for g in self.touched.values()}.values())

    def _due(self, rows: Iterator[Row]) -> Iterator[Row]:
        """The rows, and those that come up meanwhile, in order and each once."""
        coming, last = next(rows, None), list[Row]()
        while coming or self.later:
            if coming is None or (self.later and self.later[0] < coming):
                row = heappop(self.later)
            else:
                row, coming = coming, next(rows, None)
            if last and last[0] < row:
                last.clear()
            if row not in last:
                last.append(row)
                yield row

    def _now(self, card: Card, row: Row) -> Group | Node:
        """The group of a claim when a row is looked at: touched, or as it was then."""
        return self.touched.get(card) or self.groups.leaves[card].before(row)

    def _touch(self, group: Group | Node, row: Row) -> Group:
        """From this row on a group differs from what it was: all its later rows are decided again."""
        if isinstance(group, Group):
            return group
        group.cut()
        made = Group(group, group.parts()[0])
        self.touched.update(dict.fromkeys(made.cards, made))
        for card in made.cards:
            for other, later in self.groups.rows.pairs.at(card, row):
                if group.ties or other not in self.touched:  # what is touched has its later rows on the list
                    heappush(self.later, later)
        return made

    def _part(self, row: Row) -> None:
        """A row that joined two groups is no more."""
        for card in row[3:]:
            if card in self.groups.leaves:
                self._touch(self._now(card, row), row)

    def _decide(self, row: Row) -> None:
        left, right = self._now(row[3], row), self._now(row[4], row)
        one = left.node if isinstance(left, Group) else left
        other = right.node if isinstance(right, Group) else right
        parts = self._parts(row, one, other) if one.ties or other.ties else None
        if left is right:
            self._inside(row, left, parts)
        elif self._apart(row, one, other, parts):
            if row in self.groups.joined:
                self.groups.joined.discard(row)
                self._part(row)
        else:
            self.groups.joined.add(row)
            self._join(row, self._touch(left, row), self._touch(right, row), parts)

    def _inside(self, row: Row, group: Group | Node, parts: Parts | None) -> None:
        """A row within one group changes nothing, but that it may make one of two parts that people have tied."""
        if parts is None or parts[0] is parts[1] or self.groups.bars.apart(parts[0].reach, parts[1].reach):
            self.groups.joined.discard(row)
        else:
            self.groups.joined.add(row)
            touched = self._touch(group, row)
            touched.node = fuse(row, touched.node, parts)

    def _parts(self, row: Row, one: Node, other: Node) -> Parts | None:
        """The parts that a row is between; none where it is people that tie."""
        leaves = self.groups.leaves
        return None if row[0] == RULED else (one.part(leaves[row[3]]), other.part(leaves[row[4]]))

    def _apart(self, row: Row, one: Node, other: Node, parts: Parts | None) -> bool:
        """Whether a veto or a person keeps any pair of two groups apart; what people hold to be one, no veto does."""
        if self.rulings.parted(one.judged, other.judged):
            return True
        reach = (parts[0].reach, parts[1].reach) if parts else (one.reach, other.reach)
        return row[0] != RULED and self.groups.bars.apart(*reach)

    def _join(self, row: Row, left: Group, right: Group, parts: Parts | None) -> None:
        """Make one group of two; the smaller moves."""
        big, small = (left, right) if len(left.cards) >= len(right.cards) else (right, left)
        big.node = join(row, left.node, right.node, parts)
        big.cards += small.cards
        for card in small.cards:
            self.touched[card] = big
