from typing import Any

from onrecord.briefing.unit import Unit, joints, sentences
from onrecord.records import Span


def test_content_is_cut_at_its_sentences() -> None:
    text = "Gen. Hale said it. The bridge fell. Nobody was hurt."
    assert [s.of(text) for s in sentences(text, Span(start=0, end=len(text)), own=True)] == [
        "Gen. Hale said it.",
        "The bridge fell.",
        "Nobody was hurt.",
    ]


def test_a_dateline_is_left_out() -> None:
    text = "VELL, May 14 (Wire One) - Drones struck a depot."
    assert [s.of(text) for s in sentences(text, Span(start=0, end=len(text)), own=True)] == ["Drones struck a depot."]


def test_a_label_is_left_out() -> None:
    text = "Response: Partners handed out blankets in Harno."
    assert [s.of(text) for s in sentences(text, Span(start=0, end=len(text)), own=True)] == [
        "Partners handed out blankets in Harno."
    ]


def test_pieces_are_joined_as_the_report_joins_them(desk: Any) -> None:
    for between, joint in (("; ", "; "), (", and ", ", and "), (", ", ", ")):
        report = desk.report("wire", f"A depot burned in Vell, Olin Marr said{between}nine houses were hit.")
        claim = desk.claim(report, "A depot burned in Vell | nine houses were hit", speaker="Olin Marr", cue="said")
        assert joints(Unit(claims=(claim,), spans=claim.attribution.content), desk.shelf) == [joint]
