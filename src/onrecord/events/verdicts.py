"""Accounts of one event -> verdicts: how different origins' figures stand. Nobody wins, nothing is averaged."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from onrecord.events.account import Account, Subject, figure
from onrecord.events.partition import partitions
from onrecord.events.positions import MEASURES
from onrecord.events.words import listed
from onrecord.records import Verdict, VerdictKind

Voices = Callable[[Iterable[Account]], int]


def opened(text: str) -> str:
    """A sentence that begins with a capital."""
    return text[:1].upper() + text[1:]


def make(kind: VerdictKind, told: Iterable[Account], reason: str, arithmetic: str | None = None) -> Verdict:
    """A verdict on accounts of one subject."""
    every = tuple(told)
    return Verdict(
        kind=kind,
        measure=every[0].subject.measure,
        claims=tuple(dict.fromkeys(c for a in every for c in a.claims)),
        reason=opened(reason),
        arithmetic=arithmetic,
        place=every[0].now[0].place,
    )


def updates(told: Iterable[Account]) -> Iterator[Verdict]:
    """What one speaker later put differently, up or down."""
    for account in told:
        if not account.past:
            continue
        steps = [figure(p) for p in (*account.past, *account.now)]
        gave = f"gave {listed(steps[:-1])} first and {steps[-1]} later; the later stands"
        reason = f"on {account.topic()}, {account.speaker} {gave}."
        verdict = make(VerdictKind.UPDATE, (account,), reason, " → ".join(steps))
        claims = tuple(dict.fromkeys(c for p in (*account.past, *account.now) for c in p.claims))
        yield Verdict(
            kind=verdict.kind,
            measure=verdict.measure,
            claims=claims,
            reason=verdict.reason,
            arithmetic=verdict.arithmetic,
            place=verdict.place,
        )


def subjects(told: tuple[Account, ...]) -> list[list[Account]]:
    """Accounts of one subject together; one that names no object joins those that name the only one."""
    groups: dict[Subject, list[Account]] = {}
    for account in sorted(told, key=lambda a: (-len(a.subject.object), a.subject, a.speaker, a.origin)):
        homes = [s for s in groups if s == account.subject or (not account.subject.object and s.like(account.subject))]
        groups.setdefault(homes[0] if len(homes) == 1 else account.subject, []).append(account)
    return list(groups.values())


def attributed(told: Iterable[Account]) -> str:
    """Who says which figure: "A gives 58, B at least 50"."""
    by: dict[str, list[str]] = defaultdict(list)
    for account in told:
        by[account.says()].append(account.speaker)
    return listed(
        f"{listed(sorted(set(who)))} {'give' if len(set(who)) > 1 else 'gives'} {what}" for what, who in by.items()
    )


def ordered(told: Iterable[Account]) -> list[Account]:
    """Accounts from the lowest figure to the highest."""
    return sorted(told, key=lambda a: (a.low, a.high, a.speaker, a.origin))


def exact(account: Account) -> bool:
    """Whether the words name one sort of thing without being a part of another's."""
    return account.exact is not None


def weigh(told: list[Account], voices: Voices) -> Verdict | None:
    """How several origins' accounts of one subject stand."""
    told = ordered(told)
    names = {a.subject.object for a in told} - {""}
    clash = [(a, b) for a, b in combinations(told, 2) if a.excludes(b)]
    values = [a.says() for a in told]
    if clash:
        words = f"on {told[0].topic()}, {attributed(told)}; these cannot all be true of one happening."
        return make(VerdictKind.CONFLICT, told, words, " ≠ ".join(dict.fromkeys(values)))
    if len(set(values)) == 1 and exact(told[0]) and len(names) < 2:
        who = listed(sorted({a.speaker for a in told}))
        if voices(told) > 1:
            return make(VerdictKind.AGREE, told, f"on {told[0].topic()}, {who} give the same figure, {values[0]}.")
        side = "but speak for one side, which does not confirm itself"
        words = f"on {told[0].topic()}, {who} give the same figure, {values[0]}, {side}."
        return make(VerdictKind.SINGLE, told, words)
    words = f"on {told[0].topic()}, {attributed(told)}; these do not exclude each other."
    return make(VerdictKind.COMPATIBLE, told, words)


def nested(part: Account, told: tuple[Account, ...]) -> Verdict | None:
    """How a figure for a part stands to another origin's figure for the whole."""
    wholes = [a for a in told if part.subject.within(a.subject)]
    if not wholes or any(a.origin == part.origin for a in wholes):
        return None
    over = [a for a in wholes if part.low > a.high]
    whole = ordered(over or wholes)[0]
    words = f"{part.speaker} gives {part.says()} for {part.topic()}, {whole.speaker} {whole.says()} for {whole.topic()}"
    if over:
        return make(
            VerdictKind.CONFLICT,
            (part, whole),
            f"{words}: the part is more than the whole.",
            f"{part.says()} > {whole.says()}",
        )
    return make(VerdictKind.COMPATIBLE, (part, whole), f"{words}: a part of it.", f"{part.says()} of {whole.says()}")


def lone(account: Account) -> Verdict:
    """One origin, and nothing to hold its figure against."""
    return make(VerdictKind.SINGLE, (account,), f"only {account.speaker} gives {account.topic()}: {account.says()}.")


def across(told: tuple[Account, ...], settled: set[str], voices: Voices) -> Iterator[Verdict]:
    """Verdicts between origins; an account that arithmetic has settled needs no more when nobody else speaks of it."""
    for group in subjects(told):
        if len({a.origin for a in group}) > 1:
            found = weigh(group, voices)
            if found:
                yield found
            continue
        for account in group:
            verdict = nested(account, told)
            if verdict:
                yield verdict
            elif not settled.issuperset(account.claims):
                yield lone(account)


def verdicts(told: tuple[Account, ...], voices: Voices) -> tuple[Verdict, ...]:
    """All verdicts on the figures of an event. `voices` counts accounts that can confirm each other."""
    within = [*updates(told), *partitions(told)]
    settled = {c for v in within for c in v.claims}
    found = [*within, *across(told, settled, voices)]
    return tuple(sorted(found, key=lambda v: (MEASURES.index(v.measure), v.place or "", v.kind.value, v.claims)))
