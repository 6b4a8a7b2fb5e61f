"""Accounts -> verdicts by arithmetic within one origin: parts of a whole, the remainder printed and never filled in."""

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

import msgspec

from onrecord.events.account import Account, Subject
from onrecord.events.card import Card
from onrecord.events.figures import number
from onrecord.events.tables import kinds, lists
from onrecord.events.unnamed import human
from onrecord.events.words import listed
from onrecord.records import Span, Verdict, VerdictKind

FATES = ("shot_down", "lost_to_ew", "returned", "hit", "still_airborne")
MANY = 8
"""Figures of one account up to which it is tried which add up: of more, some do by chance."""


class Sum(msgspec.Struct, frozen=True):
    """A whole and its parts as one origin gives them, each with its label."""

    whole: Account
    parts: tuple[tuple[str, Account], ...]

    @property
    def total(self) -> float:
        """The whole."""
        return self.whole.exact or 0

    @property
    def rest(self) -> float:
        """What the parts leave of the whole: below zero where they are more."""
        return self.total - sum(a.exact or 0 for _, a in self.parts)

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims that it stands on."""
        return tuple(dict.fromkeys(c for a in (self.whole, *(p for _, p in self.parts)) for c in a.claims))

    def arithmetic(self, rest: str) -> str:
        """The sum as print has it; `rest` names what is left over."""
        terms = [f"{number(a.exact or 0)} {label}" for label, a in self.parts]
        if self.rest > 0:
            terms.append(f"{number(self.rest)} {rest}")
        sign = "=" if self.rest >= 0 else "<"
        return f"{number(self.total)} {lists().measures[self.whole.subject.measure].label} {sign} {' + '.join(terms)}"


Near = Callable[[Sum], bool]
"""Whether a whole and its parts are told together."""


def nowhere(_: Sum) -> bool:
    """Nothing is known of where anything is told."""
    return False


def beside(cards: Iterable[Card]) -> Near:
    """Of claims: whether one report tells a whole and its parts in one sentence or in sentences that adjoin."""
    known = {c.id: c for c in cards}

    def near(found: Sum) -> bool:
        parts = [[known[c] for c in a.claims if c in known] for _, a in found.parts]
        return any(_adjoin(known[c], parts) for c in found.whole.claims if c in known)

    return near


def _adjoin(whole: Card, parts: list[list[Card]]) -> bool:
    text, start, end = whole.document.text, whole.claim.sentence.start, whole.claim.sentence.end
    left = [[c.claim.sentence for c in p if c.document.id == whole.document.id] for p in parts]
    while left:
        spans = [s for part in left for s in part if _touch(text, s, start, end)]
        if not spans:
            return False
        start, end = min(start, *(s.start for s in spans)), max(end, *(s.end for s in spans))
        left = [part for part in left if not any(s in spans for s in part)]
    return True


def _touch(text: str, span: Span, start: int, end: int) -> bool:
    """Whether nothing but space stands between a sentence and a run of others."""
    return not text[end : span.start].strip() and not text[span.end : start].strip()


def _single(accounts: Iterable[Account]) -> list[Account]:
    return [a for a in accounts if a.exact is not None]


def fates(accounts: tuple[Account, ...]) -> Iterator[Sum]:
    """What became of what was launched, for each origin, thing and place."""
    told = _single(accounts)
    for whole in told:
        if whole.subject.measure != "launched":
            continue
        own = [a for a in told if a.origin == whole.origin]
        found = ((m, _fitting([a for a in own if a.subject.measure == m], whole.subject)) for m in FATES)
        parts = [(lists().measures[m].label, a) for m, a in found if a]
        if len(parts) > 1 or (parts and parts[0][1].exact != whole.exact):
            yield Sum(whole, tuple(parts))


def _fitting(parts: list[Account], whole: Subject) -> Account | None:
    """The one figure for what became of some that is told of the whole.

    The place may be named with the one and not with the other, unless it is named with two figures.
    """
    same = [a for a in parts if msgspec.structs.replace(a.subject, place="", measure=whole.measure) == _bare(whole)]
    near = [a for a in same if a.subject.place == whole.place]
    open_ = [a for a in same if not a.subject.place or not whole.place]
    fits = near or open_
    return fits[0] if len(fits) == 1 else None


def _bare(subject: Subject) -> Subject:
    return msgspec.structs.replace(subject, place="")


def people(accounts: tuple[Account, ...], near: Near) -> Iterator[Sum]:
    """What became of people, for each origin: of a shift, those who came up, the dead and the missing.

    Nothing says that the one are parts of the other but that they are told together and add up, so that nothing may be
    left over.
    """
    told = [a for a in _single(accounts) if _lives(a.subject)]
    for whole in told:
        own = [a for a in told if a is not whole and a.origin == whole.origin and a.exact]
        parts = _adding(own, whole.exact or 0) if whole.subject.measure in kinds().whole else ()
        found = Sum(whole, tuple((lists().measures[a.subject.measure].label, a) for a in parts))
        if parts and near(found):
            yield found


def _lives(subject: Subject) -> bool:
    """Whether the whole of a number of people is told, of one place and not since long ago."""
    plain = not (subject.population or subject.place or subject.running)
    counts = human(subject.object.split()[-1]) if subject.object else subject.measure in kinds().people
    return plain and counts and (subject.measure in kinds().people or subject.measure in kinds().whole)


def _adding(parts: list[Account], total: float) -> tuple[Account, ...]:
    """The fewest figures of different measures that add up to a total; none where two choices do, or of too many."""
    if len(parts) > MANY:
        return ()
    for count in range(2, len(parts) + 1):
        sets = [s for s in combinations(parts, count) if sum(a.exact or 0 for a in s) == total]
        found = [s for s in sets if len({a.subject.measure for a in s}) == count]
        if found:
            return found[0] if len(found) == 1 else ()
    return ()


def shares(accounts: tuple[Account, ...]) -> Iterator[Sum]:
    """A figure and its parts by place, for each origin."""
    told = _single(accounts)
    for whole in told:
        if whole.subject.place or whole.subject.measure == "level":
            continue
        parts = [a for a in told if a.origin == whole.origin and a.subject.place and a.subject.within(whole.subject)]
        parts = [a for a in parts if a.subject.population == whole.subject.population]
        if len(parts) > 1 or (parts and parts[0].exact != whole.exact):
            yield Sum(
                whole,
                tuple((f"({a.now[0].place})", a) for a in sorted(parts, key=lambda a: (-(a.exact or 0), a.subject))),
            )


def _verdict(found: Sum, kind: VerdictKind, reason: str, rest: str) -> Verdict:
    return Verdict(
        kind=kind,
        measure=found.whole.subject.measure,
        claims=found.claims,
        reason=reason,
        arithmetic=found.arithmetic(rest),
        place=found.whole.now[0].place,
    )


def partitions(accounts: tuple[Account, ...], near: Near = nowhere) -> Iterator[Verdict]:
    """A verdict for each sum that holds; one that does not is for `breaches`."""
    if len(accounts) < 2:
        return
    for found in fates(accounts):
        if found.rest >= 0:
            tail = f"; {number(found.rest)} are not accounted for" if found.rest else ""
            what = listed(label for label, _ in found.parts)
            reason = f"{found.whole.speaker} counts those {what} as parts of the {number(found.total)} launched{tail}."
            yield _verdict(found, VerdictKind.PARTITION, reason, "not accounted for")
    for found in people(accounts, near):
        what = listed(label for label, _ in found.parts)
        reason = f"Those {what} add up to the {number(found.total)} that {found.whole.speaker} gives."
        yield _verdict(found, VerdictKind.PARTITION, reason, "")
    for found in shares(accounts):
        if found.rest < 0:
            continue
        tail = f"; {number(found.rest)} are not placed" if found.rest else ""
        places = listed(label.strip("()") for label, _ in found.parts)
        reason = f"{found.whole.speaker} gives {places} as part of its {number(found.total)}{tail}."
        kind = VerdictKind.PARTITION if len(found.parts) > 1 or not found.rest else VerdictKind.COMPATIBLE
        yield _verdict(found, kind, reason, "elsewhere or not placed")


def breaches(accounts: tuple[Account, ...]) -> Iterator[str]:
    """In words, each whole that is smaller than its parts."""
    for found in (*fates(accounts), *shares(accounts)):
        if found.rest < 0:
            yield f"{found.whole.speaker}: the parts exceed the whole: {found.arithmetic('')}."
