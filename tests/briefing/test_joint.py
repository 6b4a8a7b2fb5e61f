from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.briefing.joint import covered, differ, joint, shared
from onrecord.briefing.proof.stack import Stack
from onrecord.briefing.proof.typed import joint as prove
from onrecord.records import Measure, Sentence


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


@pytest.mark.parametrize(("stop", "stands"), [(".", True), ("", False)], ids=["sentence", "headline"])
def test_a_headline_confirms_nothing(stop: str, stands: bool, desk: Any, tell: Any) -> None:
    """What an outlet prints over other people's words is no account of its own."""
    event = tell["depot"](desk)
    wire = desk.report("wire", f"Drones burned a depot in Vell region{stop}\n\nNorland's staff said so.")
    first = next(iter(desk.claims.values()))
    title = desk.claim(wire, f"Drones burned a depot in Vell region{stop}", kind=first.kind)
    at = tuple(replace(p, span=title.proposition) for p in first.places)
    title = replace(title, id="", places=at, moment=first.moment)
    stack = Stack(desk.shelf.day, desk.view, desk.story)
    stack.claims[title.id] = title
    made = joint(event, [first, title], desk.shelf)
    assert (made is not None) is stands
    spans = (desk.shelf.evidence(first, first.proposition),)
    told = Sentence(text=made.words(desk.pen) or "" if made else "Both.", claims=(first.id, title.id), evidence=spans)
    assert prove(told, stack, set()) == (None if stands else "a headline is no account")
