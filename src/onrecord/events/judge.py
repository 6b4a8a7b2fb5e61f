"""Links -> rulings: what people have judged of pairs of claims. The latest judgement of a pair wins."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set

import msgspec

from onrecord.events.card import stamp
from onrecord.records import Judgement, Link

MACHINE = "onrecord"
Pair = tuple[str, str]


class Rulings(msgspec.Struct, frozen=True):
    """Pairs that people hold to be the same, different, or cannot tell."""

    same: dict[Pair, Link] = {}
    alike: dict[str, list[str]] = {}
    """For each claim those that people hold to be the same."""
    differ: dict[str, set[str]] = {}
    unsure: frozenset[Pair] = frozenset()

    def parted(self, left: Iterable[str], right: Set[str]) -> bool:
        """Whether any claim of the one group was judged different from any of the other."""
        return any(not right.isdisjoint(self.differ[c]) for c in left if c in self.differ)

    def open(self, left: str, right: str) -> bool:
        """Whether somebody looked at a pair and could not tell."""
        return bool(self.unsure) and (min(left, right), max(left, right)) in self.unsure


def pair(link: Link) -> Pair:
    """The two claims of a link, in order."""
    return (min(link.left, link.right), max(link.left, link.right))


def age(link: Link) -> float:
    """Less than zero: the later a link was judged, the less."""
    return -stamp(link.at) if link.at else 0.0


def latest(links: Iterable[Link]) -> dict[Pair, Link]:
    """Each judged pair's last judgement by a person."""
    judged = [k for k in links if k.by != MACHINE and k.relation == "event" and k.left != k.right]
    aged = sorted(judged, key=lambda k: (-age(k), k.id))
    return {pair(k): k for k in aged}


def rulings(held: Mapping[Pair, Link]) -> Rulings:
    """What holds of every judged pair, each with its last judgement."""
    differ: dict[str, set[str]] = defaultdict(set)
    alike: dict[str, list[str]] = defaultdict(list)
    for (left, right), link in held.items():
        if link.judgement is Judgement.DIFFERENT:
            differ[left].add(right)
            differ[right].add(left)
        elif link.judgement is Judgement.SAME:
            alike[left].append(right)
            alike[right].append(left)
    same = {p: k for p, k in held.items() if k.judgement is Judgement.SAME}
    unsure = frozenset(p for p, k in held.items() if k.judgement is Judgement.UNSURE)
    return Rulings(same=same, alike=dict(alike), differ=dict(differ), unsure=unsure)
