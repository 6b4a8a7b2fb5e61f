"""Two cards -> numbers: how each slot scores, without a word why. Many pairs are weighed, and few are explained."""

from collections.abc import Callable
from functools import cache, lru_cache
from math import fsum, hypot, inf

from onrecord.events.card import Card
from onrecord.events.figures import Amount, alike
from onrecord.events.ground import closest
from onrecord.events.tables import kinds, weights
from onrecord.events.words import within

Scoring = Callable[[Card, Card], float | None]
"""The score of one slot from -1 to 1; None where either claim has nothing to compare."""

REGION = 2
"""The level of a region's spot."""
SHARED = {0: 0.6, 1: 0.3, 2: 0.6}
"""What a place in common is worth by its level, where it is no settlement: a country tells little."""


def kind(left: Card, right: Card) -> float | None:
    """The same kind, one of its family, or one that often tells of the same; a denial may be classed as any."""
    a, b, table = left.claim.kind, right.claim.kind, kinds()
    if a in table.topics or b in table.topics:
        return 0.3 if a == b else None
    if a == b:
        return 1.0
    if left.family == right.family:
        return 0.7
    if frozenset((left.family, right.family)) in table.allies:
        return 0.3
    return None if left.open or right.open else -1.0


def sides(left: Card, right: Card) -> float | None:
    """Who did it to whom; of what sides do together either may be named."""
    a, b = left.sides, right.sides
    if a.attacker and b.attacker and a.attacker != b.attacker:
        return None if {left.family, right.family} <= kinds().joint else -1.0
    same = (a.attacker is not None and a.attacker == b.attacker) + (a.defender is not None and a.defender == b.defender)
    return 0.5 * same if same else None


def place(left: Card, right: Card) -> float | None:
    """Place within place."""
    found = closest(left.spots, right.spots)
    if found is None:
        return None
    if found == 1.0:
        names = {s.name for s in right.spots}
        precise = max((s.level for s in left.spots if s.name in names), default=2)
        return SHARED.get(precise, 1.0)
    return 0.0 if found < 0 else round(found * 0.8, 3)


def moment(left: Card, right: Card) -> float | None:
    """How far the intervals are the same; without words for the time they say little, unless they are days apart."""
    if left.running:
        return None
    if not (left.firm and right.firm):
        return 0.25 if left.start < right.end and right.start < left.end else -1.0
    shared, shorter, whole = overlap(left, right)
    if whole == 0 or shared == whole:
        return 1.0
    return round((0.5 if shared >= shorter else 0.0) + 0.5 * shared / whole, 3)


def due(left: Card, right: Card) -> float | None:
    """Whether both are planned for one time; of what is put off another time is told, which says nothing."""
    if left.due is None or right.due is None:
        return None
    return 1.0 if left.due[0] < right.due[1] and right.due[0] < left.due[1] else None


def overlap(left: Card, right: Card) -> tuple[float, float, float]:
    """Seconds that two intervals share, those of the shorter one, and those from the first start to the last end."""
    shared = min(left.end, right.end) - max(left.start, right.start)
    whole = max(left.end, right.end) - min(left.start, right.start)
    return shared, min(left.end - left.start, right.end - right.start), whole


def weapon(left: Card, right: Card) -> float | None:
    """The same class of weapon."""
    if not (left.weapons and right.weapons):
        return None
    return -1.0 if left.weapons.isdisjoint(right.weapons) else 0.6


def nearness(left: Amount, right: Amount) -> float:
    """How near two figures of one thing are: 1 equal, .5 where bounds meet, down to -.5 where they are far apart.

    Many things are counted up to a few: small figures that are equal tell less, and that nobody was hurt says nothing.
    Nobody and somebody are not near at all: -1.
    """
    limits = weights().figures
    if left.value is not None and left.value == right.value:
        return 1.0 if abs(left.value) >= limits.telling else limits.small if left.value else 0.0
    if left.meets(right):
        return 0.5
    a, b = (abs(x.value or 0) for x in (left, right))
    if 0 in (left.value, right.value):
        return -1.0
    return 0.8 * min(a, b) / max(a, b) - 0.5 if max(a, b) else 0.0


def nearest(left: Card, right: Card) -> tuple[float, Amount, Amount] | None:
    """The figures of the same thing that fit best: one that fits is worth more than another that differs."""
    best: tuple[float, Amount, Amount] | None = None
    for a in left.amounts:
        for b in right.amounts:
            if alike(a, b):
                near = nearness(a, b)
                if best is None or near > best[0]:
                    best = (near, a, b)
    return best


def figures(left: Card, right: Card) -> float | None:
    """How near the nearest figures are; two running totals are of different days."""
    found = nearest(left, right)
    return None if found is None else 0.5 if left.running else round(found[0], 3)


def thing(left: Card, right: Card) -> float | None:
    """The same thing hit."""
    if not (left.thing.size and right.thing.size):
        return None
    return round(left.thing.cosine(right.thing) or -0.3, 3)


def wording(left: Card, right: Card) -> float:
    """How far the content words of two claims are the same, short ones less than their words would say: 0 to 1.

    Places are compared by themselves; where only one of the two is known to have happened at a place, its name is a
    word like others.
    """
    thin = weights().words.thin
    if left.spots and right.spots:
        both = left.words.dot(right.words)
        return both / (hypot(left.words.size, thin) * hypot(right.words.size, thin)) if both else 0.0
    mine, yours = (left.words, left.named), (right.words, right.named)
    both = fsum(a.dot(b) for a in mine for b in yours)
    return both / (hypot(*(a.size for a in mine), thin) * hypot(*(b.size for b in yours), thin)) if both else 0.0


def likeness(left: Card, right: Card) -> float:
    """The score of the content words in common: from the least to 1."""
    scale = weights().words
    found = wording(left, right)
    if found < scale.floor:
        return scale.least * (1 - found / scale.floor)
    return min(1.0, (found - scale.floor) / (scale.full - scale.floor))


def words(left: Card, right: Card) -> float | None:
    """Content words in common, against what reports of one kind share anyway; a curt denial has too few to tell."""
    found = round(likeness(left, right), 3) if left.words.size and right.words.size else None
    return None if found and found < 0 and (left.curt or right.curt) else found


def setting(left: Card, right: Card) -> float | None:
    """Content words in common around the claims, where two publishers tell of one place in different words.

    Where one of the two has no place, so far as the claims have words in common themselves, and by other words than
    these. Talk must carry itself.
    Two bulletins of one office are of one form, whatever they tell.
    """
    if left.publisher == right.publisher or "topic" in (left.family, right.family):
        return None
    known, scale = precise(left, right), weights().setting
    part = 1.0 if known else max(0.0, likeness(left, right)) if placeless(left, right) else 0.0
    if not part:
        return None
    said = frozenset[str]() if known else left.words.weights.keys() & right.words.weights.keys()
    found = within(around(left) - said, around(right) - said)
    return round(part * min(1.0, max(0.0, (found - scale.floor) / (scale.full - scale.floor))), 3)


@lru_cache(maxsize=1 << 13)
def around(card: Card) -> frozenset[str]:
    """The words around a claim as a set: too large to be held for all, and asked of those that came last."""
    return frozenset(card.setting)


def precise(left: Card, right: Card) -> bool:
    """Whether both name one place that is smaller than a region."""
    if left.town and left.town == right.town:
        return True
    mine = {s.name for s in left.spots if s.level > REGION}
    return any(s.name in mine for s in right.spots if s.level > REGION)


def placeless(left: Card, right: Card) -> bool:
    """Whether one of them is known to have happened nowhere in particular; a wave is over many places."""
    return not (left.spots and right.spots) and "wave" not in (left.aspect, right.aspect)


def answer(left: Card, right: Card) -> float | None:
    """A denial or silence of one side beside the assertion of another, as far as they speak of the same."""
    if left.open == right.open or left.party == right.party:
        return None
    mute, other = (left, right) if left.open else (right, left)
    if not (mute.speaker and other.counts and left.words.size and right.words.size):
        return None
    near = 1.0 if left.document.id == right.document.id else 0.4
    if mute.curt and near == 1.0 and left.telling == right.telling:
        return near
    return round(max(0.0, near * likeness(left, right)), 3)


def speaker(left: Card, right: Card) -> float | None:
    """The same speaker again."""
    return 1.0 if left.speaker and left.speaker == right.speaker else None


def context(left: Card, right: Card) -> float | None:
    """One account of one document that runs on."""
    if left.document.id != right.document.id or left.telling != right.telling:
        return None
    return 1.0 if left.claim.sentence.overlaps(right.claim.sentence) else 0.8


def background(left: Card, right: Card) -> float | None:
    """News in one and background in the other, where the time does not settle it."""
    if left.claim.background == right.claim.background or (left.firm and right.firm):
        return None
    return -1.0


SCORES: dict[str, Scoring] = {
    "kind": kind,
    "sides": sides,
    "place": place,
    "moment": moment,
    "due": due,
    "weapon": weapon,
    "figures": figures,
    "object": thing,
    "words": words,
    "setting": setting,
    "answer": answer,
    "speaker": speaker,
    "context": context,
    "background": background,
}
"""The slots in the order of the waterfall."""


FORMAL = ("kind", "sides", "place")
"""Slots that depend on no more than a claim's form does: see `veto.shape`."""
LAST = ("setting",)
"""What is compared where the rest leaves it a say."""
REST = tuple(name for name in SCORES if name not in (*FORMAL, *LAST))
ROUNDING = 0.001
"""What rounding may add to a score at most."""


def formal(left: Card, right: Card) -> tuple[float, ...]:
    """What the forms of two claims add to their score."""
    return tuple(_told(FORMAL, left, right))


def weigh(left: Card, right: Card, forms: tuple[float, ...], copied: bool = False, floor: float = -inf) -> float:
    """The score of a pair, as `slots.total` of its waterfall has it; of one that cannot reach the floor, less.

    `forms` is what `formal` gives for the two, or for others of the same forms.
    """
    found = [*forms, *_told(REST, left, right)]
    if copied:
        found.append(weights().slots["copied"])
    if fsum(found) + weights().slots["setting"] < floor - ROUNDING:
        return -inf
    found += _told(LAST, left, right)
    return round(fsum(found), 3)


def _told(names: tuple[str, ...], left: Card, right: Card) -> list[float]:
    return [score * weight for measure, weight in _rows(names) if (score := measure(left, right)) is not None]


@cache
def _rows(names: tuple[str, ...]) -> tuple[tuple[Scoring, float], ...]:
    return tuple((SCORES[name], weights().slots[name]) for name in names)
