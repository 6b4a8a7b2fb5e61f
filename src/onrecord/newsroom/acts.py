"""Links -> acts of judging: what each person said of what, and how it stands after all that was judged since."""

from collections.abc import Iterable

from onrecord.events.judge import MACHINE, age, aside, groundless, latest, pair
from onrecord.records import Judgement, Link, Relation, Ruling, State

Act = tuple[object, ...]


def acts(history: Iterable[Link]) -> tuple[Ruling, ...]:
    """Every act of judging by a person, oldest first, and how it stands after all of them."""
    links = sorted((k for k in history if k.by != MACHINE), key=age)
    stands = _states(links)
    found: dict[Act, list[Link]] = {}
    for one in links:
        found.setdefault(act(one), []).append(one)
    return tuple(_ruling(same, min((stands[k.id] for k in same), key=list(State).index)) for same in found.values())


def act(one: Link) -> Act:
    """What all links of one act of judging share."""
    return (one.by, one.at, one.relation, one.judgement, one.note, one.of or (one.left, one.right))


def standing(history: Iterable[Link]) -> list[Link]:
    """The judgements that stand in any relation: of each pair the last by anybody."""
    links = list(history)
    return [k for relation in Relation for k in latest(links, relation).values()]


def _ruling(same: list[Link], state: State) -> Ruling:
    first = same[0]
    left, right = first.of or (first.left, first.right)
    return Ruling(
        id=first.id,
        left=left,
        right=right,
        relation=first.relation,
        judgement=first.judgement,
        by=first.by,
        at=first.at,
        seen=first.seen,
        note=first.note,
        state=state,
        pairs=tuple((k.left, k.right) for k in same),
    )


def _states(links: list[Link]) -> dict[str, State]:
    """How each judgement, given oldest first, stands after all of them."""
    held = {k.id for k in standing(links)}
    excluded = {k.id for relation in Relation for k in aside(links, relation)} | {k.id for k in groundless(links)}
    states, after = {}, dict[tuple[object, ...], Judgement]()
    for one in reversed(links):
        key = (pair(one), one.relation, one.by)
        then = after.get(key)
        after[key] = one.judgement
        back = one.judgement is Judgement.TAKEN_BACK
        if one.id in excluded:
            states[one.id] = State.SET_ASIDE
        elif one.id in held or (back and then is None):
            states[one.id] = State.STANDS
        else:
            states[one.id] = State.TAKEN_BACK if then is Judgement.TAKEN_BACK else State.REPLACED
    return states
