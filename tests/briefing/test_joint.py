from typing import Any

from onrecord.briefing.joint import covered, differ, joint, shared
from onrecord.records import Measure


def test_both_sides_report_a_strike(desk: Any, tell: Any) -> None:
    event = tell["depot"](desk)
    made = joint(event, desk.claims.values(), desk.shelf)
    assert made is not None
    assert made.words(desk.pen) == (
        "Olin Marr, governor of Vell region, and Norland's staff both reported a strike in Vell region "
        "in the night to 14 May."
    )


def test_one_party_cannot_confirm_itself(desk: Any, tell: Any) -> None:
    event = tell["clash"](desk)
    assert joint(event, desk.claims.values(), desk.shelf) is None


def test_accounts_that_differ_are_each_attributed(desk: Any, tell: Any) -> None:
    tell["clash"](desk)
    rows = [(c, c.quantities[0]) for c in desk.claims.values()]
    made = differ(rows, desk.shelf)
    assert made is not None
    assert made.words(desk.pen) == (
        "Accounts of drones shot down over Vell region in the night to 14 May differ: "
        "Sudland's defence ministry said 15 and Olin Marr, governor of Vell region, said 11."
    )
    assert differ(rows[:1], desk.shelf) is None


def test_places(desk: Any, tell: Any) -> None:
    tell["depot"](desk)
    tell["clash"](desk)
    claims = list(desk.claims.values())
    assert shared(claims[:2]) == "Vell region"
    assert shared([claims[0], claims[-1]]) == ""
    figure = next(q for q in claims[-1].quantities if q.measure is Measure.SHOT_DOWN)
    assert covered(claims[-1], figure) == "Vell region"
