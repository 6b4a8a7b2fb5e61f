from typing import Any

from onrecord.briefing.proof import rank
from onrecord.briefing.proof.stack import Stack
from onrecord.records import Status, VerdictKind


def test_a_party_is_one_origin_and_an_outlet_its_family(desk: Any, tell: Any) -> None:
    tell["depot"](desk)
    wire = desk.report("wire", "A bridge fell in Vell.")
    desk.claim(wire, "A bridge fell in Vell")
    stack = Stack(desk.shelf.day, desk.view, desk.story)
    assert rank.origins(list(stack.claims.values()), stack) == {
        ("party", "Norland"),
        ("party", "Sudland"),
        ("publisher", "One"),
    }


def test_status_and_verdicts_follow_from_claims_and_page(full: Any) -> None:
    stack = Stack(full.shelf.day, full.view, full.story)
    hedged = next(c for c in full.claims.values() if c.hedge is not None)
    assert rank.status("unit", [hedged], "reported", set(), stack) is Status.PRELIMINARY
    assert rank.status("unit", [hedged], "background", set(), stack) is Status.BACKGROUND
    assert rank.status("unit", [hedged], "conflicts", {hedged.id}, stack) is Status.DISPUTED
    assert rank.verdicts("unit", [hedged], {hedged.id}, set(), stack) == (VerdictKind.CONFLICT,)
    assert rank.verdicts("unit", [hedged], set(), set(), stack) == (VerdictKind.SINGLE,)


def test_the_note_counts_what_can_be_counted() -> None:
    both = {("party", "Norland"), ("party", "Sudland")}
    assert rank.note(both, 5) == "2 origins, both sides"
    assert rank.note({("party", "Norland")}, 6) == "1 origin, 6 outlets"
    assert rank.note({("publisher", "One")}, 1) == "1 origin"


def test_what_grows_while_it_is_counted_has_its_time(desk: Any, tell: Any) -> None:
    tell["toll"](desk, ("nine", 9, 14, 9))
    tell["losses"](desk)
    stack = Stack(desk.shelf.day, desk.view, desk.story)
    toll, *_, total = desk.claims.values()
    assert rank.asof("Nine died.", toll, list(toll.quantities), stack) == ", as of 09:00 on 14 May"
    assert rank.asof("As of noon nine had died.", toll, list(toll.quantities), stack) == ""
    assert rank.asof("It lost 761,160.", total, list(total.quantities), stack) == ", as of 14 May"
