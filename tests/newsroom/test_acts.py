"""How acts of judging are gathered from their links, and how each stands after those that follow."""

from datetime import UTC, datetime, timedelta

from onrecord.newsroom.acts import act, acts, standing
from onrecord.records import Judgement, Link, State

AT = datetime(2031, 5, 4, 9, tzinfo=UTC)


def judged(left: str, right: str, judgement: Judgement, hour: int, by: str = "jo", of: tuple[str, ...] = ()) -> Link:
    return Link(left=left, right=right, judgement=judgement, by=by, at=AT + timedelta(hours=hour), of=of)


def states(*links: Link) -> list[State]:
    return [r.state for r in acts(links)]


def test_links_of_one_act_are_one_act() -> None:
    links = [
        judged("a", "b", Judgement.SAME, 0, of=("e-1", "e-2")),
        judged("a", "c", Judgement.SAME, 0, of=("e-1", "e-2")),
    ]
    (found,) = acts(reversed(links))
    assert (found.left, found.right, sorted(found.pairs)) == ("e-1", "e-2", [("a", "b"), ("a", "c")])
    assert act(links[0]) == act(links[1])


def test_a_later_word_replaces() -> None:
    first = judged("a", "b", Judgement.SAME, 0)
    assert states(first, judged("a", "b", Judgement.UNSURE, 1)) == [State.REPLACED, State.STANDS]
    assert states(first, judged("a", "b", Judgement.DIFFERENT, 1, "kim")) == [State.REPLACED, State.STANDS]


def test_a_word_taken_back_lets_the_one_before_stand_again() -> None:
    first, second = judged("a", "b", Judgement.SAME, 0, "kim"), judged("a", "b", Judgement.DIFFERENT, 1)
    back = judged("a", "b", Judgement.TAKEN_BACK, 2)
    assert states(first, second, back) == [State.STANDS, State.TAKEN_BACK, State.STANDS]
    again = judged("a", "b", Judgement.DIFFERENT, 3)
    assert states(first, second, back, again)[1:] == [State.TAKEN_BACK, State.REPLACED, State.STANDS]
    assert standing([first, second, back]) == [first]


def test_what_cannot_hold_and_what_takes_back_nothing_is_set_aside() -> None:
    ring = [
        judged("a", "b", Judgement.SAME, 0),
        judged("b", "c", Judgement.SAME, 1),
        judged("a", "c", Judgement.DIFFERENT, 2),
    ]
    assert states(*ring) == [State.SET_ASIDE, State.STANDS, State.STANDS]
    assert states(judged("a", "b", Judgement.TAKEN_BACK, 0)) == [State.SET_ASIDE]


def test_an_act_that_stands_for_some_pairs_stands() -> None:
    whole = [judged("a", x, Judgement.SAME, 0, of=("e-1", "e-2")) for x in "bc"]
    assert states(*whole, judged("a", "b", Judgement.DIFFERENT, 1)) == [State.STANDS, State.STANDS]


def test_the_machine_judges_nothing() -> None:
    assert acts([Link(left="a", right="b", score=4.0)]) == ()
