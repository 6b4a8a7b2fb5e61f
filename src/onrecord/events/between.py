"""Events -> verdicts between them: two happenings that a reader could take for one, and one told in two places."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import inf

import msgspec

from onrecord.events.account import Account, accounts
from onrecord.events.block import DAY
from onrecord.events.card import Card
from onrecord.events.figures import topic
from onrecord.events.sides import Sides
from onrecord.events.verdicts import attributed, make, ordered
from onrecord.events.words import listed
from onrecord.records import Event, Verdict, VerdictKind

FEW = 6
"""Verdicts of each sort that one event may take on from its neighbours."""


class Scene(msgspec.Struct, frozen=True):
    """An event as its neighbours see it: when, who against whom, and what it counts."""

    event: Event
    aspect: str | None
    running: bool
    sides: Sides
    start: float
    end: float
    accounts: tuple[Account, ...]

    def meets(self, other: "Scene") -> bool:
        """Whether both fall in one stretch of time."""
        return self.start < other.end and other.start < self.end

    def against(self, other: "Scene") -> bool:
        """Whether the sides are the other way round."""
        a, b = self.sides, other.sides
        return bool(a.attacker and b.attacker and a.attacker != b.attacker and a.defender != b.defender)


def scene(event: Event, cards: list[Card]) -> Scene:
    """The scene of an event: firm times narrow it, and a side is known where all who tell it agree."""
    firm = [c for c in cards if c.firm] or cards
    attackers = {c.sides.attacker for c in cards} - {None}
    defenders = {c.sides.defender for c in cards} - {None}
    aspects = {c.aspect for c in cards} - {None}
    return Scene(
        event=event,
        aspect=aspects.pop() if len(aspects) == 1 else None,
        running=any(c.running for c in cards),
        sides=Sides(
            attacker=attackers.pop() if len(attackers) == 1 else None,
            defender=defenders.pop() if len(defenders) == 1 else None,
        ),
        start=max((c.start for c in firm), default=-inf),
        end=min((c.end for c in firm), default=inf),
        accounts=accounts(event.positions, event.kind),
    )


def files(scenes: Iterable[Scene]) -> Iterator[list[Scene]]:
    """Scenes that count the same measure of waves, or of one place, on one day."""
    found: dict[tuple[str, str, int], list[Scene]] = defaultdict(list)
    for one in scenes:
        days = range(int(one.start // DAY), int(one.end // DAY) + 1) if -inf < one.start <= one.end < inf else range(0)
        wave = one.aspect == "wave"
        told = {(a.subject.measure, a.subject.place) for a in one.accounts if wave or a.subject.place}
        for measure, place in sorted(told | {(m, "") for m, _ in told if wave}):
            for day in days[:4]:
                found[(measure, place, day)].append(one)
    yield from found.values()


def mirrored(here: Scene, there: Scene) -> Iterator[tuple[Account, Account]]:
    """Figures for wholes that two scenes give of the same measure."""
    for a in here.accounts:
        for b in there.accounts:
            if a.subject.like(b.subject) and not a.subject.place and a.origin != b.origin:
                yield a, b


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


def local(here: Scene, there: Scene) -> Iterator[Verdict]:
    """A figure for one place that another event's account of the same place excludes."""
    if here.sides != there.sides or here.running or there.running:
        return
    for a in here.accounts:
        for b in there.accounts:
            if a.subject.place and a.subject.like(b.subject) and a.speaker != b.speaker and a.excludes(b):
                pair = ordered((a, b))
                reason = f"on {a.topic()}, {attributed(pair)}; these cannot both be true."
                yield make(VerdictKind.CONFLICT, pair, reason, " ≠ ".join(x.says() for x in pair))


def periods(scenes: Iterable[Scene]) -> Iterator[tuple[Scene, Verdict]]:
    """A speaker's running total beside its figure for one day: another period, not a contradiction."""
    totals: dict[tuple[str, str, str], list[tuple[Scene, Account]]] = defaultdict(list)
    single: dict[tuple[str, str, str], list[tuple[Scene, Account]]] = defaultdict(list)
    for one in scenes:
        for account in one.accounts:
            key = (account.speaker, account.subject.measure, account.subject.object)
            (totals if account.subject.running else single)[key].append((one, account))
    for key, told in totals.items():
        for here, total in told[:FEW]:
            for there, day in single.get(key, [])[:FEW]:
                if day.high >= total.low / 2:
                    continue
                words = f"the {day.says()} of {day.speaker} are of one period, the {total.says()} a running total"
                reason = f"on {day.topic()}: {words}."
                verdict = make(VerdictKind.DIFFERENT, (day, total), reason)
                yield here, verdict
                if there is not here:
                    yield there, verdict


def between(events: Iterable[tuple[Event, list[Card]]]) -> dict[str, list[Verdict]]:
    """For each event's key the verdicts that tie it to its neighbours, each once."""
    scenes = [scene(event, cards) for event, cards in events]
    found: dict[str, list[Verdict]] = defaultdict(list)
    for file in files(scenes):
        for at, here in enumerate(file):
            for there in file[at + 1 :]:
                if here.meets(there):
                    for verdict in (*different(here, there), *local(here, there)):
                        _keep(found, here, verdict)
                        _keep(found, there, verdict)
    for one, verdict in periods(scenes):
        _keep(found, one, verdict)
    return found


def _keep(found: dict[str, list[Verdict]], one: Scene, verdict: Verdict) -> None:
    held = found[one.event.key]
    if verdict not in held and sum(v.kind is verdict.kind for v in held) < FEW:
        held.append(verdict)
