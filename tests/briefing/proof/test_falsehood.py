from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.briefing.proof.falsehood import falsehood
from onrecord.briefing.proof.stack import Stack
from onrecord.briefing.proof.statement import _called, form
from onrecord.records import Measure, Quantity, Sentence, Span


def made(desk: Any, called: str = "made up", debunked: bool = True, number: int = 600) -> tuple[Sentence, Stack]:
    """A finished sentence on a story that one outlet spread and another calls false."""
    hoax = desk.report("post", f"{number} soldiers surrendered to scouts in Harno.", hour=8)
    check = desk.report("wire", f"The story that 600 soldiers surrendered there is {called}.", hour=12)
    counts = []
    for document, value in ((hoax, number), (check, 600)):
        at = document.text.index(str(value))
        span = Span(start=at, end=at + len(str(value)))
        counts.append((Quantity(span=span, measure=Measure.CAPTURED, value=value, object="soldier"),))
    story = desk.claim(hoax, f"{number} soldiers surrendered to scouts in Harno.", counts=counts[0])
    false = desk.claim(check, "600 soldiers surrendered there", counts=counts[1], debunked=debunked)
    sentence = Sentence(
        text=f"Wire One called it false that {number} soldiers surrendered to scouts in Harno.",
        claims=(false.id, story.id),
        evidence=(desk.shelf.evidence(false, false.proposition), desk.shelf.evidence(story, story.proposition)),
    )
    return sentence, Stack(desk.shelf.day, desk.view, desk.story)


def test_a_falsehood_stands(desk: Any) -> None:
    sentence, stack = made(desk)
    assert form(sentence.text) == "false"
    assert falsehood(sentence, stack) is None


def test_what_no_report_calls_false_is_not_called_so(desk: Any) -> None:
    assert falsehood(*made(desk, called="old", debunked=False))


def test_another_story_is_not_the_one_that_is_called_false(desk: Any) -> None:
    assert falsehood(*made(desk, number=60))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Wire One", "The Vell Post"),
        ("600", "900"),
        ("Harno", "Brod"),
        ("surrendered", "surrendered not"),
        ("scouts", "us"),
    ],
)
def test_outlet_and_words_are_the_reports_own(desk: Any, old: str, new: str) -> None:
    sentence, stack = made(desk)
    assert falsehood(replace(sentence, text=sentence.text.replace(old, new), id=""), stack)


def test_who_spreads_it_may_not_stand_first(desk: Any) -> None:
    sentence, stack = made(desk)
    turned = replace(sentence, claims=sentence.claims[::-1], evidence=sentence.evidence[::-1], id="")
    assert falsehood(turned, stack)


def test_what_is_called_false_is_told_in_no_other_way(desk: Any) -> None:
    sentence, stack = made(desk)
    assert _called(sentence, "false", stack) is None
    assert _called(sentence, "unit", stack) and _called(
        replace(sentence, id="", text="Wire One said so."), "pair", stack
    )
