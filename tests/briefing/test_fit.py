from typing import Any

import pytest

from onrecord.briefing.fit import hangs, leans, orphaned, tellable, units
from onrecord.briefing.unit import Unit
from onrecord.records import Extent, Measure, Place, PlaceRole, Quantity, Span, Stance


def told(desk: Any, content: str, speaker: str | None = "Norland's staff", **rest: Any) -> bool:
    document = desk.report("wire", f"Norland's staff said that {content}.")
    claim = desk.claim(document, content, speaker=speaker, cue="said" if speaker else None, **rest)
    return any(tellable(u, desk.shelf) for u in units([claim], desk.shelf))


@pytest.mark.parametrize(
    "content",
    [
        "drones struck a depot in Vell",
        "it struck a depot in Vell",
        "two people were hurt in Vell",
        "five miners died in the Hope mine",
    ],
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
        "Dear people of Vell, a drone struck a depot",
        "in the northern one, near Vell, a depot burned",
        "not to be mixed up with Brod, a depot burned in Vell",
        "shot down over Vell: 44",
        "the house in Vell is mine",
        "in Vell",
        "General Ada Berg, air defences shot down 12 drones",
    ],
)
def test_what_hangs_on_other_words_is_not_told(desk: Any, content: str) -> None:
    assert not told(desk, content)


@pytest.mark.parametrize(("cue", "fits"), [("reported", True), ("said", False)])
def test_a_count_in_telegram_style_stands_behind_a_verb_that_takes_a_noun(desk: Any, cue: str, fits: bool) -> None:
    document = desk.report("wire", f"Norland's staff {cue}: 44 drones downed, two lost over Vell.")
    start = document.text.index("44")
    down = Quantity(span=Span(start=start, end=start + 2), value=44, measure=Measure.SHOT_DOWN, object="drone")
    lost = Quantity(span=Span(start=start + 18, end=start + 21), value=2, measure=Measure.LOST_TO_EW, object="drone")
    said = "44 drones downed, two lost over Vell"
    claim = desk.claim(document, said, speaker="Norland's staff", cue=cue, kind="interception", counts=(down, lost))
    assert bool(units([claim], desk.shelf)) is fits


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


def one(document: Any, words: str, value: int, measure: Measure = Measure.KILLED, thing: str = "person") -> Quantity:
    at = document.text.index(words)
    return Quantity(span=Span(start=at, end=at + len(words)), measure=measure, value=value, object=thing)


@pytest.mark.parametrize(
    ("words", "fit"),
    [
        ("13 dead after the strike on the market of Harno", False),
        ("13 people were killed on the market of Harno", True),
        ("Two missiles on the market of Harno", False),
        ("a helicopter shot down by Harno, four dead", False),
        ("of a fire in Harno", False),
    ],
)
def test_a_heading_is_no_clause(desk: Any, words: str, fit: bool) -> None:
    report = desk.report("wire", f"{words}, Ada Berg said.")
    claim = desk.claim(report, words, speaker="Ada Berg", party="Norland", cue="said")
    assert bool(units([claim], desk.shelf)) is fit


@pytest.mark.parametrize(
    "words",
    [
        "any such offer had been made to Norland",
        "its clinic had treated five of them",
        "there was none in Harno",
        "in Harno Norland had a hand in it",
        "13 people died in Harno, one fewer than it",
    ],
)
def test_what_points_out_of_its_sentence_is_not_told(desk: Any, words: str) -> None:
    report = desk.report("wire", f"Norland's staff said {words}.")
    assert not units([desk.claim(report, words, speaker="Norland's staff", cue="said")], desk.shelf)


def test_an_answer_may_point_at_the_claim_before_it(desk: Any) -> None:
    report = desk.report("wire", "Sudland's defence ministry denied that any such offer had been made.")
    claim = desk.claim(
        report, "any such offer had been made", speaker="Sudland's defence ministry", cue="denied", stance=Stance.DENIED
    )
    assert not units([claim], desk.shelf)
    assert [u.lead for u in units([claim], desk.shelf, leaning=True)] == [claim]


def test_her_own_side_needs_no_name(desk: Any) -> None:
    report = desk.report("wire", "Ada Berg said her side had offered a halt. Ada Berg said her brother had left.")
    side = desk.claim(report, "her side had offered a halt", speaker="Ada Berg", cue="said")
    brother = desk.claim(report, "her brother had left", speaker="Ada Berg", cue="said")
    assert [u.lead for u in units([side, brother], desk.shelf)] == [side]


def test_a_channel_s_own_figure_stands_without_a_name(desk: Any) -> None:
    post = desk.report("air", "Monitors counted at least 88 bodies in three morgues. Monitors slept in three morgues.")
    told = desk.claim(post, "Monitors counted at least 88 bodies in three morgues.", counts=(one(post, "88", 88),))
    bare = desk.claim(post, "Monitors slept in three morgues.")
    free, bound = (Unit(claims=(c,), spans=(c.proposition,)) for c in (told, bare))
    assert not leans(free, desk.shelf) and not hangs(free, desk.shelf) and tellable(free, desk.shelf)
    assert leans(bound, desk.shelf)


def test_there_is_the_town_that_was_just_named(desk: Any) -> None:
    post = desk.report("air", "Diesel seeps into the well of Harno. 46 houses there are without water.")
    at = post.text.index("Harno")
    town = Place(span=Span(start=at, end=at + 5), name="Harno", precision=Extent.SETTLEMENT, role=PlaceRole.AT)
    voice = {"speaker": "Norland's air force", "party": "Norland", "rule": "publisher"}
    well = desk.claim(post, "Diesel seeps into the well of Harno.", places=(town,), **voice)
    dry = desk.claim(post, "46 houses there are without water.", counts=(one(post, "46", 46),), **voice)
    assert [u.lead for u in units([well, dry], desk.shelf)][-1] == dry


@pytest.mark.parametrize(
    ("words", "fit"),
    [("the dam of Harno is spilling as it was built to", True), ("the dam of Harno had lost the", False)],
)
def test_a_clause_may_end_in_a_preposition_and_in_no_article(desk: Any, words: str, fit: bool) -> None:
    report = desk.report("wire", f"Norland's staff said {words}.")
    claim = desk.claim(report, words, speaker="Norland's staff", cue="said")
    assert bool(units([claim], desk.shelf)) is fit
