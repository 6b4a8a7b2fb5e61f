"""Events, now and earlier -> changes: novelty as a set difference. What is in no change is background."""

from collections import defaultdict
from collections.abc import Iterator

from onrecord.events.account import Account, accounts
from onrecord.events.words import listed
from onrecord.records import Change, ChangeKind, Event, Verdict, VerdictKind

OCCURRENCE = "occurrence"


def compare(today: tuple[Event, ...], past: tuple[Event, ...]) -> tuple[Change, ...]:
    """What today's events have that they had not when earlier editions closed (`past`), in the order of today's events.

    An event is the same where it shares a claim; of several the one with which it shares most.
    """
    before = counterparts(today, past)
    found: list[Change] = []
    for event in today:
        old = before.get(event.key)
        if old is None:
            found.append(Change(kind=ChangeKind.NEW_EVENT, event=event.key, claims=event.claims, reason=_fresh(event)))
            continue
        found += [*figures(event, old), *denials(event, old), *origins(event, old), *conflicts(event, old)]
    return tuple(found)


def counterparts(today: tuple[Event, ...], past: tuple[Event, ...]) -> dict[str, Event]:
    """For the key of each event of today, the earlier event that shares most claims with it."""
    home = {claim: event for event in past for claim in event.claims}
    found = {}
    for event in today:
        shared: dict[str, int] = defaultdict(int)
        known = {}
        for claim in event.claims:
            if claim in home:
                shared[home[claim].key] += 1
                known[home[claim].key] = home[claim]
        if shared:
            found[event.key] = known[min(shared, key=lambda k: (-shared[k], k))]
    return found


def _fresh(event: Event) -> str:
    who = listed(sorted({g.name for g in event.origins}))
    return f"New: {event.kind}, told by {who}."


def _rows(event: Event) -> dict[tuple[object, ...], Account]:
    return {(a.speaker, a.subject): a for a in accounts(event.positions, event.kind)}


def figures(event: Event, old: Event) -> Iterator[Change]:
    """Figures that are new or that their speaker has changed."""
    before = _rows(old)
    for key, account in _rows(event).items():
        was = before.get(key)
        now, then = account.says(), was.says() if was else None
        if now == then:
            continue
        told = account.topic()
        if was is None:
            reason = f"New figure: {account.speaker} gives {now} for {told}."
        else:
            reason = f"Changed figure: {account.speaker} now gives {now} for {told}, before {then}."
        yield Change(
            kind=ChangeKind.CHANGED_FIGURE if was else ChangeKind.NEW_FIGURE,
            event=event.key,
            claims=account.claims,
            reason=reason,
            speaker=account.speaker,
            measure=account.subject.measure,
            before=then,
            after=now,
        )


def _verdicts(event: Event, kind: VerdictKind) -> list[Verdict]:
    return [v for v in event.verdicts if v.kind is kind]


def denials(event: Event, old: Event) -> Iterator[Change]:
    """A denial that was not there before: the conflict over whether it happened is new."""
    had = any(v.measure == OCCURRENCE for v in _verdicts(old, VerdictKind.CONFLICT))
    for verdict in _verdicts(event, VerdictKind.CONFLICT):
        if verdict.measure == OCCURRENCE and not had:
            claims = tuple(c for c in verdict.claims if c not in old.claims)
            yield Change(
                kind=ChangeKind.NEW_DENIAL, event=event.key, claims=claims, reason=f"New denial: {verdict.reason}"
            )


def origins(event: Event, old: Event) -> Iterator[Change]:
    """Origins that did not tell of the event before; another report of a known one is nothing new."""
    known, names = set(old.claims), {g.name for g in old.origins}
    for group in event.origins:
        if group.name not in names and known.isdisjoint(group.claims):
            reason = f"New origin: {group.name} now tells of it too."
            yield Change(
                kind=ChangeKind.NEW_ORIGIN, event=event.key, claims=group.claims, reason=reason, speaker=group.name
            )


def _conflicts(event: Event) -> dict[tuple[str, str | None], Verdict]:
    return {(v.measure, v.place): v for v in _verdicts(event, VerdictKind.CONFLICT)}


def conflicts(event: Event, old: Event) -> Iterator[Change]:
    """Conflicts that are new, still open, or settled by what was said since."""
    now, then = _conflicts(event), _conflicts(old)
    for key, verdict in now.items():
        if key[0] == OCCURRENCE and key not in then:
            continue
        kind = ChangeKind.OPEN_CONFLICT if key in then else ChangeKind.NEW_CONFLICT
        word = "Still open" if key in then else "New conflict"
        yield Change(
            kind=kind,
            event=event.key,
            claims=verdict.claims,
            reason=f"{word}: {verdict.reason}",
            measure=verdict.measure,
        )
    for key, verdict in then.items():
        if key not in now:
            reason = f"No longer in conflict: {verdict.reason}"
            yield Change(
                kind=ChangeKind.RESOLVED, event=event.key, claims=verdict.claims, reason=reason, measure=verdict.measure
            )
