"""Links -> rulings: what people have judged of pairs of claims, made consistent.

The latest judgement of a pair wins; one that was taken back is as if it had never been made. Where judgements of
several pairs cannot all hold (A is B, B is C, A is not C) the latest are held, and what they exclude is set aside.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from datetime import UTC

import msgspec

from onrecord.events.when import stamp
from onrecord.records import Judgement, Link, Relation

MACHINE = "onrecord"
Pair = tuple[str, str]


class Rulings(msgspec.Struct, frozen=True):
    """Pairs that people hold to be the same (latest first), different, or cannot tell."""

    same: dict[Pair, Link] = {}
    alike: dict[str, list[str]] = {}
    """For each claim those that people hold to be the same."""
    differ: dict[str, set[str]] = {}
    unsure: frozenset[Pair] = frozenset()
    parting: dict[Pair, Link] = {}
    """The judgement that holds each pair to be different."""

    def parted(self, left: Set[str], right: Set[str]) -> bool:
        """Whether any claim of the one group was judged different from any of the other."""
        if not (left and right and self.differ):
            return False
        small, big = (left, right) if len(left) <= len(right) else (right, left)
        return any(not big.isdisjoint(self.differ[c]) for c in small if c in self.differ)

    def open(self, left: str, right: str) -> bool:
        """Whether somebody looked at a pair and could not tell."""
        return bool(self.unsure) and (min(left, right), max(left, right)) in self.unsure

    def part(self, left: Iterable[str], right: Iterable[str]) -> Link | None:
        """The first judgement that holds a claim of the one group different from one of the other."""
        if not self.parting:
            return None
        pairs = sorted({(min(a, b), max(a, b)) for a in left for b in right} & self.parting.keys())
        return self.parting[pairs[0]] if pairs else None


def pair(link: Link) -> Pair:
    """The two claims of a link, in order."""
    return (min(link.left, link.right), max(link.left, link.right))


def age(link: Link) -> tuple[float, str]:
    """The key that judgements are sorted by, oldest first; one without a time is older than all others."""
    return (stamp(link.at) if link.at else float("-inf"), link.id)


def latest(links: Iterable[Link], relation: str = Relation.EVENT) -> dict[Pair, Link]:
    """Each judged pair's last judgement by a person, without those that their judge has taken back.

    Links hold the last of each judge on a pair, as a view has them, or the whole history.
    """
    own: dict[tuple[Pair, str], Link] = {}
    for link in sorted(links, key=age):
        if link.by != MACHINE and link.relation == relation and link.left != link.right:
            own.pop((pair(link), link.by), None)
            own[pair(link), link.by] = link
    return {pair(k): k for k in own.values() if k.judgement is not Judgement.TAKEN_BACK}


def held(links: Iterable[Link], relation: str = Relation.EVENT) -> dict[Pair, Link]:
    """The judgements that hold in one relation, each by its pair, the latest first."""
    return {pair(k): k for k in settle(latest(links, relation).values())[0]}


def aside(links: Iterable[Link], relation: str = Relation.EVENT) -> list[Link]:
    """The judgements that later ones exclude, the latest first."""
    return settle(latest(links, relation).values())[1]


def rulings(judged: Mapping[Pair, Link]) -> Rulings:
    """What holds of every judged pair, from the judgements that do."""
    same = {p: k for p, k in judged.items() if k.judgement is Judgement.SAME}
    parting = {p: k for p, k in judged.items() if k.judgement is Judgement.DIFFERENT}
    alike: dict[str, list[str]] = defaultdict(list)
    for left, right in same:
        alike[left].append(right)
        alike[right].append(left)
    differ: dict[str, set[str]] = defaultdict(set)
    for left, right in parting:
        differ[left].add(right)
        differ[right].add(left)
    return Rulings(
        same=same,
        alike=dict(alike),
        differ=dict(differ),
        unsure=frozenset(p for p, k in judged.items() if k.judgement is Judgement.UNSURE),
        parting=parting,
    )


def settle(links: Iterable[Link]) -> tuple[list[Link], list[Link]]:
    """Of judgements on several pairs those that can hold together, and those that later ones exclude; latest first."""
    home: dict[str, set[str]] = {}
    apart: dict[str, set[str]] = defaultdict(set)
    held: list[Link] = []
    aside: list[Link] = []
    for link in sorted(links, key=age, reverse=True):
        left, right = (home.setdefault(c, {c}) for c in (link.left, link.right))
        if link.judgement is Judgement.SAME:
            small, big = sorted((left, right), key=len)
            if any(not big.isdisjoint(apart[c]) for c in small if c in apart):
                aside.append(link)
                continue
            _merge(big, small, home)
        elif link.judgement is Judgement.DIFFERENT:
            if left is right:
                aside.append(link)
                continue
            apart[link.left].add(link.right)
            apart[link.right].add(link.left)
        held.append(link)
    return held, aside


def _merge(big: set[str], small: set[str], home: dict[str, set[str]]) -> None:
    if big is not small:
        big |= small
        home.update(dict.fromkeys(small, big))


def judged(links: Iterable[Link], claims: Iterable[str]) -> tuple[Link, ...]:
    """The judgements by people that touch any of the claims, in the order in which they were made."""
    inside = set(claims)
    touching = (k for k in links if k.by != MACHINE and (k.left in inside or k.right in inside))
    return tuple(sorted(touching, key=age))


def words(link: Link) -> str:
    """Who judged, when, and in which words why."""
    at = f" at {link.at.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if link.at else ""
    return f"judged by {link.by}{at}{f': {link.note}' if link.note else ''}"


def groundless(history: Iterable[Link]) -> Iterator[Link]:
    """Those of all links ever kept that take back what their judge had not judged."""
    standing: set[tuple[Pair, str, str]] = set()
    for link in sorted(history, key=age):
        key = (pair(link), link.relation, link.by)
        if link.judgement is not Judgement.TAKEN_BACK:
            standing.add(key)
        elif key in standing:
            standing.discard(key)
        else:
            yield link
