"""What a person says of two claims or events -> judgements in the ledger."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from onrecord.errors import UsageError
from onrecord.events import link
from onrecord.events.audit import contradictions
from onrecord.events.judge import MACHINE, age
from onrecord.newsroom.acts import act, acts, standing
from onrecord.newsroom.day import Desk, view_of
from onrecord.records import Judgement, Link, Problem, Relation, Ruling, View

WORDS = {
    "same": (Relation.EVENT, Judgement.SAME),
    "not-same": (Relation.EVENT, Judgement.DIFFERENT),
    "unsure": (Relation.EVENT, Judgement.UNSURE),
    "one-origin": (Relation.ORIGIN, Judgement.SAME),
    "independent": (Relation.ORIGIN, Judgement.DIFFERENT),
    "same-thing": (Relation.FIGURE, Judgement.SAME),
    "different-thing": (Relation.FIGURE, Judgement.DIFFERENT),
}
"""What a person can say of two claims, and the judgement that it is."""
LISTED = "`onrecord judge STORY --list` lists what was judged, and by whom."
MOMENT = timedelta(microseconds=1)


class Judge(NamedTuple):
    """Who judges, from which day's edition on it counts, and why."""

    by: str
    day: date
    note: str = ""


def word(relation: str, judgement: Judgement) -> str:
    """What a judgement says, as a person says it."""
    said = {meant: name for name, meant in WORDS.items()}
    return said.get((Relation(relation), judgement), judgement.value)


def judge(desk: Desk, ids: tuple[str, str], said: str, who: Judge) -> tuple[Ruling, tuple[Problem, ...]]:
    """Keep what a person says of two claims or events; the act, and the problems of judgements that it sets aside.

    An event stands for its claims. Raises UsageError for a word or an id that means nothing, and for one thing twice.
    """
    if said not in WORDS:
        raise UsageError(f"{said!r} is no judgement. Say {', '.join(WORDS)}.")
    _check(who)
    sides = _sides(desk, ids, who.day)
    relation, judgement = WORDS[said]
    history = desk.ledger.judgements()
    made = [
        Link(
            left=left,
            right=right,
            relation=relation,
            judgement=judgement,
            by=who.by,
            at=_moment(desk, history),
            seen=desk.story.cutoff(who.day),
            note=who.note,
            of=() if ids == (sides[0][0], sides[1][0]) else ids,
        )
        for left, right in star(*sides)
    ]
    return _keep(desk, made, history)


def take_back(desk: Desk, ids: tuple[str, ...], who: Judge, said: str = "") -> tuple[Ruling, tuple[Problem, ...]]:
    """Take back what the same person judged: of two claims or events as they were named, or the act of an id.

    Raises UsageError where that person has judged nothing of the kind.
    """
    _check(who)
    history = desk.ledger.judgements()
    meant = _meant(history, ids, said)
    found = [k for k in meant if k.by == who.by]
    if not found:
        others = sorted({k.by for k in meant})
        hint = f" {' and '.join(others)} did: --by takes back what that person judged." if others else ""
        raise UsageError(f"{who.by} has judged nothing of {' and '.join(ids)} to be taken back.{hint} {LISTED}")
    at, seen = _moment(desk, history), desk.story.cutoff(who.day)
    made = [
        Link(
            left=k.left,
            right=k.right,
            relation=k.relation,
            judgement=Judgement.TAKEN_BACK,
            by=who.by,
            at=at,
            seen=max(seen, k.seen or k.at or seen),
            note=who.note,
            of=k.of,
        )
        for k in found
    ]
    return _keep(desk, made, history)


def _keep(desk: Desk, made: list[Link], history: tuple[Link, ...]) -> tuple[Ruling, tuple[Problem, ...]]:
    desk.ledger.judge(made)
    now = desk.ledger.judgements()
    kept = next(r for r in acts(now) if r.id in {k.id for k in made})
    before, after = (set(contradictions(View(cutoff=desk.at, links=links))) for links in (history, now))
    return kept, tuple(sorted(after - before))


def _check(who: Judge) -> None:
    """Refuse a judge who is nobody, or the program itself."""
    if not who.by.strip() or who.by.casefold() == MACHINE:
        raise UsageError(f"--by {who.by!r}: name the person who judges.")


def _moment(desk: Desk, history: Iterable[Link]) -> datetime:
    """Now; after every judgement on record, also where a clock was set back, so that the latest is the last made."""
    return max([desk.at, *(k.at + MOMENT for k in history if k.at)])


def _sides(desk: Desk, ids: tuple[str, str], day: date) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The claims that each id stands for; of a claim and the event that holds it, the event's others."""
    if ids[0] == ids[1]:
        raise UsageError(f"{ids[0]} is named twice: a judgement is on two claims or events.")
    left, right = _claims(desk, ids, day)
    if len(left) == 1 and left[0] in right:
        right = tuple(c for c in right if c not in left)
    if len(right) == 1 and right[0] in left:
        left = tuple(c for c in left if c not in right)
    if not (left and right):
        raise UsageError(f"{ids[0]} and {ids[1]} are one and the same claim: a judgement is on two.")
    return left, right


def _claims(desk: Desk, ids: tuple[str, str], day: date) -> list[tuple[str, ...]]:
    """The claims of each id: its own, or those of the day's event."""
    strange = [i for i in ids if not i.startswith(("c-", "e-"))]
    if strange:
        raise UsageError(f"{strange[0]}: name claims (c-...) and events (e-...); `onrecord events STORY` lists both.")
    told = [i for i in ids if i.startswith("c-")]
    lost = sorted(set(told) - desk.ledger.homes(told).keys())
    if lost:
        raise UsageError(f"{' and '.join(lost)}: no claim on record has this id; nothing was judged.")
    events = link(view_of(desk, day), desk.story) if any(i.startswith("e-") for i in ids) else ()
    known = {event.id: event.claims for event in events}
    lost = [i for i in ids if i.startswith("e-") and i not in known]
    if lost:
        raise UsageError(f"{' and '.join(lost)}: no event of {day} has this id; --day names another day.")
    return [known.get(i, (i,)) for i in ids]


def star(left: tuple[str, ...], right: tuple[str, ...]) -> list[tuple[str, str]]:
    """Pairs that hold for two groups of claims: the first of each with all of the other.

    They join the whole of both; and, where linking already has them in two, they keep these two apart.
    """
    pairs = [(left[0], r) for r in right] + [(x, right[0]) for x in left[1:]]
    return sorted({(min(p), max(p)) for p in pairs})


def _meant(history: tuple[Link, ...], ids: tuple[str, ...], said: str) -> list[Link]:
    """What stands by each judge on the ids, as they were named or as claims, or of the act of the one id."""
    wanted = {act(k) for k in history if k.id in ids}
    found = [k for by in {k.by for k in history} for k in standing(h for h in history if h.by == by)]
    found = [k for k in found if act(k) in wanted or set(ids) in ({k.left, k.right}, set(k.of))]
    return sorted((k for k in found if said in ("", word(k.relation, k.judgement))), key=age)
