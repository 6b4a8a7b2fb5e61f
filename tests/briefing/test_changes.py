from datetime import UTC, datetime
from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.briefing.changes import corrections, notes, revised
from onrecord.briefing.choose import choose
from onrecord.briefing.headline import lead
from onrecord.briefing.notebook import Notebook
from onrecord.briefing.proof.frame import _denials
from onrecord.briefing.proof.stack import Stack
from onrecord.records import (
    Change,
    ChangeKind,
    Correction,
    Evidence,
    Extent,
    Length,
    Measure,
    Moment,
    Operator,
    Place,
    PlaceRole,
    Precision,
    Quantity,
    Span,
    Stance,
    Undoing,
    Use,
    Verdict,
    VerdictKind,
)


def test_a_changed_figure_names_both(desk: Any, tell: Any) -> None:
    event = tell["losses"](desk)
    ((of, draft),) = revised([event], desk.shelf)
    assert of == event
    assert draft.words(desk.pen) == (
        "Norland's staff put total Sudlandish casualties at 761,160 on 14 May, up from 760,120 on 13 May."
    )


def test_a_toll_that_fell_since_the_morning_says_by_when(desk: Any, tell: Any, said: Any) -> None:
    tell["toll"](desk, ("12", 12, 14, 9), ("nine", 9, 14, 22))
    (told,) = said(desk.write())
    assert told.endswith(" put people killed at nine by 22:00 on 14 May, down from 12 by 09:00 on 14 May.")


def test_a_toll_that_grew_through_the_day_is_no_change_since_yesterday(desk: Any, tell: Any, said: Any) -> None:
    event = tell["toll"](desk, ("nine", 9, 14, 9), ("12", 12, 14, 22))
    assert not revised([event], desk.shelf)
    (told,) = said(desk.write())
    assert "said that 12 people had been killed" in told


def test_a_changed_figure_is_told_with_its_part(desk: Any, tell: Any) -> None:
    event = tell["toll"](desk, ("nine", 9, 13, 9), ("12", 12, 14, 22))
    report = desk.report("wire", "12 people had been killed at Vell, two of them children, Olin Marr said.", 22)
    numbers = {
        word: Span(start=at, end=at + len(word)) for word in ("12", "two") if (at := report.text.index(word)) >= 0
    }
    dead = Quantity(span=numbers["12"], measure=Measure.KILLED, value=12, object="person")
    young = replace(dead, span=numbers["two"], value=2, population="children", subset_of=0)
    said = "12 people had been killed at Vell, two of them children"
    desk.claim(
        report, said, cue="said", speaker="Olin Marr", party="Sudland", counts=(dead, young), kind="casualty_toll"
    )
    every = tuple(desk.claims)
    event = replace(event, claims=every, verdicts=(replace(event.verdicts[0], claims=every),), id="")
    ((_, draft),) = revised([event], desk.shelf)
    told = "put people killed at 12, two of them children, on 14 May, up from nine on 13 May."
    assert draft.words(desk.pen) == f"Olin Marr, governor of Vell region, {told}"
    assert lead(draft, desk.shelf) == "Marr puts people killed at 12, two of them children, up from nine"
    desk.events = [event]
    assert not desk.write().dropped


def test_what_readers_had_yesterday_comes_before_this_morning(desk: Any, tell: Any) -> None:
    event = tell["toll"](desk, ("seven", 7, 13, 9), ("nine", 9, 14, 9), ("six", 6, 14, 22))
    ((_, draft),) = revised([event], desk.shelf)
    assert (draft.words(desk.pen) or "").endswith("put people killed at six on 14 May, down from seven on 13 May.")


def test_a_changed_figure_says_in_which_town_it_was_counted(desk: Any, tell: Any, said: Any) -> None:
    event = tell["toll"](desk, ("nine", 9, 13, 9), ("12", 12, 14, 22))
    for old in tuple(desk.claims.values()):
        start = desk.shelf.document(old).text.index("Vell")
        town = Place(span=Span(start=start, end=start + 4), name="Vell", precision=Extent.SETTLEMENT, role=PlaceRole.AT)
        desk.claims[old.id] = replace(old, places=(town,))
    assert event.claims == tuple(desk.claims)
    told = said(desk.write())
    assert any(s.endswith(" put people killed in Vell at 12 on 14 May, up from nine on 13 May.") for s in told)


def test_a_changed_figure_without_a_town_has_that_of_its_report(desk: Any, tell: Any, said: Any) -> None:
    tell["toll"](desk, ("nine", 9, 13, 9), ("12", 12, 14, 22))
    report = desk.documents[-1]
    start = report.text.index("Vell")
    town = Place(span=Span(start=start, end=start + 4), name="Vell", precision=Extent.SETTLEMENT, role=PlaceRole.AT)
    desk.claim(report, "at Vell", speaker="Olin Marr", party="Sudland", cue="said", kind="disaster", places=(town,))
    told = said(desk.write())
    assert any(s.endswith(" put people killed in Vell at 12 on 14 May, up from nine on 13 May.") for s in told)


@pytest.mark.parametrize(
    ("source", "word", "told"), [("post", "", False), ("wire", "", True), ("post", ", he corrected", True)]
)
def test_a_lower_toll_that_another_outlet_has_late_is_no_change(
    source: str, word: str, told: bool, desk: Any, tell: Any
) -> None:
    tell["toll"](desk, ("12", 12, 14, 9))
    (first,) = desk.claims.values()
    report = desk.report(source, f"Olin Marr said nine people had been killed at Vell{word}.", 22)
    start = report.text.index("nine")
    figure = replace(first.quantities[0], span=Span(start=start, end=start + 4), value=9)
    said = "nine people had been killed at Vell"
    later = desk.claim(
        report, said, speaker="Olin Marr", party="Sudland", cue="said", kind=first.kind, counts=(figure,)
    )
    verdict = Verdict(kind=VerdictKind.UPDATE, measure="killed", claims=(first.id, later.id), reason="later")
    assert bool(revised([desk.event("casualty_toll", first, later, verdicts=(verdict,))], desk.shelf)) is told


def test_at_least_is_kept_and_does_not_stutter(desk: Any, tell: Any, said: Any) -> None:
    tell["toll"](desk, ("at least nine", 9, 13, 9), ("at least 12", 12, 14, 9), operator=Operator.AT_LEAST)
    (told,) = said(desk.write())
    assert told.endswith("at no fewer than 12 on 14 May, up from at least nine on 13 May.")


def test_a_claim_may_replace_a_figure_itself(desk: Any, said: Any) -> None:
    text = "Norland's staff corrected the number of dead in Vell from seven to six."
    document = desk.report("wire", text)
    counts = tuple(
        Quantity(span=Span(start=text.index(w), end=text.index(w) + len(w)), measure=Measure.KILLED, value=n,
                 object="person")
        for w, n in (("seven", 7), ("six", 6))
    )  # fmt: skip
    claim = desk.claim(document, "the number of dead…to six", speaker="Norland's staff", cue="corrected", counts=counts)
    desk.event("casualty_toll", claim)
    assert said(desk.write()) == ["Norland's staff put people killed at six on 14 May, down from seven."]


def test_a_claim_that_gives_both_figures_changes_neither(desk: Any, tell: Any) -> None:
    """ "Nine had died, six of them at sea" takes nothing back of the nine."""
    event = tell["toll"](desk, ("nine", 9, 14, 9), ("six", 6, 14, 22))
    assert revised([event], desk.shelf)
    last = desk.claims[event.claims[-1]]
    text = desk.shelf.document(last).text
    whole = replace(last.quantities[0], span=Span(start=text.index("said"), end=text.index("said") + 4), value=9)
    desk.claims[last.id] = replace(last, quantities=(whole, *last.quantities))
    assert not revised([event], desk.shelf)


def test_background_changes_no_figure(desk: Any, tell: Any) -> None:
    event = tell["losses"](desk)
    last = list(desk.claims)[-1]
    desk.claims[last] = replace(desk.claims[last], background=True)
    assert not revised([event], desk.shelf)


def test_an_equal_figure_is_no_change(desk: Any, tell: Any) -> None:
    event = tell["losses"](desk)
    first = next(iter(desk.claims.values())).quantities
    desk.claims = {
        id: replace(c, quantities=(replace(c.quantities[0], value=first[0].value),)) for id, c in desk.claims.items()
    }
    assert not revised([event], desk.shelf)


def test_denials_and_open_conflicts_are_listed(full: Any) -> None:
    document = full.report("wire", "Sudland's defence ministry denied hitting the Vell dam.")
    claim = full.claim(
        document, "hitting the Vell dam", speaker="Sudland's defence ministry", cue="denied", stance=Stance.DENIED
    )
    told = choose(full.events, (), Notebook(full.shelf, Length(), frozenset()))
    new = Change(kind=ChangeKind.NEW_DENIAL, event=claim.id, claims=(claim.id,), reason="denied")
    open_, denials = notes(told, (new,), full.shelf)
    assert open_ == "Still in conflict: missiles launched on 13 May."
    assert denials == "New denials since day 134: Sudland's defence ministry."
    assert notes(told, (), full.shelf)[1] == "New denials since day 134: none."


def test_a_changed_report_is_a_correction(desk: Any) -> None:
    assert corrections((), desk.shelf) == ("No report on record was changed by its publisher since day 134.",)
    desk.report("wire", "Later text.", title="The depot", supersedes="d-0")
    assert corrections((), desk.shelf) == (
        "Wire One changed its report “The depot”; the later version is the one read here.",
    )


def test_what_was_taken_back_comes_first_with_its_briefing(desk: Any) -> None:
    document = desk.report("wire", "An earlier version of this report said nine had died. It was seven.", 15)
    quote = Evidence.take(document.id, document.text, Span(start=0, end=len(document.text)), "wire")
    use = Use(day=133, sentence="t-0", text="Nine had died, Wire One reported.")
    made = Correction(
        how=Undoing.CORRECTED,
        claims=("c-0",),
        source="wire",
        title="Dead",
        at=document.published,
        words=(quote,),
        used=(use,),
    )
    (line,) = corrections((made,), desk.shelf)
    assert line == (
        "Corrected on day 135: the briefing of day 133 said “Nine had died, Wire One reported.” Wire One wrote at "
        "15:00 on 14 May: “An earlier version of this report said nine had died. It was seven.”"
    )
    (unused,) = corrections((replace(made, used=()),), desk.shelf)
    assert unused.endswith("No earlier briefing used it.")


def test_another_night_s_drones_are_no_change(desk: Any) -> None:
    made = []
    for day, number, value in ((13, "57", 57), (14, "102", 102)):
        report = desk.report("air", f"{number} drones were launched at Vell.", 9, day)
        at = Span(start=0, end=len(number))
        many = Quantity(span=at, measure=Measure.LAUNCHED, value=value, object="drone")
        voice = {"speaker": "Norland's air force", "party": "Norland", "rule": "publisher", "kind": "aerial_attack"}
        made.append(desk.claim(report, report.text, counts=(many,), **voice))
    later = Verdict(kind=VerdictKind.UPDATE, measure="launched", claims=tuple(c.id for c in made), reason="later")
    assert not revised([desk.event("aerial_attack", *made, verdicts=(later,))], desk.shelf)


def test_a_denial_by_nobody_that_the_story_knows_is_not_listed(desk: Any) -> None:
    report = desk.report("wire", "The ministry in Brod denied the surrender, and Norland's staff denied it.")
    voice = {"cue": "denied", "stance": Stance.DENIED}
    one = desk.claim(report, "the surrender", speaker="the ministry in Brod", **voice)
    two = desk.claim(report, "it", speaker="Norland's staff", party="Norland", **voice)
    event = desk.event("ground_clash", one, two)
    new = Change(event=event.key, kind=ChangeKind.NEW_DENIAL, claims=event.claims, reason="new")
    assert notes((), [new], desk.shelf) == ("New denials since day 134: Norland's staff.",)
    listed = _denials((new,), Stack(desk.shelf.day, desk.view, desk.story))
    assert listed == "New denials since day 134: Norland's staff."


def instead(desk: Any, end: str) -> None:
    """An event whose one report says "five, not six"."""
    text = f"Norland's staff said that five people had been killed in Vell, not six{end}."
    document = desk.report("wire", text)
    counts = tuple(
        Quantity(span=Span(start=text.index(w), end=text.index(w) + len(w)), measure=Measure.KILLED, value=n,
                 object="person")
        for w, n in (("five", 5), ("six", 6))
    )  # fmt: skip
    claim = desk.claim(document, "five people…not six", speaker="Norland's staff", cue="said", counts=counts)
    desk.event("casualty_toll", claim)


@pytest.mark.parametrize(
    ("end", "down"), [("", True), (" as Sudland had claimed", False), (" of them soldiers", False)]
)
def test_a_figure_that_is_not_another_replaces_it(end: str, down: bool, desk: Any, said: Any) -> None:
    instead(desk, end)
    made = desk.write()
    assert ("Norland's staff put people killed at five on 14 May, down from six." in said(made)) is down
    assert not made.dropped


def test_what_another_claimed_is_proved_no_change(desk: Any, said: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.briefing.changes.corrects", lambda claim, new, old, shelf: new.value == 5)
    instead(desk, " as Sudland claimed")
    made = desk.write()
    assert made.dropped and not any("down from six" in line for line in said(made))


def test_a_figure_put_right_may_be_told_before_who_said_so(desk: Any, said: Any) -> None:
    text = "The staff revised its figure: five people had been killed, not six, it said, blaming a double entry."
    counts = tuple(
        Quantity(span=Span(start=text.index(w), end=text.index(w) + len(w)), measure=Measure.KILLED, value=n,
                 object="person")
        for w, n in (("five", 5), ("six", 6))
    )  # fmt: skip
    claim = desk.claim(
        desk.report("wire", text), "five people…not six", speaker="Norland's staff", cue="said", counts=counts
    )
    desk.event("casualty_toll", claim)
    made = desk.write()
    assert said(made) == ["Norland's staff put people killed at five on 14 May, down from six."]
    assert not made.dropped


def test_a_figure_put_right_is_placed_where_it_was_first_told(desk: Any, said: Any) -> None:
    text = "Norland's staff said on 13 May that six people were killed in Vell."
    first = desk.report("wire", text, day=13)
    six = Quantity(
        span=Span(start=text.index("six"), end=text.index("six") + 3), measure=Measure.KILLED, value=6, object="person"
    )
    at = text.index("Vell")
    town = Place(span=Span(start=at, end=at + 4), name="Vell", precision=Extent.SETTLEMENT, role=PlaceRole.AT)
    then = desk.claim(
        first, "six people were killed in Vell", speaker="Norland's staff", cue="said", counts=(six,), places=(town,)
    )
    instead(desk, "")
    now = next(c for c in desk.claims.values() if c.id != then.id)
    desk.events = []
    desk.event("casualty_toll", then, now)
    made = desk.write()
    assert "Norland's staff put people killed in Vell at five on 14 May, down from six on 13 May." in said(made)
    assert not made.dropped


def test_a_part_of_a_report_s_own_count_is_no_lower_toll(desk: Any, tell: Any) -> None:
    """ "105 dead. 31 bodies have no name yet" lowers nothing."""
    event = tell["toll"](desk, ("nine", 9, 14, 9), ("six", 6, 14, 22))
    last = desk.claims[event.claims[-1]]
    assert revised([event], desk.shelf)
    whole = replace(last, quantities=(replace(last.quantities[0], value=12),), id="")
    desk.claims[whole.id] = whole
    assert not revised([replace(event, claims=(*event.claims, whole.id))], desk.shelf)


def dated(desk: Any, claim: str, day: int) -> None:
    """Give a claim words that date what it tells of to one night of May."""
    earliest, latest = (datetime(2026, 5, day, hour, tzinfo=UTC) for hour in (2, 4))
    when = Moment(earliest=earliest, latest=latest, precision=Precision.HOUR, rule="clock")
    desk.claims[claim] = replace(desk.claims[claim], moment=when)


@pytest.mark.parametrize(("day", "told"), [(13, True), (14, False)])
def test_a_figure_of_another_time_is_no_change(desk: Any, tell: Any, day: int, told: bool) -> None:
    """Two strikes on one town that were taken for one: the toll of the second is not up from that of the first."""
    event = tell["toll"](desk, ("nine", 9, 13, 9), ("12", 12, 14, 22))
    for id, at in zip(event.claims, (13, day), strict=True):
        dated(desk, id, at)
    assert bool(revised([event], desk.shelf)) is told


def test_a_running_total_of_a_later_day_is_a_change(desk: Any, tell: Any) -> None:
    event = tell["losses"](desk)
    for id, at in zip(event.claims, (13, 14), strict=True):
        dated(desk, id, at)
    assert revised([event], desk.shelf)


def test_a_toll_that_rose_on_a_later_day_is_a_change(desk: Any, tell: Any) -> None:
    """ "The toll rose to 12 on Tuesday" counts the dead of Monday."""
    before = tell["toll"](desk, ("nine", 9, 13, 9))
    told = "12 people had been killed at Vell"
    report = desk.report("wire", f"Olin Marr said the toll rose on Tuesday: {told}.", 22)
    at = report.text.index("12")
    number = Quantity(span=Span(start=at, end=at + 2), measure=Measure.KILLED, value=12, object="person")
    kept = {"speaker": "Olin Marr", "party": "Sudland", "cue": "said", "kind": "casualty_toll"}
    after = desk.claim(report, told, counts=(number,), **kept)
    claims = (*before.claims, after.id)
    verdict = Verdict(kind=VerdictKind.UPDATE, measure="killed", claims=claims, reason="later")
    for id, day in zip(claims, (13, 14), strict=True):
        dated(desk, id, day)
    assert revised([replace(before, claims=claims, verdicts=(verdict,))], desk.shelf)


def test_a_much_lower_toll_without_a_place_is_another_s(desk: Any, tell: Any) -> None:
    event = tell["toll"](desk, ("12", 12, 14, 9), ("three", 3, 14, 22))
    assert revised([event], desk.shelf)
    first, last = (desk.claims[id] for id in event.claims)
    town = Place(span=first.proposition, name="Vell", precision=Extent.SETTLEMENT, role=PlaceRole.AT)
    desk.claims[first.id], desk.claims[last.id] = replace(first, places=(town,)), replace(last, places=())
    assert not revised([event], desk.shelf)
