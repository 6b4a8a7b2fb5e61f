"""What keeps two claims apart whatever else they share: direction, time, place, running totals, words against deeds.

Of two groups a few pairs may be kept apart and they are one all the same: one claim misread parts no forty.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain
from math import inf

import msgspec

from onrecord.events.breadth import unlike
from onrecord.events.card import Card
from onrecord.events.figures import kin
from onrecord.events.ground import closest
from onrecord.events.memo import Memo
from onrecord.events.tables import kinds, weights
from onrecord.records import PlaceRole

REGION = 2
"""The level of a region's spot."""
KEPT = 1 << 18
"""Pairs of forms whose veto is remembered."""


def bar(left: Card, right: Card) -> tuple[str, str] | None:
    """The slot that keeps the two apart, and why; None where nothing does."""
    for check in (totals, deeds, sides, aspects, moments, places):
        reason = check(left, right)
        if reason:
            return check.__name__, reason
    return None


def totals(left: Card, right: Card) -> str:
    """A running total is never a figure of one happening, nor the total of something else."""
    if left.running != right.running:
        return "a running total is not the toll of one happening"
    if left.tally != right.tally and not (tallied(left) and tallied(right)):
        return "what a whole day brought is not one happening"
    if not left.running:
        return ""
    mine, yours = ([a for a in c.amounts if a.running] for c in (left, right))
    same = any(a.measure == b.measure and kin(a.object, b.object) for a in mine for b in yours)
    return "" if same else "the two running totals count different things"


def tallied(card: Card) -> bool:
    """Whether a claim counts what is told of fronts day by day, though it may not say that it is of a day."""
    return any(a.measure in kinds().tallied for a in card.amounts)


def deeds(left: Card, right: Card) -> str:
    """Words and papers are not deeds; what is denied or left open may be classed as either."""
    table = kinds()
    if left.open or right.open or left.claim.kind in table.topics or right.claim.kind in table.topics:
        return ""
    if (left.family in table.paper) == (right.family in table.paper):
        return ""
    if frozenset((left.family, right.family)) in table.allies:
        return ""
    return f"{left.claim.kind} is words and {right.claim.kind} a deed, or the other way round"


def sides(left: Card, right: Card) -> str:
    """Who did it to whom: swapped sides are another happening, where both are sure."""
    a, b = left.sides, right.sides
    if not (left.sure and right.sure):
        return ""
    land = kinds().row(left.claim.kind).land and kinds().row(right.claim.kind).land
    swapped = a.defender == b.attacker and b.defender == a.attacker
    if a.attacker and b.attacker and a.attacker != b.attacker and (land or swapped):
        return f"{a.attacker} acts in one, {b.attacker} in the other"
    if land and a.defender and b.defender and a.defender != b.defender:
        return f"one is against {a.defender}, the other against {b.defender}"
    return ""


def aspects(left: Card, right: Card) -> str:
    """A whole wave is not the hit on one place."""
    if left.aspect and right.aspect and left.aspect != right.aspect:
        return "one tells of a whole wave, the other of one place hit"
    return ""


def moments(left: Card, right: Card) -> str:
    """Intervals that share no instant, running totals excepted; what no words date may be of days before."""
    if left.running or (left.since < right.end and right.since < left.end):
        return ""
    return "the times told share no instant"


def places(left: Card, right: Card) -> str:
    """Places that cannot hold one another, for deeds. Parts of one wave lie in several regions of one country.

    Where both claims are but set in what their reports name beside them, neither says where it happened.
    """
    table = kinds()
    if left.family in table.paper or right.family in table.paper:
        return ""
    if unlike(left, right):
        return "one is of several regions, the other of one"
    if closest(left.spots, right.spots) != -1.0:
        return ""
    if not (sited(left) or sited(right)):
        return ""
    if sweeping(left, right) or left.running:
        countries = {s.country for s in left.spots} & {s.country for s in right.spots}
        if countries or (left.sides == right.sides and left.sides.attacker and left.sides.defender):
            return ""  # Where the sides are the same, another country is that of the launch.
    return f"{left.spots[0].name} and {right.spots[0].name} are different places"


def sited(card: Card) -> bool:
    """Whether a claim tells itself where it happened."""
    return any(p.role is PlaceRole.AT for p in card.claim.places)


def sweeping(left: Card, right: Card) -> bool:
    """Whether both may tell of one wave: it is over many places."""
    told = {left.aspect, right.aspect}
    if "incident" in told:
        return False
    wide = all(c.spots[0].level <= REGION for c in (left, right))
    return "wave" in told or (left.family == right.family == "aerial" and wide)


class Reach(msgspec.Struct, frozen=True, gc=False):
    """What vetoes see of claims: how many have each form, and in order when each begins and when each ends."""

    forms: dict[int, int]
    starts: tuple[float, ...]
    ends: tuple[float, ...]

    def after(self, other: "Reach") -> int:
        """How many pairs of a claim here and one there there are of which the first begins when the other has ended."""
        if self.starts[-1] < other.ends[0]:
            return 0
        if len(self.starts) <= len(other.ends):
            return sum(bisect_right(other.ends, start) for start in self.starts)
        return sum(len(self.starts) - bisect_left(self.starts, end) for end in other.ends)


def pooled(reaches: Sequence[Reach]) -> Reach:
    """The reach of some claims together. It is as large as they are many: let none be kept that can be had again."""
    forms = dict(reaches[0].forms)
    for one in reaches[1:]:
        for form, count in one.forms.items():
            forms[form] = forms.get(form, 0) + count
    starts, ends = (chain.from_iterable(times) for times in ((r.starts for r in reaches), (r.ends for r in reaches)))
    return Reach(forms, tuple(sorted(starts)), tuple(sorted(ends)))


class Form(msgspec.Struct):
    """The number of a form, as the forms of one claim, and how many claims have it."""

    alone: dict[int, int]
    holders: int = 0


class Bars:
    """Vetoes between groups of claims, worked out once for each pair of forms: claims alike in all but their time."""

    def __init__(self, cards: Iterable[Card] = ()) -> None:
        """Number the cards by what vetoes look at."""
        self.form: dict[Card, int] = {}
        self.sample: dict[int, Card] = {}
        """One card of each form."""
        self.known: dict[object, Form] = {}
        self.made = 0
        self.parted = Memo(self._parted, KEPT)
        for card in cards:
            self.take(card)

    def take(self, card: Card) -> None:
        """Number a card. No number is ever given to another form."""
        key = shape(card)
        form = self.known.get(key)
        if form is None:
            form = self.known[key] = Form({self.made: 1})
            self.sample[self.made] = card
            self.made += 1
        form.holders += 1
        (self.form[card],) = form.alone

    def drop(self, card: Card) -> None:
        """Forget a card, and its form with the last card that has it."""
        number, key = self.form.pop(card), shape(card)
        form = self.known[key]
        form.holders -= 1
        if not form.holders:
            del self.known[key], self.sample[number]

    def reach(self, card: Card) -> Reach:
        """What vetoes see of one card."""
        start, end = (-inf, inf) if card.running else (card.since, card.end)
        return Reach(self.known[shape(card)].alone, (start,), (end,))

    def apart(self, left: Reach, right: Reach) -> bool:
        """Whether vetoes part two groups: more of their pairs than may be misread, and of few claims any."""
        most = weights().group.misread * len(left.starts) * len(right.starts)
        barred = left.after(right) + right.after(left)
        if barred > most:
            return True
        for one, count in left.forms.items():
            parted = self.parted.beside(one)
            for other, more in right.forms.items():
                if parted[other]:
                    barred += count * more
                    if barred > most:
                        return True
        return False

    def _parted(self, left: int, right: int) -> bool:
        a, b = self.sample[left], self.sample[right]
        return bool(places(a, b) or sides(a, b) or aspects(a, b) or deeds(a, b) or totals(a, b))


def shape(card: Card) -> tuple[object, ...]:
    """All that vetoes look at but the time."""
    total = tuple((a.measure, a.population, a.object) for a in card.amounts if a.running)
    return (
        card.claim.kind,
        card.family,
        card.aspect,
        card.sides,
        card.sure,
        card.spots,
        sited(card),
        card.open,
        card.tally,
        tallied(card),
        total,
    )
