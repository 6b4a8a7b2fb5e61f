from typing import Any

import pytest

from onrecord.briefing import tell as room
from onrecord.briefing.fit import units
from onrecord.briefing.notebook import Notebook
from onrecord.briefing.rank import WHOLE, newest, passed, ranked, weight
from onrecord.records import Extent, Length, Measure, Place, PlaceRole, Quantity, Score, Span

POINTS = Score(event="e-0", severity=1, origins=1, sides=0, novelty=0, scope=0, total=2)


def at(text: str, words: str) -> Span:
    return Span(start=text.index(words), end=text.index(words) + len(words))


def said(desk: Any, content: str, *counts: tuple[str, int], **rest: Any) -> Any:
    """A claim of the staff, or of `speaker`: its figures count people killed, and the word "Harno" places it."""
    name = rest.get("speaker", "Norland's staff")
    hour = rest.get("hour", 9)
    text = f"{rest.get('before', '')}{name} said {content}."
    report = desk.report(rest.get("source", "wire"), text, hour)
    held = tuple(
        Quantity(span=at(text, printed), measure=Measure.KILLED, object="person", value=value)
        for printed, value in counts
    )
    town = () if "Harno" not in content else (place(text),)
    return desk.claim(report, content, speaker=name, party="Norland", cue="said", counts=held, places=town)


def place(text: str, name: str = "Harno") -> Place:
    return Place(
        span=at(text, name), name=name, precision=Extent.SETTLEMENT, geonameid=9, role=PlaceRole.AT, region="Vell"
    )


def first(desk: Any, *claims: Any) -> str:
    unit = ranked(units(claims, desk.shelf), (set(), frozenset()), desk.shelf)[0]
    return str(desk.shelf.words(unit.lead, unit.spans[0]))


def test_how_many_and_where_come_before_either_alone(desk: Any) -> None:
    bare = said(desk, "seven people were killed there at noon", ("seven", 7))
    where = said(desk, "the market of Harno was hit by a missile", hour=10)
    whole = said(desk, "seven people were killed in Harno at noon", ("seven", 7), hour=11)
    assert first(desk, bare, where, whole).startswith("seven people were killed in Harno")
    assert weight(units([whole], desk.shelf)[0], desk.shelf)[0] == WHOLE
    assert first(desk, bare, where).startswith("the market of Harno")


@pytest.mark.parametrize("other", ["Norland's staff", "Ada Berg"])
def test_an_earlier_count_of_a_side_ranks_behind_its_last(desk: Any, other: str) -> None:
    early = said(desk, "four people were killed in Harno and 14 died on the road", ("four", 4), speaker=other)
    late = said(desk, "13 people were killed in Harno", ("13", 13), hour=18)
    found = units([early, late], desk.shelf)
    latest = newest(found, desk.shelf)
    assert [passed(u, latest, desk.shelf) for u in found] == [True, False]
    assert first(desk, early, late).startswith("13 people")


def test_a_count_that_was_passed_is_not_told_beside_the_last(desk: Any) -> None:
    early = said(desk, "four people were killed in Harno", ("four", 4), speaker="Ada Berg")
    late = said(desk, "13 people were killed in Harno", ("13", 13), hour=18)
    event = desk.event("strike_impact", early, late)
    told = room.tell(event, (early, late), POINTS, False, Notebook(desk.shelf, Length(), frozenset()))
    assert [d.claims[0] for d in told.drafts] == [late]


def test_a_lower_count_of_the_other_side_is_not_passed(desk: Any) -> None:
    theirs = desk.report("post", "Olin Marr said four people were killed in Vell.", 8)
    count = Quantity(span=at(theirs.text, "four"), measure=Measure.KILLED, object="person", value=4)
    four = desk.claim(
        theirs, "four people were killed in Vell", speaker="Olin Marr", party="Sudland", cue="said", counts=(count,)
    )
    ours = said(desk, "13 people were killed in Harno", ("13", 13), hour=18)
    found = units([four, ours], desk.shelf)
    assert not any(passed(u, newest(found, desk.shelf), desk.shelf) for u in found)
