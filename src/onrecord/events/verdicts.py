"""Accounts of one event -> verdicts: how different origins' figures stand. Nobody wins, nothing is averaged."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Set
from itertools import combinations, groupby

from msgspec.structs import replace

from onrecord.events.account import SOME, Account, Subject, figure, grows
from onrecord.events.judge import Rulings, words
from onrecord.events.occurrence import APART
from onrecord.events.partition import Near, nowhere, partitions
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


def updates(told: Iterable[Account], rulings: Rulings) -> Iterator[Verdict]:
    """What one speaker later put differently, up or down; where a person judged so, figures of different things."""
    for account in told:
        if not account.past:
            continue
        link = rulings.part([c for p in account.past for c in p.claims], account.claims)
        steps = [figure(p) for p in (*account.past, *account.now)]
        gave = f"on {account.topic()}, {account.speaker} gave {listed(steps[:-1])} first and {steps[-1]} later"
        if link:
            found = make(VerdictKind.DIFFERENT, (account,), f"{gave}; these count different things, {words(link)}.")
        else:
            found = make(VerdictKind.UPDATE, (account,), f"{gave}; the later stands.", " → ".join(steps))
        claims = tuple(dict.fromkeys(c for p in (*account.past, *account.now) for c in p.claims))
        yield replace(found, claims=claims)


def subjects(told: tuple[Account, ...]) -> list[list[Account]]:
    """Accounts of one subject together; one that names a wider object, or none, joins those that name the only one.

    Some of whom nothing more is told may be any: each such account stands alone.
    """
    groups: dict[Subject, list[Account]] = {}
    voices: dict[Subject, set[str]] = defaultdict(set)
    for account in told:
        voices[account.subject].add(account.origin)

    def told_apart(special: Subject, account: Account) -> bool:
        """Whether somebody counts both: then the wider word is not for the narrower."""
        return bool(account.subject.object) and not voices[special].isdisjoint(voices[account.subject])

    every = sorted(told, key=lambda a: (-len(a.subject.object), a.subject, a.speaker, a.origin))
    for account in (a for a in every if a.subject.population != SOME):
        homes = [s for s in groups if s == account.subject or (s.like(account.subject) and not told_apart(s, account))]
        groups.setdefault(homes[0] if len(homes) == 1 else account.subject, []).append(account)
    return [*groups.values(), *([a] for a in every if a.subject.population == SOME)]


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


def shared(told: list[Account], voices: Voices) -> Iterator[Verdict]:
    """The one figure that some of many accounts give exactly and independently."""
    for value in sorted({a.exact for a in told if a.exact is not None}):
        same = [a for a in told if a.exact == value and a.subject.object == told[0].subject.object]
        if len(same) > 1 and voices(same) > 1:
            who = listed(sorted({a.speaker for a in same}))
            words = f"on {same[0].topic()}, {who} give the same figure, {same[0].says()}."
            yield make(VerdictKind.AGREE, same, words)


def weigh(told: list[Account], voices: Voices) -> Verdict:
    """How several origins' accounts of one subject stand."""
    told = ordered(told)
    things = {a.subject.object for a in told} - {""}
    clash = [(a, b) for a, b in combinations(told, 2) if a.excludes(b, told)]
    values = [a.says() for a in told]
    if clash:
        words = f"on {told[0].topic()}, {attributed(told)}; these cannot all be true of one happening."
        return make(VerdictKind.CONFLICT, told, words, " ≠ ".join(dict.fromkeys(values)))
    if len(set(values)) == 1 and exact(told[0]) and len(things) < 2:
        names = {a.speaker for a in told}
        alone = f"{told[0].speaker} gives {values[0]} {APART}"
        who = f"{listed(sorted(names))} give the same figure, {values[0]}" if len(names) > 1 else alone
        if voices(told) > 1:
            return make(VerdictKind.AGREE, told, f"on {told[0].topic()}, {who}.")
        side = "but speak for one side, which does not confirm itself"
        return make(VerdictKind.SINGLE, told, f"on {told[0].topic()}, {who}, {side}.")
    told_apart = f" {APART}" if len({(a.speaker, a.says()) for a in told}) == 1 else ""
    words = f"on {told[0].topic()}, {attributed(told)}{told_apart}; these do not exclude each other."
    return make(VerdictKind.COMPATIBLE, told, words)


def nested(part: Account, told: tuple[Account, ...], voices: Voices, rulings: Rulings) -> Verdict | None:
    """How a figure for a part stands to another origin's figure for the whole."""
    every = (a for a in told if part.subject.within(a.subject) and not rulings.part(part.claims, a.claims))
    wholes = [a for a in every if part.low <= a.high or not a.behind(part)]
    own = [a for a in wholes if a.origin == part.origin]
    over = [a for a in wholes if part.low > a.high]
    if not wholes or (own and over) or (over and part.subject.population == SOME):
        return None
    whole = ordered(over or own or wholes)[0]
    if part.exact is not None and part.exact == whole.exact and voices((part, whole)) > 1:
        who = listed(sorted({part.speaker, whole.speaker}))
        return make(VerdictKind.AGREE, (part, whole), f"on {part.topic()}, {who} give the same figure, {part.says()}.")
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


def split(group: list[Account], rulings: Rulings) -> list[list[Account]]:
    """The accounts of one subject, those apart that a person has judged to count different things.

    An account that nobody judged goes with those that give its figure, else with the first.
    """
    if not rulings.parting:
        return [group]
    parts: list[list[Account]] = []
    for account in sorted(group, key=lambda a: not any(rulings.part(a.claims, b.claims) for b in group)):
        fits = [p for p in parts if not any(rulings.part(a.claims, account.claims) for a in p)]
        home = min(fits, key=lambda p: account.says() not in {a.says() for a in p}, default=None)
        if home is None:
            parts.append([account])
        else:
            home.append(account)
    return parts


def judged(group: list[Account], rulings: Rulings) -> Iterator[Verdict]:
    """A verdict for each two accounts that a person has judged to count different things."""
    if not rulings.parting:
        return
    for pair in combinations(ordered(group), 2):
        link = rulings.part(pair[0].claims, pair[1].claims)
        if link:
            reason = f"on {pair[0].topic()}, {attributed(pair)}; these count different things, {words(link)}."
            yield make(VerdictKind.DIFFERENT, pair, reason)


def sides(group: list[Account], fighting: Set[str]) -> tuple[list[Account], list[Verdict]]:
    """The accounts of a toll, of each belligerent the last; and what its officials gave one after another.

    They are not independent, so that a toll that changes from one to the other is no conflict. At one time it is.
    """
    kept: list[Account] = []
    found: list[Verdict] = []
    given = sorted(group, key=lambda a: (a.party or "", a.as_of, a.rose, a.speaker))
    for party, same in groupby(given, key=lambda a: a.party):
        told = list(same)
        if party not in fighting or not grows(told[0].subject):
            kept += told
            continue
        passed = [a for a in told if a.before(told[-1]) and a.says() != told[-1].says()]
        steps = [a for a in passed if not a.meets(told[-1])]
        if steps:
            found.append(growing([*steps, told[-1]]))
        before = tuple(p for a in passed for p in (*a.past, *a.now))
        kept += [a for a in told[:-1] if a not in passed]
        kept.append(replace(told[-1], past=before + told[-1].past))
    return kept, found


def growing(steps: list[Account]) -> Verdict:
    """What the officials of one side gave one after another."""
    gave = listed([f"{a.speaker} gave {a.says()}" for a in steps])
    reason = f"on {steps[0].topic()}, {gave}, one after another and all for {steps[0].party}; the last stands."
    return make(VerdictKind.UPDATE, steps, reason, " → ".join(a.says() for a in steps))


def across(
    told: tuple[Account, ...], settled: set[str], voices: Voices, rulings: Rulings, fighting: Set[str]
) -> Iterator[Verdict]:
    """Verdicts between origins; an account that arithmetic has settled needs no more when nobody else speaks of it."""
    whole = subjects(told)
    yield from (v for group in whole for v in judged(group, rulings))
    groups = [part for same in whole for part in split(same, rulings)]
    stood = [sides(group, fighting) for group in groups]
    standing = tuple(a for last, _ in stood for a in last)
    for group, (last, steps) in zip(groups, stood, strict=True):
        yield from steps
        if len({a.origin for a in last}) > 1:
            found = weigh(last, voices)
            yield found
            yield from shared(last, voices) if found.kind is VerdictKind.COMPATIBLE else ()
        elif not steps and len({a.origin for a in group}) > 1:
            yield weigh(group, voices)
        if len({a.origin for a in group}) > 1:
            continue
        for account in group:
            verdict = nested(account, standing, voices, rulings)
            if verdict:
                yield verdict
            elif not settled.issuperset(account.claims):
                yield lone(account)


def verdicts(
    told: tuple[Account, ...],
    voices: Voices,
    rulings: Rulings | None = None,
    fighting: Set[str] = frozenset(),
    near: Near = nowhere,
) -> tuple[Verdict, ...]:
    """All verdicts on the figures of an event. `voices` counts accounts that can confirm each other.

    `rulings` say which claims people have judged to count different things: their figures are never compared.
    `fighting` are the belligerents: the officials of each are one voice. `near` says which figures are told together.
    """
    parted = rulings or Rulings()
    within = [*updates(told, parted), *partitions(told, near)]
    settled = {c for v in within for c in v.claims}
    found = [*within, *across(told, settled, voices, parted, fighting)]
    return tuple(sorted(found, key=lambda v: (MEASURES.index(v.measure), v.place or "", v.kind.value, v.claims)))
