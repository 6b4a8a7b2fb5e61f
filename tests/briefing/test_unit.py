from typing import Any

import pytest

from onrecord.briefing.fit import orphaned, tellable, units
from onrecord.briefing.unit import Unit, sentences
from onrecord.records import Span, Stance


def test_content_is_cut_at_its_sentences() -> None:
    text = "Gen. Hale said it. The bridge fell. Nobody was hurt."
    assert [s.of(text) for s in sentences(text, Span(start=0, end=len(text)))] == [
        "Gen. Hale said it.",
        "The bridge fell.",
        "Nobody was hurt.",
    ]


def test_a_dateline_is_left_out() -> None:
    text = "VELL, May 14 (Wire One) - Drones struck a depot."
    assert [s.of(text) for s in sentences(text, Span(start=0, end=len(text)))] == ["Drones struck a depot."]


def told(desk: Any, content: str, speaker: str | None = "Norland's staff", **rest: Any) -> bool:
    document = desk.report("wire", f"Norland's staff said that {content}.")
    claim = desk.claim(document, content, speaker=speaker, cue="said" if speaker else None, **rest)
    return any(tellable(u, desk.shelf) for u in units([claim], desk.shelf))


@pytest.mark.parametrize(
    "content", ["drones struck a depot in Vell", "it struck a depot in Vell", "two people were hurt in Vell"]
)
def test_what_stands_alone_is_told(desk: Any, content: str) -> None:
    assert told(desk, content)


@pytest.mark.parametrize(
    "content",
    [
        "we struck a depot in Vell",
        "two flew back across the border",
        "because a depot in Vell had burned",
        "at least one came from the north",
        "they had struck a depot",
        "a fire broke out in the west of the region",
        "a “depot was struck in Vell",
        "in Vell",
    ],
)
def test_what_hangs_on_other_words_is_not_told(desk: Any, content: str) -> None:
    assert not told(desk, content)


def test_a_headline_of_the_report_is_no_sentence(desk: Any) -> None:
    document = desk.report("post", "Vell: Two drones down\n\nTwo drones fell in Vell.")
    title = desk.claim(document, "Vell: Two drones down")
    body = desk.claim(document, "Two drones fell in Vell.")
    assert not units([title], desk.shelf)
    assert units([body], desk.shelf)


def test_a_denial_by_said_must_deny(desk: Any) -> None:
    assert told(desk, "its units had not struck Vell", stance=Stance.DENIED)
    assert not told(desk, "its units had struck Vell", stance=Stance.DENIED)


def test_a_falsehood_is_told_only_as_one(desk: Any, tell: Any) -> None:
    tell["court"](desk)
    assert [u.lead.debunked for u in units(desk.claims.values(), desk.shelf)] == [False]
    document = desk.report("wire", "Norland's staff said that executives had paid bribes in Vell.")
    outer = desk.claim(document, "executives had paid bribes in Vell", speaker="Norland's staff", cue="said")
    desk.claim(document, "executives had paid bribes in", debunked=True)
    assert not units([outer], desk.shelf)


def test_a_showing_needs_a_clause(desk: Any) -> None:
    document = desk.report("wire", "Norland's staff showed a hole in the roof of a house in Vell.")
    claim = desk.claim(document, "a hole in the roof of a house in Vell", speaker="Norland's staff", cue="showed")
    assert not units([claim], desk.shelf)


@pytest.mark.parametrize(
    ("words", "leans"),
    [
        ("there were losses among them", True),
        ("the child's mother was hurt", True),
        ("a boy of nine was killed", False),
        ("two men were hurt in Vell", False),
        ("they had left Vell", True),
    ],
)
def test_what_names_nobody_leans_on_what_was_told_before(desk: Any, words: str, leans: bool) -> None:
    wire = desk.report("wire", f"Ada Berg said that {words}.")
    made = desk.claim(wire, words, speaker="Ada Berg", party="Norland", cue="said")
    assert orphaned(Unit(claims=(made,), spans=(made.proposition,)), desk.shelf) is leans


def test_an_item_of_a_list_is_no_sentence(desk: Any) -> None:
    post = desk.report("air", "The night:\n- four missiles over Vell: none shot down.")
    made = desk.claim(post, "- four missiles over Vell: none shot down.", speaker="Norland's air force")
    assert not units((made,), desk.shelf)


@pytest.mark.parametrize(
    "content",
    ["that figure was preliminary", "This attack was the largest of the week", "most were over two regions of Sudland"],
)
def test_what_points_at_another_sentence_is_not_told(desk: Any, content: str) -> None:
    document = desk.report("wire", f"Ada Berg said {content}.")
    claim = desk.claim(document, content, speaker="Ada Berg", cue="said")
    assert not units([claim], desk.shelf)


@pytest.mark.parametrize("content", ["that figures were rising in Vell", "that most soldiers were from Vell"])
def test_that_may_only_open_a_clause(desk: Any, content: str) -> None:
    document = desk.report("wire", f"Ada Berg said {content}.")
    claim = desk.claim(document, content, speaker="Ada Berg", cue="said")
    assert units([claim], desk.shelf)
