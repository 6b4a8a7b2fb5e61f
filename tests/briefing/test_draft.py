from typing import Any

from onrecord.briefing.draft import Standing, figures, finish, note, own, standing
from onrecord.briefing.tally import draft, tallies
from onrecord.records import Measure, Quantity, Span, Status, Style, VerdictKind


def test_a_draft_becomes_a_sentence_with_its_evidence(desk: Any, tell: Any) -> None:
    event = tell["tally"](desk)
    made = finish(draft(tallies(desk.claims.values(), desk.shelf)[0]), desk.pen, Standing(event.id, "reported"))
    assert made is not None
    assert made.status is Status.REPORTED
    assert made.verdicts == (VerdictKind.SINGLE,)
    assert [f.value for f in made.numbers] == [132, 58, 72, 2]
    assert {e.source for e in made.evidence} == {"air"}


def test_two_bodies_of_one_party_are_one_origin(desk: Any, tell: Any) -> None:
    tell["clash"](desk)
    claims = tuple(desk.claims.values())
    assert standing(claims, desk.shelf) == {("party", "Sudland")}
    assert note(standing(claims, desk.shelf), 2, desk.shelf) == "1 origin, 2 outlets"


def test_a_court_tells_of_its_own_act(desk: Any, tell: Any) -> None:
    tell["court"](desk)
    tell["depot"](desk)
    assert [own(c, desk.shelf) for c in desk.claims.values()] == [True, True, False, False, False]


def test_only_printed_figures_are_locked() -> None:
    span = Span(start=0, end=1)
    told = tuple(Quantity(span=span, measure=Measure.KILLED, object="person", value=v) for v in (2, 58))
    assert [f.text for f in figures("Two were killed.", told, Style())] == ["two"]


def test_a_report_may_spell_what_the_house_prints_in_digits() -> None:
    twelve = Quantity(span=Span(start=0, end=1), measure=Measure.KILLED, object="person", value=12)
    assert [f.text for f in figures("It killed twelve guards.", (twelve,), Style())] == ["twelve"]


def test_a_toll_says_as_of_when_it_is(desk: Any, tell: Any) -> None:
    """Nine dead in the morning is no figure of the night; a running total is one of its day."""
    tell["toll"](desk, ("nine", 9, 14, 9))
    (told,) = [s for p in desk.write().sections for s in p.sentences]
    assert told.note == "1 origin, as of 09:00 on 14 May"


def test_a_count_that_says_its_own_time_is_given_no_other(desk: Any, tell: Any) -> None:
    tell["toll"](desk, ("as of noon, nine", 9, 14, 13))
    (told,) = [s for p in desk.write().sections for s in p.sentences]
    assert told.note == "1 origin"
