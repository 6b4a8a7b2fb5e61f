from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.briefing.proof.stack import Stack
from onrecord.briefing.proof.statement import form
from onrecord.briefing.proof.toll import parse, toll
from onrecord.records import Extent, Measure, Place, PlaceRole, Quantity, Sentence, Span


def at(text: str, words: str) -> Span:
    return Span(start=text.index(words), end=text.index(words) + len(words))


@pytest.fixture
def told(desk: Any) -> tuple[Sentence, Stack]:
    post = desk.report("air", "Harno: 13 dead, among them two children. 46 wounded. Work in Harno goes on.")
    voice = {"speaker": "Norland's air force", "party": "Norland", "rule": "publisher", "kind": "casualty_toll"}
    dead = Quantity(span=at(post.text, "13"), measure=Measure.KILLED, value=13, object="person")
    young = replace(dead, span=at(post.text, "two"), value=2, population="children", subset_of=0)
    hurt = replace(dead, span=at(post.text, "46"), value=46, measure=Measure.WOUNDED)
    town = Place(
        span=at(post.text, "Harno"), name="Harno", precision=Extent.SETTLEMENT, role=PlaceRole.AT, region="Vell"
    )
    claims = (
        desk.claim(post, "Harno: 13 dead, among them two children.", counts=(dead, young), **voice),
        desk.claim(post, "46 wounded.", counts=(hurt,), **voice),
        desk.claim(post, "Work in Harno goes on.", places=(town,), **voice),
    )
    desk.event("casualty_toll", *claims)
    made = next(s for section in desk.write().sections for s in section.sentences if "two of them" in s.text)
    return made, Stack(desk.shelf.day, desk.view, desk.story)


def test_each_figure_is_a_claim_s_own(told: tuple[Sentence, Stack]) -> None:
    made, stack = told
    assert form(made.text) == "toll"
    assert toll(made, stack, set()) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("13 people", "31 people"),
        ("two of them", "three of them"),
        ("children", "soldiers"),
        ("were killed", "were wounded"),
        ("46 wounded", "46 killed"),
        ("in Harno", "in Brod"),
        ("in Harno", "on the Harno"),
        ("in Harno.", "in Harno on 13 May."),
        ("Norland's air force", "Norland's staff"),
        ("13 people", "at least 13 people"),
    ],
)
def test_a_changed_word_is_refused(told: tuple[Sentence, Stack], old: str, new: str) -> None:
    made, stack = told
    assert old in made.text
    assert toll(replace(made, text=made.text.replace(old, new), id=""), stack, set())


@pytest.mark.parametrize("text", ["X said that a depot burned in Harno.", "X said that two people were in Harno."])
def test_what_counts_nothing_is_no_toll(text: str) -> None:
    assert parse(text) is None
