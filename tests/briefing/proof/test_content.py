from typing import Any

from msgspec.structs import replace

from onrecord.briefing.accounts import drafted
from onrecord.briefing.draft import Standing, finish
from onrecord.briefing.fit import units
from onrecord.briefing.notebook import Notebook
from onrecord.briefing.proof import content
from onrecord.briefing.proof.stack import Stack
from onrecord.records import Extent, Length, Measure, Place, PlaceRole, Quantity, Sentence, Span


def spoken(desk: Any) -> tuple[Sentence, Stack]:
    document = desk.report(
        "wire", "Norland's staff said that a depot burned in Vell. It also said that roads were closed."
    )
    claim = desk.claim(document, "a depot burned in Vell", speaker="Norland's staff", cue="said")
    (unit,) = units([claim], desk.shelf)
    book = Notebook(desk.shelf, Length(), frozenset())
    made = finish(drafted(unit, (claim,), False, book), desk.pen, Standing("e-1", "reported"))
    assert made is not None
    return made, Stack(desk.shelf.day, desk.view, desk.story)


def test_all_the_words_in_their_order(desk: Any) -> None:
    made, stack = spoken(desk)
    assert content.speech(made, stack, set(), False) is None
    for text in (
        "Norland's staff said that a depot burned.",
        "Norland's staff said that a depot in Vell burned.",
        "Norland's staff said that in Vell a depot burned.",
        "A depot burned in Vell.",
    ):
        assert content.speech(replace(made, text=text, id=""), stack, set(), False)


def test_background_must_say_when_it_was_said(desk: Any) -> None:
    made, stack = spoken(desk)
    assert content.speech(made, stack, set(), True)
    dated = replace(made, text="Norland's staff said on 14 May that a depot burned in Vell.", id="")
    assert content.speech(dated, stack, set(), True) is None
    assert content.speech(dated, stack, set(), False)


def test_half_a_content_is_not_whole(desk: Any) -> None:
    made, stack = spoken(desk)
    claim = stack.claims[made.claims[0]]
    span = claim.attribution.content[0]
    assert content.whole((span,), claim, stack)
    assert not content.whole((Span(start=span.start, end=span.end - 5),), claim, stack)
    assert not content.whole((Span(start=span.start, end=span.end + 5),), claim, stack)


def test_quotations_stand_in_the_evidence(desk: Any) -> None:
    made, _ = spoken(desk)
    assert content.quoted(made)
    assert not content.quoted(replace(made, text="Norland's staff said that “a depot” burned in Vell.", id=""))


def test_a_town_is_told_only_where_the_report_names_it_alone(desk: Any) -> None:
    text = "A missile hit Harno, Olin Marr said. Seven people were killed, Marr said."
    report = desk.report("wire", text)
    town = Place(span=Span(start=14, end=19), name="Harno", precision=Extent.SETTLEMENT, role=PlaceRole.AT)
    voice = {"speaker": "Olin Marr", "party": "Sudland"}
    desk.claim(report, "A missile hit Harno", cue="said", places=(town,), **voice)
    count = Quantity(span=Span(start=37, end=42), measure=Measure.KILLED, object="person", value=7)
    toll = desk.claim(report, "Seven people were killed", cue="said.", counts=(count,), **voice)
    (unit,) = units([toll], desk.shelf)
    book = Notebook(desk.shelf, Length(), frozenset())
    made = finish(drafted(unit, (toll,), False, book), desk.pen, Standing("e-1", "reported"))
    stack = Stack(desk.shelf.day, desk.view, desk.story)
    assert made is not None and " said of Harno that " in made.text
    assert content.speech(made, stack, set(), False) is None
    assert content.speech(replace(made, text=made.text.replace("Harno", "Brod"), id=""), stack, set(), False)
    other = replace(town, name="Brod")
    desk.claim(report, "A missile hit", cue="said", places=(other,), **voice)
    stack = Stack(desk.shelf.day, desk.view, desk.story)
    assert content.speech(made, stack, set(), False)
