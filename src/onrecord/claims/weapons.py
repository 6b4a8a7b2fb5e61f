"""A proposition -> the weapon that it tells of: class and name, from data/weapons.csv."""

from onrecord.claims.arms import Arm, arms
from onrecord.claims.marks import Mark, marks
from onrecord.records import Span, Weapon


def arm(mark: Mark) -> Arm:
    """What a weapon mark stands for."""
    return arms()[int(mark.value.split("|")[0])]


def weapon(text: str, span: Span) -> Weapon | None:
    """The weapon of the proposition at `span`: the first that is named, by its model where one stands beside it."""
    found = marks(text).of("weapon", span)
    if not found:
        return None
    first = _used(text, found)
    near = [m for m in found if arm(m).kind == arm(first).kind and arm(m).model and abs(m.start - first.end) < 30]
    best = near[0] if near and not arm(first).model else first
    return Weapon(span=best.span, name=arm(best).name, kind=arm(best).kind)


def _used(text: str, found: list[Mark]) -> Mark:
    """The weapon after "with", "using" or "by", else the first one."""
    told = [m for m in found if _told(text[max(0, m.start - 40) : m.start].lower())]
    return told[0] if told else found[0]


def _told(before: str) -> bool:
    return any(w in {"with", "using", "by", "from", "involving"} for w in before.replace(",", " ").split()[-3:])
