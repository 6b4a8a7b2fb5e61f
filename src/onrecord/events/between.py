"""Events -> verdicts between them: two happenings that a reader could take for one, and one told in two places."""

from bisect import insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from math import inf

import msgspec

from onrecord.events.account import Account
from onrecord.events.card import Card
from onrecord.events.figures import topic
from onrecord.events.files import Order
from onrecord.events.judge import Rulings
from onrecord.events.sides import Sides
from onrecord.events.tables import kinds
from onrecord.events.verdicts import attributed, make, ordered
from onrecord.events.when import DAY
from onrecord.events.words import listed
from onrecord.records import Verdict, VerdictKind

FEW = 6
"""Verdicts of each sort that one event may take on from its neighbours."""


File = tuple[str, str, int]
"""A measure of waves, or of one place, on one day."""
Matter = tuple[str, str, str]
"""A speaker, a measure and the thing counted."""
Told = tuple["Scene", Account]


class Scene(msgspec.Struct, frozen=True, eq=False, gc=False):
    """An event as its neighbours see it: when, who against whom, and what it counts."""

    first: Card
    """Its earliest claim."""
    aspect: str | None
    running: bool
    sides: Sides
    start: float
    end: float
    accounts: tuple[Account, ...]
    files: list[File]
    """Where it is filed, to be held against others."""
    matters: list[Matter]
    """What each account is of."""

    def meets(self, other: "Scene") -> bool:
        """Whether both fall in one stretch of time."""
        return self.start < other.end and other.start < self.end

    def against(self, other: "Scene") -> bool:
        """Whether the sides are the other way round."""
        a, b = self.sides, other.sides
        return bool(a.attacker and b.attacker and a.attacker != b.attacker and a.defender != b.defender)


def scene(cards: list[Card], told: tuple[Account, ...]) -> Scene:
    """The scene of an event of some claims: firm times narrow it, and a side is known where all who tell it agree.

    A time that one report of several tells otherwise narrows nothing.
    """
    firm = shared([c for c in cards if c.firm]) or cards
    attackers = {c.sides.attacker for c in cards} - {None}
    defenders = {c.sides.defender for c in cards} - {None}
    aspects = {c.aspect for c in cards} - {None}
    start, end = max((c.start for c in firm), default=-inf), min((c.end for c in firm), default=inf)
    if start >= end:
        start, end = min(((c.start, c.end) for c in firm), key=lambda t: (t[1] - t[0], t))
    aspect = aspects.pop() if len(aspects) == 1 else None
    return Scene(
        first=cards[0],
        aspect=aspect,
        running=any(c.running for c in cards),
        sides=Sides(
            attacker=attackers.pop() if len(attackers) == 1 else None,
            defender=defenders.pop() if len(defenders) == 1 else None,
        ),
        start=start,
        end=end,
        accounts=told,
        files=files(told, start, end, aspect == "wave"),
        matters=[(a.speaker, a.subject.measure, a.subject.object) for a in told],
    )


def shared(firm: list[Card]) -> list[Card]:
    """Claims of the times that more than one report tells; all where no time is."""
    told: dict[tuple[float, float], set[str]] = defaultdict(set)
    for card in firm:
        told[card.start, card.end].add(card.document.id)
    return [c for c in firm if len(told[c.start, c.end]) > 1] or firm


def files(told: tuple[Account, ...], start: float, end: float, wave: bool) -> list[File]:
    """Where a scene is filed, to be held against others."""
    days = range(int(start // DAY), int(end // DAY) + 1) if -inf < start <= end < inf else range(0)
    named = {(a.subject.measure, a.subject.place) for a in told if wave or a.subject.place}
    every = sorted(named | {(m, "") for m, _ in named if wave})
    return [(measure, place, day) for measure, place in every for day in days[:4]]


def order(one: Scene) -> Order:
    """Where a scene stands among all."""
    return one.first.order


def mirrored(here: Scene, there: Scene) -> Iterator[tuple[Account, Account]]:
    """Figures for whole waves that two scenes give of the same measure: the largest of each origin."""
    for a in here.accounts:
        for b in there.accounts:
            if a.subject.measure not in kinds().wave:
                continue
            pair = (msgspec.structs.replace(x.subject, place="") for x in (a, b))
            if next(pair).like(next(pair)) and a.origin != b.origin and widest(a, here) and widest(b, there):
                yield a, b


def widest(account: Account, scene: Scene) -> bool:
    """Whether an account is of the whole of a scene: its origin gives no larger figure of the measure."""
    plain = msgspec.structs.replace(account.subject, place="")
    others = (a for a in scene.accounts if a.origin == account.origin)
    same = (a for a in others if msgspec.structs.replace(a.subject, place="") == plain)
    return all(a.high <= account.high for a in same)


def different(here: Scene, there: Scene) -> Iterator[Verdict]:
    """The other direction over the other's land: not a contradiction, though every word is shared."""
    if here.aspect != "wave" or there.aspect != "wave" or not here.against(there):
        return
    done = set()
    for a, b in mirrored(here, there):
        if a.subject.measure in done:
            continue
        done.add(a.subject.measure)
        what = topic(a.subject.measure, a.now[0].object or b.now[0].object)
        sides = [
            f"those of {s.sides.attacker}" + (f" against {s.sides.defender}" if s.sides.defender else "")
            for s in (here, there)
        ]
        told = [f"the {x.says()} that {x.speaker} gives are {side}" for x, side in zip((a, b), sides, strict=True)]
        reason = f"on {what}: {listed(told)}: two happenings, not one disputed figure."
        yield make(VerdictKind.DIFFERENT, (a, b), reason)


def local(here: Scene, there: Scene, rulings: Rulings) -> Iterator[Verdict]:
    """A figure for one place that another event's account of the same place excludes."""
    if here.sides != there.sides or here.running or there.running:
        return
    for a in here.accounts:
        for b in there.accounts:
            told = a.subject.place and a.subject.like(b.subject) and a.speaker != b.speaker
            if told and a.excludes(b) and not rulings.part(a.claims, b.claims):
                pair = ordered((a, b))
                reason = f"on {a.topic()}, {attributed(pair)}; these cannot both be true."
                yield make(VerdictKind.CONFLICT, pair, reason, " ≠ ".join(x.says() for x in pair))


def apart(here: Scene, there: Scene, rulings: Rulings) -> Iterator[Verdict]:
    """All that tells two scenes apart. `rulings` say which claims people have judged to count different things."""
    yield from different(here, there)
    yield from local(here, there, rulings)


def periods(totals: Iterable[Told], single: Collection[Told]) -> Iterator[tuple[Scene, Verdict]]:
    """A speaker's running totals beside its figures for one day: another period, not a contradiction."""
    for here, total in totals:
        for there, day in single:
            if day.high >= total.low / 2:
                continue
            words = f"the {day.says()} of {day.speaker} are of one period, the {total.says()} a running total"
            verdict = make(VerdictKind.DIFFERENT, (day, total), f"on {day.topic()}: {words}.")
            yield here, verdict
            if there is not here:
                yield there, verdict


def keep(held: list[Verdict], verdict: Verdict) -> None:
    """Take a verdict on, if it is new and there are not too many of its sort."""
    if verdict not in held and sum(v.kind is verdict.kind for v in held) < FEW:
        held.append(verdict)


class Beside:
    """All scenes by what they are held against others for."""

    def __init__(self) -> None:
        """No scenes yet, and nothing judged of what figures count."""
        self.rulings = Rulings()
        self.files: dict[File, list[Scene]] = {}
        self.totals: dict[Matter, list[Told]] = {}
        self.single: dict[Matter, list[Told]] = {}

    def change(self, gone: Collection[Scene], fresh: Collection[Scene]) -> dict[Scene, list[Verdict]]:
        """Forget some scenes and take others; for all in a file that this touches, what ties them to others."""
        changed = [*gone, *fresh]
        told = {key for one in changed for key in one.matters}
        touched = dict.fromkeys(self._near(told))
        for one in gone:
            self._drop(one)
        for one in fresh:
            self._take(one)
        for file in {file for one in changed for file in one.files}:
            touched.update(dict.fromkeys(self.files.get(file, ())))
        touched.update(dict.fromkeys([*self._near(told), *fresh]))
        pairs: dict[tuple[Scene, Scene], tuple[Verdict, ...]] = {}
        return {one: self._verdicts(one, pairs) for one in touched if one not in gone}

    def _near(self, told: Iterable[Matter]) -> Iterator[Scene]:
        """The scenes that are held against a running total, or have one."""
        for key in told:
            if key in self.totals:
                yield from (one for one, _ in self.totals[key][:FEW])
                yield from (one for one, _ in self.single.get(key, ())[:FEW])

    def _take(self, one: Scene) -> None:
        for file in one.files:
            insort(self.files.setdefault(file, []), one, key=order)
        for key, account in zip(one.matters, one.accounts, strict=True):
            held = self.totals if account.subject.running else self.single
            insort(held.setdefault(key, []), (one, account), key=lambda t: order(t[0]))

    def _drop(self, one: Scene) -> None:
        for file in one.files:
            self.files[file].remove(one)
            if not self.files[file]:
                del self.files[file]
        for key in set(one.matters):
            for held in (self.totals, self.single):
                left = [t for t in held.pop(key, ()) if t[0] is not one]
                if left:
                    held[key] = left

    def _verdicts(self, one: Scene, pairs: dict[tuple[Scene, Scene], tuple[Verdict, ...]]) -> list[Verdict]:
        """The verdicts that tie a scene to others, each once and few of a sort: files in order of their first scene."""
        held: list[Verdict] = []
        for other in self._others(one):
            pair = (other, one) if order(other) < order(one) else (one, other)
            if pair not in pairs:
                pairs[pair] = tuple(apart(*pair, self.rulings)) if one.meets(other) else ()
            for verdict in pairs[pair]:
                keep(held, verdict)
        kept = {key: self.totals[key] for key in one.matters if key in self.totals}
        for key in sorted(kept, key=lambda k: (order(kept[k][0][0]), kept[k][0][0].matters.index(k))):
            for scene, verdict in periods(kept[key][:FEW], self.single.get(key, [])[:FEW]):
                if scene is one:
                    keep(held, verdict)
        return held

    def _others(self, one: Scene) -> dict[Scene, None]:
        """Those in one file with a scene, in the order in which they are met."""
        ranked = sorted(one.files, key=lambda f: (order(self.files[f][0]), self.files[f][0].files.index(f)))
        return {other: None for file in ranked for other in self.files[file] if other is not one}
