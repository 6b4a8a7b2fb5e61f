import re
from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.briefing.joint import covered, differ, joint, nearby, shared
from onrecord.briefing.proof import typed
from onrecord.briefing.proof.stack import Stack
from onrecord.briefing.proof.typed import joint as prove
from onrecord.records import Claim, Extent, Measure, Place, PlaceRole, Quantity, Sentence, Span, Verdict, VerdictKind


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


def killed(desk: Any, source: str, speaker: str, party: str, number: int, own: bool) -> Claim:
    """A count of the dead in a report that names Harno in the same claim, or in another."""
    report = desk.report(
        source, f"A hall fell in at Harno. {speaker} said {number} people had died{' in Harno' if own else ''}.", 12
    )
    at = [m.start() for m in re.finditer("Harno", report.text)]
    towns = [
        Place(span=Span(start=i, end=i + 5), name="Harno", role=PlaceRole.AT, precision=Extent.SETTLEMENT) for i in at
    ]
    desk.claim(report, "A hall fell in at Harno.", kind="disaster", places=(towns[0],))
    start = report.text.index(str(number))
    dead = Quantity(
        span=Span(start=start, end=start + len(str(number))), value=number, measure=Measure.KILLED, object="person"
    )
    said = f"{number} people had died{' in Harno' if own else ''}"
    some: Claim = desk.claim(
        report,
        said,
        speaker=speaker,
        party=party,
        cue="said",
        kind="casualty_toll",
        counts=(dead,),
        places=tuple(towns[1:]),
    )
    return some


@pytest.mark.parametrize("own", [True, False], ids=["in the claim", "in its report"])
def test_accounts_of_people_say_in_which_town(own: bool, desk: Any) -> None:
    """A desk that reads "accounts of people killed differ" must not have to ask where."""
    told = (
        killed(desk, "wire", "Olin Marr", "Sudland", 12, own),
        killed(desk, "post", "Sudland's defence ministry", "Sudland", 15, False),
    )
    clash = Verdict(kind=VerdictKind.CONFLICT, measure="killed", claims=tuple(c.id for c in told), reason="they differ")
    desk.event("casualty_toll", *desk.claims.values(), verdicts=(clash,))
    (made,) = [s for part in desk.write().sections for s in part.sentences if "differ" in s.text]
    assert made.text.startswith("Accounts of people killed in Harno differ: ")
    stack = Stack(desk.shelf.day, desk.view, desk.story)
    assert typed.differ(made, stack, set(), False) is None
    for other in ("", " in Vell"):
        assert typed.differ(replace(made, text=made.text.replace(" in Harno", other), id=""), stack, set(), False)
    assert nearby(told[1], desk.shelf) == {"Harno"}


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


def test_what_a_report_gives_as_another_s_confirms_nothing(desk: Any, tell: Any) -> None:
    """An observer who marks a village "as claimed by Norland" has not seen who holds it."""
    event = tell["depot"](desk)
    first = next(iter(desk.claims.values()))
    for end, confirmed in (("", True), (", as claimed by Norland", False)):
        said = f"Drones burned a depot in Vell region{end}."
        report = desk.report("wire", said)
        own = replace(desk.claim(report, said, kind=first.kind), id="", moment=first.moment)
        own = replace(own, id="", places=tuple(replace(p, span=own.proposition) for p in first.places))
        assert (joint(event, [first, own], desk.shelf) is not None) is confirmed
