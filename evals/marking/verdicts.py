"""Verdicts: what a system rules where the gold rules, and how many of the conflicts it sees are none."""

from collections.abc import Iterator

from evals.marking.align import Aligned
from evals.marking.answer import Ruled
from evals.marking.key import Key
from evals.marking.mark import Mark
from evals.scenarios.gold import Half, Ruling

from onrecord.events.tables import kinds
from onrecord.records import VerdictKind

KINDS = tuple(k.value for k in VerdictKind)
CONFLICT, PARTITION = VerdictKind.CONFLICT.value, VerdictKind.PARTITION.value
HALF = 0.5


def marks(key: Key, days: dict[int, Aligned]) -> Iterator[Mark]:
    """Each ruling in the edition of the first day on which it holds; each verdict in that which has it first."""
    for day in sorted(days):
        yield from _ruled(key, day, days[day])
    yield from _conflicts(key, days)


# ── One edition ───────────────────────────────────────────────────────────────────────────────────────────────────


def _ruled(key: Key, day: int, aligned: Aligned) -> Iterator[Mark]:
    """Rulings and verdicts are paired one to one. What was ruled before takes its verdict, and is not asked again."""
    held = [r for r in key.book.rulings if r.since <= day <= r.until]
    chosen = paired(key, held, aligned)
    for ruling in held:
        if ruling.since != day:
            continue
        got = chosen.get(ruling.id, "none")
        note = f"{ruling.id} on {ruling.event} {ruling.measure}: {ruling.kind}, ruled {got}. {ruling.reason}"
        yield Mark(f"verdict {ruling.kind} recall", ruling.half, got == ruling.kind, note)
        yield Mark("verdicts", ruling.half, got == ruling.kind, note)
        if got != "none":
            yield Mark(f"verdict {got} precision", ruling.half, got == ruling.kind, note)


def paired(key: Key, held: list[Ruling], aligned: Aligned) -> dict[str, str]:
    """For each ruling the kind of the verdict on the same measure that is of its kind and shares half the claims of the
    smaller, else of that which shares most of all."""
    told = [(v, aligned.gold(v.claims)) for event in aligned.day.events for v in event.rulings]
    near = []
    for ruling in held:
        claims = set(ruling.claims)
        for at, (verdict, gold) in enumerate(told):
            both = len(claims & gold)
            if both and alike(key, ruling, verdict):
                same = verdict.kind == ruling.kind and both >= HALF * min(len(claims), len(gold))
                near.append((not same, -both / len(claims | gold), ruling.id, at))
    chosen: dict[str, str] = {}
    taken: set[int] = set()
    for _, _, id, at in sorted(near):
        if id not in chosen and at not in taken:
            chosen[id] = told[at][0].kind
            taken.add(at)
    return chosen


def alike(key: Key, ruling: Ruling, verdict: Ruled) -> bool:
    """Whether both are on one measure, as figures of the event's family are compared; the sum of what became of a wave
    is on all its measures."""
    if not verdict.measure:
        return True
    if PARTITION in (ruling.kind, verdict.kind) and {ruling.measure, verdict.measure} <= kinds().wave:
        return True
    family = kinds().row(key.happenings[ruling.event].kind).family
    return kinds().canonical(ruling.measure, family) == kinds().canonical(verdict.measure, family)


# ── All editions ──────────────────────────────────────────────────────────────────────────────────────────────────


def _conflicts(key: Key, days: dict[int, Aligned]) -> Iterator[Mark]:
    """1 for each verdict that is a conflict where the gold has none, once for an event and a measure."""
    seen: set[tuple[str, str, str]] = set()
    for day in sorted(days):
        aligned = days[day]
        real = [r for r in key.book.rulings if r.kind == CONFLICT and r.since <= day <= r.until]
        for first, verdict in ((e.claims[0], v) for e in aligned.day.events for v in e.rulings if e.claims):
            name = (verdict.kind, verdict.measure, first)
            if name in seen:
                continue
            seen.add(name)
            gold = aligned.gold(verdict.claims)
            false = verdict.kind == CONFLICT and not any(gold & {*r.claims} and alike(key, r, verdict) for r in real)
            mark = Mark("false conflicts", half(key, gold, day), false, _told(key, day, verdict, gold))
            yield mark
            if verdict.kind == CONFLICT:
                yield mark._replace(field="conflicts")


def half(key: Key, gold: set[str], day: int) -> Half:
    """The half of labelled claims: of score where any is, for its faults may not be read; of none, that of the day."""
    halves = {key.told[g].half for g in gold}
    return (Half.SCORE if Half.SCORE in halves else Half.TUNE) if halves else Half.of(day)


def _told(key: Key, day: int, verdict: Ruled, gold: set[str]) -> str:
    said = "; ".join(f"{g} of {key.told[g].event or 'no event'}: {key.told[g].quote}" for g in sorted(gold)[:6])
    return f"day {day}, {verdict.kind} on {verdict.measure or 'anything'}: {said or 'no labelled claim'}"
