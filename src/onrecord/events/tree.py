"""How a group of claims grew: a claim, or two groups joined along a row. Any state that it was in can be asked for."""

import msgspec

from onrecord.events.card import Card
from onrecord.events.rows import Row
from onrecord.events.veto import Reach


class Node(msgspec.Struct, eq=False, gc=False):
    """A group as it was once, and, by way of `up`, what became of it."""

    reach: Reach
    judged: frozenset[str]
    """The claims of which a person has judged that they differ from others."""
    card: Card | None = None
    row: Row | None = None
    halves: tuple["Node", "Node"] | None = None
    up: "Node | None" = None

    def before(self, row: Row) -> "Node":
        """The group that this one had become by the time a row was looked at."""
        found = self
        while found.up is not None and found.up.row is not None and found.up.row < row:
            found = found.up
        return found

    def cut(self) -> None:
        """From here on this group is another: what it had become is no more. No circle is left for others to clear."""
        last, self.up = self.up, None
        while last is not None:
            last.halves, last.up, last = None, None, last.up

    def parts(self) -> tuple[list[Card], list[Row]]:
        """The claims of the group, and the rows that brought them together, one fewer."""
        cards, rows, left = [], [], [self]
        while left:
            one = left.pop()
            if one.card:
                cards.append(one.card)
            if one.row and one.halves:
                rows.append(one.row)
                left += one.halves
        return cards, rows


def join(row: Row, left: Node, right: Node) -> Node:
    """The group that two become."""
    judged = left.judged | right.judged if left.judged and right.judged else left.judged or right.judged
    made = Node(left.reach | right.reach, judged, row=row, halves=(left, right))
    left.up = right.up = made
    return made
