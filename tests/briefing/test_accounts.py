from typing import Any

import pytest

from onrecord.briefing.accounts import accounts, alike, drafted, hedges, values
from onrecord.briefing.fit import units
from onrecord.briefing.notebook import Notebook
from onrecord.records import Length, Measure, Quantity, Span


def told(desk: Any, event: Any) -> list[str]:
    """The contents that are told of an event in its speakers' words."""
    book = Notebook(desk.shelf, Length(), frozenset(), hedged=hedges(desk.shelf))
    made = accounts(event, tuple(desk.claims.values()), [], False, book)
    return [desk.shelf.words(c, s) for d in made for c, s in d.spans]


def many(document: Any, words: str, value: int) -> Quantity:
    at = document.text.index(words)
    return Quantity(span=Span(start=at, end=at + len(words)), measure=Measure.KILLED, value=value, object="person")


def test_one_outlet_s_word_is_not_told(desk: Any) -> None:
    rumour = desk.claim(desk.report("post", "A depot burned in Harno."), "A depot burned in Harno.")
    assert told(desk, desk.event("strike_impact", rumour)) == []


@pytest.mark.parametrize("source", ["quiet", "wire"])
def test_a_second_outlet_or_an_agency_makes_it_news(desk: Any, source: str) -> None:
    one = desk.claim(desk.report("post", "A depot burned in Harno."), "A depot burned in Harno.")
    two = desk.claim(desk.report(source, "A depot in Harno is on fire."), "A depot in Harno is on fire.")
    assert bool(told(desk, desk.event("strike_impact", one, two))) is (source == "wire")


def test_a_source_without_a_name_adds_nothing_to_his_side(desk: Any) -> None:
    report = desk.report("wire", "Harno is ours, Olin Marr said. Harno is held, a man at the staff in Vell said.")
    own = desk.claim(report, "Harno is ours", speaker="Olin Marr", party="Sudland", cue="said", kind="territory_change")
    said = {"speaker": "a man at the staff in Vell", "party": "Sudland", "cue": "said", "kind": "territory_change"}
    man = desk.claim(report, "Harno is held", **said)
    assert "Harno is held" not in told(desk, desk.event("territory_change", own, man))


@pytest.mark.parametrize(("kind", "tells"), [("other", 0), ("aid", 1)])
def test_words_that_tell_no_event_are_left_out_beside_one(desk: Any, kind: str, tells: int) -> None:
    report = desk.report("wire", "Norland's staff said it had been asked about men in Harno.")
    said = {"speaker": "Norland's staff", "cue": "said", "kind": kind}
    claim = desk.claim(report, "it had been asked about men in Harno", **said)
    assert len(told(desk, desk.event("diplomacy", claim))) == tells


def test_names_on_a_list_are_no_dead(desk: Any) -> None:
    text = "Norland's staff said that it had 100 names in Harno.\nNorland's staff said 9 people died in Vell."
    report = desk.report("wire", text)
    voice = {"speaker": "Norland's staff", "cue": "said", "kind": "casualty_toll"}
    names = desk.claim(report, "it had 100 names in Harno", counts=(many(report, "100", 100),), **voice)
    dead = desk.claim(report, "9 people died in Vell", counts=(many(report, "9", 9),), **voice)
    assert told(desk, desk.event("casualty_toll", names, dead)) == ["9 people died in Vell"]


def test_a_draft_holds_the_figures_of_its_words(desk: Any) -> None:
    report = desk.report("wire", "Norland's staff said 9 people died in Vell.")
    claim = desk.claim(
        report, "9 people died in Vell", counts=(many(report, "9", 9),), speaker="Norland's staff", cue="said"
    )
    (unit,) = units([claim], desk.shelf)
    made = drafted(unit, (claim,), False, Notebook(desk.shelf, Length(), frozenset()))
    assert values(unit) == {9} == {q.value for q in made.figures}
    assert alike(claim, claim, desk.shelf)


def test_one_word_alike_repeats_nothing(desk: Any) -> None:
    one = desk.report("wire", "There are no injured, Olin Marr said.")
    two = desk.report("post", "Norland's staff said that the injured of Harno are in two hospitals.")
    first = desk.claim(one, "There are no injured", speaker="Olin Marr", party="Sudland", cue="said")
    words = "the injured of Harno are in two hospitals"
    second = desk.claim(two, words, speaker="Norland's staff", party="Norland", cue="said")
    assert words in told(desk, desk.event("casualty_toll", first, second))


def test_figures_that_another_event_counts_are_told_there(desk: Any) -> None:
    text = "Norland's staff said that 57 drones were shot down in one of the larger raids on Harno."
    report, voice = desk.report("wire", text), {"speaker": "Norland's staff", "party": "Norland", "cue": "said"}
    whole = "57 drones were shot down in one of the larger raids on Harno"
    raid = desk.claim(report, whole, kind="strike_impact", **voice)
    desk.claim(report, "57 drones were shot down", counts=(many(report, "57", 57),), kind="casualty_toll", **voice)
    assert told(desk, desk.event("strike_impact", raid)) == []
    alone = desk.report("post", text)
    assert told(desk, desk.event("strike_impact", desk.claim(alone, whole, kind="strike_impact", **voice))) == [whole]
