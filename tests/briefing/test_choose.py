from typing import Any

from onrecord.briefing.choose import choose
from onrecord.briefing.tell import Limits, Notebook


def book(desk: Any, **limits: int) -> Notebook:
    return Notebook(desk.shelf, Limits(**limits), frozenset())


def test_today_stands_before_background(full: Any) -> None:
    told = choose(full.events, frozenset(), book(full))
    assert [t.old for t in told] == sorted(t.old for t in told)
    assert sum(t.old for t in told) == 1


def test_limits_hold(full: Any) -> None:
    told = choose(full.events, frozenset(), book(full, sentences=3, background=0))
    assert sum(len(t.drafts) for t in told) == 3
    assert all(c.draft in t.drafts for t in told for c in t.clashes)


def test_a_stale_event_without_dispute_is_not_told(desk: Any) -> None:
    document = desk.report("wire", "Norland's staff said a depot burned in Vell.", day=12)
    desk.event("strike_impact", desk.claim(document, "a depot burned in Vell", speaker="Norland's staff", cue="said"))
    assert not choose(desk.events, frozenset(), book(desk))
