import random
import time
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onrecord.events.judge import Rulings, aside, groundless, held
from onrecord.events.judge import judged as on
from onrecord.events.judge import rulings as made
from onrecord.records import Judgement, Link

AT = datetime(2031, 5, 4, tzinfo=UTC)


def rulings(links: Iterable[Link], relation: str = "event") -> Rulings:
    return made(held(links, relation))


def judged(left: str, right: str, judgement: Judgement, hour: int, by: str = "editor", minute: int = 0) -> Link:
    at = AT + timedelta(hours=hour, minutes=minute)
    return Link(left=left, right=right, judgement=judgement, by=by, at=at)


def test_the_latest_word_of_anybody_wins() -> None:
    first, second = judged("a", "b", Judgement.SAME, 9), judged("b", "a", Judgement.DIFFERENT, 10, "chief")
    for links in ((first, second), (second, first)):
        found = rulings(links)
        assert found.same == {} and found.parted({"a"}, {"b"}) and found.parted({"b"}, {"a", "c"})


def test_who_is_unsure_now_holds_nothing() -> None:
    found = rulings([judged("a", "b", Judgement.DIFFERENT, 9), judged("a", "b", Judgement.UNSURE, 10)])
    assert found.unsure == {("a", "b")} and not found.parted({"a"}, {"b"})


def test_what_is_taken_back_is_as_if_never_made() -> None:
    """A colleague's earlier word stands again; another's taking back takes nothing of mine back."""
    theirs, mine = judged("a", "b", Judgement.SAME, 9, "chief"), judged("a", "b", Judgement.DIFFERENT, 10)
    back = judged("a", "b", Judgement.TAKEN_BACK, 11)
    assert rulings([mine, back]) == rulings([])
    assert rulings([theirs, mine, back]).same == {("a", "b"): theirs}
    assert rulings([theirs, mine, judged("a", "b", Judgement.TAKEN_BACK, 11, "chief")]).parted({"a"}, {"b"})
    again = judged("a", "b", Judgement.DIFFERENT, 12)
    assert rulings([mine, back, again]).parting == {("a", "b"): again}


def test_groundless_is_what_takes_back_nothing() -> None:
    mine, back = judged("a", "b", Judgement.SAME, 9), judged("b", "a", Judgement.TAKEN_BACK, 10)
    twice = judged("a", "b", Judgement.TAKEN_BACK, 11)
    assert list(groundless([twice, back, mine])) == [twice]


def test_judged_are_those_of_people_on_the_claims_in_order() -> None:
    first, second = judged("a", "b", Judgement.SAME, 9), judged("b", "c", Judgement.DIFFERENT, 10)
    machine = judged("a", "b", Judgement.SAME, 8, "onrecord")
    assert on([second, machine, first], ["b"]) == (first, second)
    assert on([second, first], ["a", "z"]) == (first,)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.booleans()), max_size=14), st.randoms())
def test_what_is_held_can_be_true_and_the_latest_is_always_held(
    told: list[tuple[int, int, bool]], dice: random.Random
) -> None:
    links = [
        judged(f"c{a}", f"c{b}", Judgement.SAME if same else Judgement.DIFFERENT, 0, minute=n)
        for n, (a, b, same) in enumerate(told)
        if a != b
    ]
    found = rulings(links)
    homes = {f"c{n}": {f"c{n}"} for n in range(6)}
    for link in found.same.values():
        both = homes[link.left] | homes[link.right]
        homes.update(dict.fromkeys(both, both))
    assert not any(b in homes[a] for a, b in found.parting)
    if links:
        assert links[-1] not in aside(links)
    dice.shuffle(links)
    assert rulings(links) == found


def test_ten_thousand_judgements_are_settled_at_once() -> None:
    star = [Link(left="c-0", right=f"c-{n}", by="editor", at=AT) for n in range(1, 10_000)]
    parted = [Link(left="d", right=f"c-{n}", judgement=Judgement.DIFFERENT, by="editor", at=AT) for n in range(9_000)]
    begun = time.process_time()
    older = Link(left="c-9500", right="d", by="editor", at=AT - timedelta(days=1))
    found = rulings([*star, *parted, older])
    assert time.process_time() - begun < 3
    assert len(found.same) == 9_999 and aside([*star, *parted, older]) == [older]


def test_the_machine_and_other_relations_are_no_judgement() -> None:
    mine = judged("a", "b", Judgement.SAME, 9, "onrecord")
    other = Link(left="a", right="b", relation="origin", by="editor")
    assert rulings([mine, other]).same == {} and list(rulings([mine, other], "origin").same.values()) == [other]
