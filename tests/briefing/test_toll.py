from typing import Any

import pytest

from onrecord.briefing.headline import lead
from onrecord.briefing.toll import draft, tolls
from onrecord.records import Extent, Measure, Place, PlaceRole, Quantity, Span

VOICE = {"speaker": "Norland's air force", "party": "Norland", "rule": "publisher"}


def at(text: str, words: str) -> Span:
    return Span(start=text.index(words), end=text.index(words) + len(words))


def many(document: Any, words: str, value: int, measure: Measure, **rest: Any) -> Quantity:
    return Quantity(span=at(document.text, words), measure=measure, value=value, object="person", **rest)


def town(document: Any, name: str) -> Place:
    return Place(span=at(document.text, name), name=name, precision=Extent.SETTLEMENT, role=PlaceRole.AT, region="Vell")


def counted(
    desk: Any, text: str = "Harno: 13 dead, among them two children. 46 wounded. Work in Harno goes on."
) -> Any:
    """A bulletin in telegram style, and its event."""
    post = desk.report("air", text)
    dead = many(post, "13", 13, Measure.KILLED)
    young = many(post, "two", 2, Measure.KILLED, population="children", subset_of=0)
    one = desk.claim(
        post, "Harno: 13 dead, among them two children.", counts=(dead, young), kind="casualty_toll", **VOICE
    )
    two = desk.claim(
        post, "46 wounded.", counts=(many(post, "46", 46, Measure.WOUNDED),), kind="casualty_toll", **VOICE
    )
    site = desk.claim(post, "Work in Harno goes on.", places=(town(post, "Harno"),), kind="casualty_toll", **VOICE)
    return desk.event("casualty_toll", one, two, site)


def test_telegram_style_becomes_a_sentence(desk: Any, said: Any) -> None:
    counted(desk)
    briefing = desk.write()
    told = "Norland's air force said that 13 people, two of them children, were killed and 46 wounded in Harno."
    assert told in said(briefing)
    assert not briefing.dropped


def test_a_toll_makes_a_headline(desk: Any) -> None:
    event = counted(desk)
    (toll,) = tolls(event, desk.claims.values(), desk.shelf)
    told = "Norland's air force says 13 people, two of them children, were killed and 46 wounded in Harno"
    assert lead(draft(toll), desk.shelf) == told
    assert desk.write().headline.startswith(told)


@pytest.mark.parametrize(
    "text", ["Two of the dead in Harno were children, killed.", "In Harno 13 people were killed, not 2."]
)
def test_a_share_and_a_wrong_number_are_no_toll(desk: Any, text: str) -> None:
    post = desk.report("air", text)
    word = "Two" if "Two" in text else "2"
    claim = desk.claim(
        post, text, counts=(many(post, word, 2, Measure.KILLED),), places=(town(post, "Harno"),), **VOICE
    )
    assert not tolls(desk.event("casualty_toll", claim), [claim], desk.shelf)


def test_two_towns_name_none(desk: Any) -> None:
    post = desk.report("air", "In Harno and Brod 13 people were killed.")
    places = (town(post, "Harno"), town(post, "Brod"))
    claim = desk.claim(post, post.text, counts=(many(post, "13", 13, Measure.KILLED),), places=places, **VOICE)
    assert not tolls(desk.event("casualty_toll", claim), [claim], desk.shelf)


def test_a_mayor_s_town_is_not_lent_to_another_s_toll(desk: Any) -> None:
    report = desk.report("wire", "Norland's staff said 13 people were killed. Olin Marr said Harno was calm.")
    dead = desk.claim(
        report,
        "13 people were killed",
        counts=(many(report, "13", 13, Measure.KILLED),),
        speaker="Norland's staff",
        cue="said",
    )
    calm = desk.claim(report, "Harno was calm", places=(town(report, "Harno"),), speaker="Olin Marr", cue="said")
    assert not tolls(desk.event("casualty_toll", dead, calm), [dead, calm], desk.shelf)


@pytest.mark.parametrize(("again", "told"), [("13", True), ("14", False)])
def test_a_town_is_taken_from_the_speaker_s_other_report_of_the_same_count(desk: Any, again: str, told: bool) -> None:
    post = desk.report("air", "As it stands 13 dead.")
    dead = desk.claim(
        post, "As it stands 13 dead.", counts=(many(post, "13", 13, Measure.KILLED),), kind="casualty_toll", **VOICE
    )
    wire = desk.report("wire", f"{again} people died in Harno, Norland's air force said.")
    voice = {"speaker": "Norland's air force", "party": "Norland", "cue": "said", "kind": "casualty_toll"}
    count = many(wire, again, int(again), Measure.KILLED)
    other = desk.claim(wire, f"{again} people died in Harno", counts=(count,), places=(town(wire, "Harno"),), **voice)
    event = desk.event("casualty_toll", dead, other)
    found = tolls(event, [dead], desk.shelf)
    assert [t.place for t in found] == (["Harno"] if told else [])


@pytest.mark.parametrize(("party", "first"), [("Norland", False), ("Southland", True)])
def test_what_the_same_party_has_since_counted_anew_is_not_told(desk: Any, party: str, first: bool) -> None:
    early = desk.report("wire", "Three people were killed in Harno, Olin Marr said.", 6)
    dead = many(early, "Three", 3, Measure.KILLED)
    mayor = {"speaker": "Olin Marr", "party": party, "cue": "said", "kind": "casualty_toll"}
    old = desk.claim(
        early, "Three people were killed in Harno", counts=(dead,), places=(town(early, "Harno"),), **mayor
    )
    later = desk.report("air", "Harno: 13 dead.", 9)
    new = desk.claim(
        later, "Harno: 13 dead.", counts=(many(later, "13", 13, Measure.KILLED),), places=(town(later, "Harno"),),
        kind="casualty_toll", **VOICE,
    )  # fmt: skip
    event = desk.event("casualty_toll", old, new)
    told = [t.lines[0].quantity.value for t in tolls(event, desk.claims.values(), desk.shelf)]
    assert told == ([3, 13] if first else [13])
