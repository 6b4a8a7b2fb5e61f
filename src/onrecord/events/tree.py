"""How a group of claims grew: a claim, or two groups joined along a row. Any state that it was in can be asked for."""

import msgspec

from onrecord.events.card import Card
from onrecord.events.pairs import RULED, Row
from onrecord.events.veto import Reach, pooled


class Tie(msgspec.Struct, frozen=True, eq=False, gc=False):
    """Of a group that people have tied together, a part that linking itself put together: its judged claims, its reach.

    Vetoes look at such parts alone: a copy of one of two claims that were judged to be one happening joins it, whatever
    keeps it apart from the other.
    """

    claims: frozenset[str]
    reach: Reach


class Node(msgspec.Struct, eq=False, gc=False):
    """A group as it was once, and, by way of `up`, what became of it.

    Only a claim and a whole group hold on to their reach: what a group was is seldom asked, and then put together
    again, so that all that a group ever was takes no more room than its claims.
    """

    held: Reach | None
    judged: frozenset[str]
    """The claims of which a person has judged that they differ from others."""
    card: Card | None = None
    row: Row | None = None
    halves: tuple["Node", ...] | None = None
    up: "Node | None" = None
    ties: tuple[Tie, ...] = ()
    """Its parts, where people have tied claims of it together."""
    tie: str = ""
    """The judged claim by way of which it came to a part of the group above it."""

    @property
    def reach(self) -> Reach:
        """What vetoes see of the group."""
        if self.held is not None:
            return self.held
        found, left = list[Reach](), [self]
        while left:
            one = left.pop()
            if one.held is not None:
                found.append(one.held)
            else:
                left += one.halves or ()
        made = pooled(found)
        if self.up is None:
            self.held = made
        return made

    def become(self, other: "Node") -> None:
        """Be a half of another group from here on."""
        self.up = other
        if self.card is None:
            self.held = None

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
                rows += [one.row] if len(one.halves) > 1 else []
                left += one.halves
        return cards, rows

    def part(self, leaf: "Node") -> Tie:
        """The part of the group that a claim is of; the whole, where nobody has tied anything in it."""
        if not self.ties:
            return Tie(frozenset(), self.reach)
        name = leaf.card.id if leaf.card else ""
        found = next((t for t in self.ties if name in t.claims), None)
        while found is None and leaf.up is not None:
            found = next((t for t in self.ties if leaf.tie in t.claims), None)
            leaf = leaf.up
        return found or self.ties[0]


def join(row: Row, left: Node, right: Node, parts: tuple[Tie, Tie] | None = None) -> Node:
    """The group that two become along a row; between two of their parts, where people have tied claims of them."""
    judged = left.judged | right.judged if left.judged and right.judged else left.judged or right.judged
    made = Node(pooled((left.reach, right.reach)), judged, row=row, halves=(left, right))
    if row[0] == RULED:
        made.ties = (*_tied(left), *_tied(right))
    elif parts:
        made.ties = _merged((*left.ties, *right.ties), parts)
        left.tie, right.tie = ("" if n.ties else min(p.claims) for n, p in ((left, parts[1]), (right, parts[0])))
    left.become(made)
    right.become(made)
    return made


def fuse(row: Row, group: Node, parts: tuple[Tie, Tie]) -> Node:
    """The same group, where a row makes one of two of its parts."""
    made = Node(group.reach, group.judged, row=row, halves=(group,), ties=_merged(group.ties, parts))
    group.become(made)
    group.tie = ""
    return made


def _tied(one: Node) -> tuple[Tie, ...]:
    """The parts of what is tied; before all other rows people tie claims."""
    return one.ties or (Tie(frozenset([one.card.id] if one.card else []), one.reach),)


def _merged(ties: tuple[Tie, ...], parts: tuple[Tie, Tie]) -> tuple[Tie, ...]:
    one, other = parts
    rest = tuple(t for t in ties if t is not one and t is not other)
    return (*rest, Tie(one.claims | other.claims, pooled((one.reach, other.reach))))
