"""Endnotes and the parts of a chart."""

import msgspec

from onrecord.briefing.render.notes import notes, paragraphs, parts
from onrecord.records import Briefing


def test_notes_follow_the_page(briefing: Briefing) -> None:
    assert [note.said for note in notes(briefing)][1:] == [
        "Pumps, by the water board's account: 12 failed",
        "The agency put the dead at <9> & the missing at three.",
        "Dead, by account: Lower town, Agency: 9",
    ]


def test_parts_fill_the_whole(briefing: Briefing) -> None:
    chart = briefing.sections[0].charts[0]
    assert [(label, value, round(width)) for label, value, _, width in parts(chart)] == [
        ("failed", 12.0, 30),
        ("not accounted for", 28.0, 70),
    ]
    assert len(parts(msgspec.structs.replace(chart, total=None))) == 1


def test_sentences_of_one_event_make_a_paragraph(briefing: Briefing) -> None:
    section = briefing.sections[0]
    twice = msgspec.structs.replace(section, sentences=section.sentences * 2)
    assert [len(paragraph) for paragraph in paragraphs(twice)] == [2]
