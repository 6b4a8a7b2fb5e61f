"""Markdown: text stays text, each sentence has its endnote."""

import re

from onrecord.briefing.render import markdown
from onrecord.records import Briefing


def test_every_reference_has_its_note(briefing: Briefing) -> None:
    text = markdown(briefing)
    used = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    told = set(re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE))
    assert used == told == {"1", "2", "3", "4"}


def test_text_never_becomes_markup(briefing: Briefing) -> None:
    assert "the dead at \\<9\\> & the missing" in markdown(briefing)


def test_tables_keep_empty_cells(briefing: Briefing) -> None:
    assert "| Lower town | 9[^4] (at 18:00) | – |" in markdown(briefing)
