"""Marked-up text becomes plain text, and every mark its characters."""

import random
from datetime import date

import pytest
from evals.scenarios import mark

from onrecord.records import Operator


def show(name: str, manner: str) -> str:
    return {"raid/shot": "58", "raid/dead": "Nine" if manner == "W" else "nine"}[name]


def test_content_and_figures_lie_where_they_are_printed() -> None:
    text, marks = mark.read("Word: <<raid/ac: {raid/shot} of them fell>>, it said, <<raid/ac+: at night>>.", show)
    assert text == "Word: 58 of them fell, it said, at night."
    (found,) = marks
    assert [s.of(text) for s in found.content] == ["58 of them fell", "at night"]
    assert [s.span.of(text) for s in found.slots] == ["58"]


def test_bounds_and_background_are_read() -> None:
    text, (found,) = mark.read("At least <<raid/gov!b: {raid/dead>=} died>>.", show)
    assert found.background
    assert found.slots[0].bound is Operator.AT_LEAST
    assert text == "At least nine died."


def test_keys_without_an_event_are_made_its_own() -> None:
    assert mark.owned("<<ac: {shot} or {other/shot}>>", "raid") == "<<raid/ac: {raid/shot} or {other/shot}>>"


def test_what_is_taken_over_names_whom_it_was_taken_from() -> None:
    once = mark.rooted("<<raid/ac: x>> <<raid/ac+: y>>", "meridian")
    assert once == "<<raid/ac@meridian: x>> <<raid/ac@meridian+: y>>"
    assert mark.rooted(once, "copyist") == once


def test_weekdays_are_those_of_the_document() -> None:
    assert mark.dated("{wd}, {wd-1}, {dm}", date(2025, 4, 1)) == "Tuesday, Monday, 1 April"


def test_a_number_that_begins_a_sentence_is_spelled_out() -> None:
    assert mark.headed("<<tesk: {dead} died.>> {more} did") == "<<tesk: {dead:W} died.>> {more:W} did"
    assert mark.headed("It killed {dead}") == "It killed {dead}"
    assert mark.headed("It said so. {dead} died") == "It said so. {dead:W} died"


def test_one_of_the_alternatives_is_drawn() -> None:
    assert mark.choose("[a|a] and [b|b]", random.Random(1)) == "a and b"


@pytest.mark.parametrize("bad", ["<<raid/ac: open", "closed>>", "<<raid/ac: a <<raid/ac: b>>>>"])
def test_markup_that_does_not_close_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match=r"close|open"):
        mark.read(bad, show)
