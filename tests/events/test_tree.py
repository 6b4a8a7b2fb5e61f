from collections.abc import Callable

from onrecord.events.card import Card
from onrecord.events.pairs import Row
from onrecord.events.tree import Node, join
from onrecord.events.veto import Bars, pooled
from onrecord.records import Claim, Document

Said = tuple[Document, Claim]


def row(score: float, left: Card, right: Card) -> Row:
    return (-score, left.order, right.order, left, right)


def test_a_group_is_known_as_it_was(waves: list[Said], cards: Callable[..., list[Card]]) -> None:
    a, b, c = cards(*waves[:3])
    bars = Bars([a, b, c])
    one, two, three = (Node(bars.reach(x), frozenset(), card=x) for x in (a, b, c))
    strong, weak = row(6.0, a, b), row(4.0, b, c)
    both = join(strong, one, two)
    every = join(weak, both, three)
    assert one.before(strong) is one
    assert one.before(weak) is both and three.before(weak) is three
    assert one.before(row(3.5, a, c)) is every
    found, rows = every.parts()
    assert {x.id for x in found} == {a.id, b.id, c.id} and rows == [weak, strong]
    assert every.reach == pooled([bars.reach(x) for x in (a, b, c)])


def test_only_claims_and_whole_groups_hold_on_to_what_vetoes_see(
    waves: list[Said], cards: Callable[..., list[Card]]
) -> None:
    told = cards(*waves[:4])
    bars = Bars(told)
    leaves = [Node(bars.reach(x), frozenset(), card=x) for x in told]
    group, grown = leaves[0], [leaves[0]]
    for n in range(1, 4):
        group = join(row(9.0 - n, told[n - 1], told[n]), group, leaves[n])
        grown.append(group)
    assert [n.held is None for n in grown] == [False, True, True, False]
    assert [n.reach for n in grown] == [pooled([bars.reach(x) for x in told[: n + 1]]) for n in range(4)]
    assert grown[2].held is None
    grown[2].cut()
    assert grown[2].reach is grown[2].held
