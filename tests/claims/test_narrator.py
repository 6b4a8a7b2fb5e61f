"""Talk about what is known, headings, and what goes on with words before."""

import pytest

from onrecord.claims.narrator import follows, information, informs, moved, names, quoted, supposes, tallies
from onrecord.records import Span


def whole(text: str) -> Span:
    return Span(start=0, end=len(text))


def at(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start=start, end=start + len(part))


@pytest.mark.parametrize("text", ["He gave no figures.", "The report could not be independently verified."])
def test_informs(text: str) -> None:
    assert informs(text, whole(text))


def test_an_event_that_ends_without_details_is_an_event() -> None:
    text = "Nine people were killed in a strike on the market, he said, and gave no details."
    assert not informs(text, whole(text))


def test_a_cue_may_be_information() -> None:
    text = "There were no immediate reports of damage."
    found = information(text, whole(text), at(text, "immediate reports of"))
    assert found is not None
    assert found.of(text) == "no immediate reports of"
    assert information(text, whole(text), at(text, "There")) is None


def test_a_paragraph_may_begin_with_another_place() -> None:
    text = "Ten were hurt, Holt said.\n\nIn Mar region a hall burned. In total, two died.\n\nIn all, ten died."
    assert moved(text, 0, text.index("In total"))
    assert not moved(text, text.index("a hall"), text.index("In total"))
    assert not moved(text, 0, text.index("In all"))


def test_continuations() -> None:
    assert follows("Another 72 were lost.", Span(start=0, end=21))
    assert not follows("The other day it rained.", Span(start=4, end=24))
    assert tallies("Almost 300 were jammed.", Span(start=0, end=23))
    assert not tallies("The 300 were jammed.", Span(start=0, end=20))
    assert quoted("“We held.”", Span(start=0, end=10))
    assert not quoted("“We held,” he said.", Span(start=0, end=19))


def test_what_is_supposed_of_what_was_said() -> None:
    for text, expected in (("They might be used later.", True), ("They were used.", False), ("May was cold.", False)):
        assert supposes(text, whole(text)) is expected


@pytest.mark.parametrize(
    "text",
    ["Situation at 06:00", "Weekly figures.", "Attention!", "Report of the rescue service, 8 May", "In addition."],
)
def test_a_heading_only_names(text: str) -> None:
    assert names(text, whole(text))


@pytest.mark.parametrize(
    "text", ["They carried onions.", "Nobody came", "Patrols levy a toll of twenty crowns on each lorry."]
)
def test_a_sentence_tells(text: str) -> None:
    assert not names(text, whole(text))
