"""Links -> rulings: what people have judged of pairs of claims. The latest judgement of a pair wins."""

from collections import defaultdict
from collections.abc import Iterable, Set

import msgspec

from onrecord.events.card import stamp
from onrecord.records import Judgement, Link

MACHINE = "onrecord"
Pair = tuple[str, str]


class Rulings(msgspec.Struct, frozen=True):
    """Pairs that people hold to be the same (latest first), different, or cannot tell."""

    same: tuple[Link, ...] = ()
    differ: dict[str, set[str]] = {}
    unsure: frozenset[Pair] = frozenset()

    def parted(self, left: Iterable[str], right: Set[str]) -> bool:
        """Whether any claim of the one group was judged different from any of the other."""
        return any(not right.isdisjoint(self.differ[c]) for c in left if c in self.differ)


def pair(link: Link) -> Pair:
    """The two claims of a link, in order."""
    return (min(link.left, link.right), max(link.left, link.right))


def latest(links: Iterable[Link]) -> dict[Pair, Link]:
    """Each judged pair's last judgement by a person."""
    judged = [k for k in links if k.by != MACHINE and k.relation == "event" and k.left != k.right]
    aged = sorted(judged, key=lambda k: (stamp(k.at) if k.at else 0.0, k.id))
    return {pair(k): k for k in aged}


def rulings(links: Iterable[Link]) -> Rulings:
    """What holds of every judged pair."""
    found = latest(links)
    differ: dict[str, set[str]] = defaultdict(set)
    for (left, right), link in found.items():
        if link.judgement is Judgement.DIFFERENT:
            differ[left].add(right)
            differ[right].add(left)
    same = [k for k in found.values() if k.judgement is Judgement.SAME]
    same.sort(key=lambda k: (-stamp(k.at) if k.at else 0.0, k.id))
    unsure = frozenset(p for p, k in found.items() if k.judgement is Judgement.UNSURE)
    return Rulings(same=tuple(same), differ=dict(differ), unsure=unsure)
