from datetime import datetime, timedelta
from typing import Any

import pytest

from onrecord.briefing.choose import candidates, choose
from onrecord.briefing.notebook import Notebook
from onrecord.briefing.shelf import Shelf
from onrecord.records import Length, Measure, Moment, Precision, Quantity, Span, View


def book(desk: Any, **limits: int) -> Notebook:
    return Notebook(desk.shelf, Length(**limits), frozenset())


def later_view(desk: Any) -> View:
    return View(cutoff=desk.view.cutoff + timedelta(days=1), documents=desk.view.documents, claims=desk.view.claims)


def test_today_stands_before_background(full: Any) -> None:
    told = choose(full.events, (), book(full))
    assert [t.old for t in told] == sorted(t.old for t in told)
    assert sum(t.old for t in told) == 1


def test_limits_hold(full: Any) -> None:
    told = choose(full.events, (), book(full, sentences=3))
    assert sum(len(t.drafts) for t in told) == 3
    assert all(c.draft in t.drafts for t in told for c in t.clashes)


def test_a_stale_event_without_dispute_is_not_told(desk: Any) -> None:
    document = desk.report("wire", "Norland's staff said a depot burned in Vell.", day=12)
    desk.event("strike_impact", desk.claim(document, "a depot burned in Vell", speaker="Norland's staff", cue="said"))
    assert not choose(desk.events, (), book(desk))


def test_an_open_conflict_is_background_on_the_day_after_and_no_longer(desk: Any, tell: Any) -> None:
    event = tell["clash"](desk, old=True)
    assert [t.event for t in choose(desk.events, (), book(desk)) if t.old] == [event]
    later = Notebook(Shelf(desk.shelf.day + timedelta(days=1), later_view(desk), desk.story), Length(), frozenset())
    assert not choose(desk.events, (), later)


@pytest.mark.parametrize("most", [1, 2, 3, 5, 8, 12, 30])
def test_a_briefing_is_never_longer_than_asked(full: Any, most: int) -> None:
    full.length = Length(sentences=most)
    made = full.write()
    assert 1 <= made.counts.sentences <= most
    assert made.length.sentences == most


def test_a_longer_briefing_tells_what_a_shorter_one_tells(full: Any, said: Any) -> None:
    full.length = Length(sentences=30)
    whole = full.write()
    full.length = Length(sentences=6)
    short = full.write()
    assert {s.event for s in short.scores} <= {s.event for s in whole.scores}
    assert short.scores[0].total == whole.scores[0].total


def test_the_scores_are_those_of_what_is_told_highest_first(full: Any) -> None:
    made = full.write()
    told = {s.event for p in made.sections for s in p.sentences}
    assert {s.event for s in made.scores} == told
    assert [s.total for s in made.scores] == sorted((s.total for s in made.scores), reverse=True)


def test_the_headline_follows_the_score(full: Any) -> None:
    made = full.write()
    homes = {s.id: s.event for p in made.sections for s in p.sentences}
    totals = {s.event: s.total for s in made.scores}
    led = [totals[homes[lead]] for lead in made.leads]
    assert led == sorted(led, reverse=True)


def test_a_party_that_spoke_is_not_left_out(desk: Any, tell: Any, said: Any) -> None:
    """One sentence is left for the other side, however low its news ranks."""
    tell["depot"](desk)
    document = desk.report(
        "post", "Westmark's high court said a grocer in Vell was fined.\nIt said a baker in Arl went free.", 20
    )
    for content in ("a grocer in Vell was fined", "a baker in Arl went free"):
        desk.event("other", desk.claim(document, content, speaker="Westmark's high court", party="Westmark", cue="said",
                                       kind="other"))  # fmt: skip
    desk.length = Length(sentences=2)
    assert any("Westmark's high court" in t for t in said(desk.write()))
    assert [(v.party, v.told > 0) for v in desk.write().voices][-1] == ("Westmark", True)


def test_words_without_an_event_are_told_of_no_party_that_is_heard(desk: Any, tell: Any, said: Any) -> None:
    tell["depot"](desk)
    content = "it had been asked about men in Arl"
    document = desk.report("post", f"Norland's staff said {content}.", 20)
    claim = desk.claim(document, content, speaker="Norland's staff", party="Norland", cue="said", kind="other")
    desk.event("other", claim)
    assert not any(content in t for t in said(desk.write()))


def test_one_claim_may_be_a_misreading_and_makes_no_voice(desk: Any, tell: Any, said: Any) -> None:
    tell["depot"](desk)
    name, content = "Westmark's high court", "a grocer in Vell was fined"
    document = desk.report("post", f"{name} said {content}.", 20)
    desk.event("other", desk.claim(document, content, speaker=name, party="Westmark", cue="said", kind="other"))
    desk.length = Length(sentences=2)
    made = desk.write()
    assert not any("Westmark" in t for t in said(made))
    assert made.voices[-1].claims == 1 and made.voices[-1].told == 0


def test_on_a_full_day_one_outlet_s_small_matter_is_left_out(desk: Any) -> None:
    small = desk.report("wire", "Norland's staff said a road sign fell in Brod.", hour=12)
    lone = desk.event("other", desk.claim(small, "a road sign fell in Brod", speaker="Norland's staff", cue="said"))
    assert [t.event for t in choose(desk.events, (), book(desk))] == [lone]
    for at in range(8):
        text = f"Olin Marr said that {at + 3} houses burned in Town{at}."
        made = []
        for source in ("wire", "post"):
            report = desk.report(source, text, hour=9)
            told = text.removeprefix("Olin Marr said that ").removesuffix(".")
            made.append(desk.claim(report, told, speaker="Olin Marr", party="Sudland", cue="said"))
        desk.event("strike_impact", *made)
    asked = [c.event for c in candidates(desk.events, (), desk.shelf)]
    assert len(asked) == 8 and lone not in asked


@pytest.mark.parametrize(("month", "told"), [(4, True), (2, False)])
def test_the_count_of_a_month_is_news_after_it_and_not_for_ever(desk: Any, month: int, told: bool) -> None:
    report = desk.report("wire", "Norland's staff said that nine houses burned in Vell that spring.")
    first, last = (datetime(2031, m, 1, tzinfo=desk.story.zone) for m in (month, month + 1))
    at = report.text.index("nine")
    nine = Quantity(span=Span(start=at, end=at + 4), measure=Measure.DESTROYED, value=9, object="house")
    spring = Moment(earliest=first, latest=last, precision=Precision.MONTH, rule="month")
    words = "nine houses burned in Vell"
    claim = desk.claim(report, words, speaker="Norland's staff", cue="said", counts=(nine,), moment=spring)
    desk.event("strike_impact", claim)
    assert bool(choose(desk.events, (), book(desk))) is told
    assert not desk.write().dropped
