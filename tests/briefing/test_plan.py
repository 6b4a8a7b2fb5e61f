from typing import Any

from onrecord.briefing.accounts import hedges
from onrecord.briefing.plan import Plan, plan, points
from onrecord.records import Change, ChangeKind, Length


def planned(desk: Any, most: int = 30, refused: frozenset[Any] = frozenset()) -> Plan:
    return plan(tuple(desk.events), (), desk.shelf, Length(sentences=most), refused, hedges(desk.shelf))


def test_a_changed_figure_is_told_as_one_and_not_again(desk: Any, tell: Any) -> None:
    tell["losses"](desk)
    made = planned(desk)
    assert [d.form for _, d in made.revised] == ["change"] and made.told == ()


def test_where_the_change_is_refused_the_figure_is_told_plainly(desk: Any, tell: Any) -> None:
    tell["losses"](desk)
    (_, draft) = planned(desk).revised[0]
    made = planned(desk, refused=frozenset([draft.key]))
    assert made.revised == () and [d.form for t in made.told for d in t.drafts] == ["unit"]


def test_all_that_is_planned_fits_the_length(full: Any) -> None:
    for most in range(1, 20):
        made = planned(full, most)
        assert len(made.revised) + sum(len(t.drafts) for t in made.told) + made.silence <= most


def test_points_of_an_event_of_which_nothing_is_of_today(desk: Any, tell: Any) -> None:
    event = tell["losses"](desk)
    change = Change(kind=ChangeKind.CHANGED_FIGURE, event=event.key, claims=(), reason="")
    assert points(event, (change,), desk.shelf).novelty == 2
