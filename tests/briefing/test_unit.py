from typing import Any

from onrecord.briefing.unit import Unit, joints, pieces, sentences
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


def test_a_label_that_says_something_is_part_of_what_was_said() -> None:
    for text in ("It is false: Norland has lost Harno.", "Fake: Norland has lost Harno."):
        assert [s.of(text) for s in sentences(text, Span(start=0, end=len(text)), own=True)] == [text]
    text = "Response: Partners handed out blankets in Harno."
    assert [s.of(text) for s in sentences(text, Span(start=0, end=len(text)), own=False)] == [text]


def test_what_somebody_calls_false_before_a_colon_is_never_told_as_said(desk: Any, said: Any) -> None:
    content = "It is false: Norland has lost the village of Harno."
    report = desk.report("wire", f"Olin Marr said: {content}")
    desk.event("territory_change", desk.claim(report, content, speaker="Olin Marr", cue="said"))
    assert not any("said that Norland has lost" in line for line in said(desk.write()))


def test_a_quotation_is_parted_where_its_sentence_ends(desk: Any, said: Any) -> None:
    report = desk.report("wire", '"Harno has not been taken," Olin Marr said. "I do not deal in streets."')
    claim = desk.claim(
        report, "Harno has not been taken | I do not deal in streets", speaker="Olin Marr", party="Sudland", cue="said"
    )
    desk.event("territory_change", claim)
    assert len(pieces(claim, desk.shelf)) == 3
    briefing = desk.write()
    assert said(briefing) == ["Harno has not been taken, Olin Marr, governor of Vell region, said."]
    assert not briefing.dropped


def test_a_quotation_that_goes_on_stays_whole(desk: Any) -> None:
    report = desk.report("wire", '"Harno," Olin Marr said, "has not been taken."')
    claim = desk.claim(report, "Harno | has not been taken", speaker="Olin Marr", party="Sudland", cue="said")
    assert len(pieces(claim, desk.shelf)) == 1
