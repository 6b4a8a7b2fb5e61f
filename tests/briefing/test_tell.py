from typing import Any

from onrecord.briefing import tell as room
from onrecord.briefing.tell import Notebook, alike, hedges
from onrecord.records import Length, Score

POINTS = Score(event="e-0", severity=1, origins=1, sides=0, novelty=0, scope=0, total=2)


def told(desk: Any, event: Any, **rest: Any) -> Any:
    book = Notebook(desk.shelf, Length(), frozenset(), **rest)
    return room.tell(event, tuple(desk.claims.values()), POINTS, False, book), book


def test_a_carrier_is_counted_and_not_repeated(desk: Any, tell: Any) -> None:
    made, _ = told(desk, tell["depot"](desk))
    staff = next(d for d in made.drafts if d.form == "unit" and d.claims[0].speaker.name == "Norland's staff")
    assert len([d for d in made.drafts if d.form == "unit"]) == 2
    assert [c.document for c in staff.carried] == [desk.documents[1].id]


def test_what_was_told_is_not_told_again(desk: Any, tell: Any) -> None:
    event = tell["tally"](desk)
    first, book = told(desk, event)
    again = room.tell(event, tuple(desk.claims.values()), POINTS, False, book)
    assert [d.form for d in first.drafts] == ["tally"]
    assert not again.drafts


def test_a_refused_draft_stays_out(desk: Any, tell: Any) -> None:
    event = tell["soldiers"](desk)
    first, _ = told(desk, event)
    book = Notebook(desk.shelf, Length(), frozenset({first.drafts[0].key}))
    second = room.tell(event, tuple(desk.claims.values()), POINTS, False, book)
    assert first.drafts[0].key not in {d.key for d in second.drafts}


def test_who_hedged_is_not_told_without_the_hedge(desk: Any, tell: Any) -> None:
    event = tell["soldiers"](desk)
    copy = desk.report(
        "post", "Ada Berg said that Sudland had begun to use Ostian soldiers in assaults, in mixed units."
    )
    bold = desk.claim(
        copy, "Sudland had begun…mixed units", speaker="Ada Berg", party="Norland", cue="said", kind="force_movement"
    )
    made, _ = told(desk, event, hedged=hedges(desk.shelf))
    assert "Ada Berg" in hedges(desk.shelf)
    assert bold not in [d.claims[0] for d in made.drafts]


def test_other_figures_are_another_word(desk: Any, tell: Any) -> None:
    tell["clash"](desk)
    one, other = desk.claims.values()
    assert alike(one, one, desk.shelf)
    assert not alike(one, other, desk.shelf)
