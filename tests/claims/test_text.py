"""Sentences, paragraphs and words as spans."""

import time

import pytest

from onrecord.claims.text import LIMIT, entry, paragraphs, sentences, trim, words
from onrecord.records import Span


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Orsk of Varland met Mr. Dale at No. 5 Quay Street.",
        "The river rose 2.5 metres by 4.30 p.m. on Friday.",
        "J. R. Dale, of the U.S. Navy, spoke on Dec. 14 at length.",
        'He asked "Who fired?" and left.',
        "The mayor said (at 9.30 a.m. local time) that all was calm.",
        "“We held.” said the captain.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Guns fired. Nobody was hurt.", ["Guns fired.", "Nobody was hurt."]),
        ("“It is over.” He left the hall.", ["“It is over.”", "He left the hall."]),
        ("It rained in the U.S. The river rose.", ["It rained in the U.S.", "The river rose."]),
        ("A headline without a stop\nThe text.", ["A headline without a stop", "The text."]),
        ("Nine died! Why? Nobody knows…", ["Nine died!", "Why?", "Nobody knows…"]),
        ("They left in 2024. 12 stayed.", ["They left in 2024.", "12 stayed."]),
        ("They chose Plan B. The ministry agreed.", ["They chose Plan B.", "The ministry agreed."]),
        ("\r\n\r\nOne.\r\n\t\r\nTwo.\u00a0 Three.", ["One.", "Two.", "Three."]),
        ("It met on Friday. “All is well,” it said.", ["It met on Friday.", "“All is well,” it said."]),
    ],
)
def test_boundaries(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_nothing_in_nothing() -> None:
    assert sentences("") == sentences(" \n\t\n") == ()


def test_words_hold_together() -> None:
    text = "Varland’s F-16s, the U.S. and 3.5m people"
    assert [w.of(text) for w in words(text, Span(start=0, end=len(text)))][:4] == ["Varland’s", "F-16s", "the", "U.S"]


def test_trim_loses_what_is_loose() -> None:
    assert trim("  , on Friday ,", Span(start=0, end=15), ",") == Span(start=4, end=13)
    assert trim(" ,, ", Span(start=0, end=4), ",") is None


def test_every_character_is_kept() -> None:
    text = "One. Two! Three\nFour… “Five.” (Six.) 7. Eight"
    assert "".join(s.of(text) for s in sentences(text)).replace(" ", "") == "".join(text.split())


def test_paragraphs_are_lines() -> None:
    assert [p.of("a b \n\n c") for p in paragraphs("a b \n\n c")] == ["a b", "c"]


@pytest.mark.parametrize("unit", [".", ". ", "a. ", "?! ", "x", "word ", "“.” ", "1. ", "A.B. "])
def test_long_lines_take_linear_time(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    started = time.process_time()
    found = sentences(text)
    assert time.process_time() - started < 8
    assert all(s.end - s.start <= LIMIT for s in found)


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("09.30 Guns fired.", "Guns fired."),
        ("09:30 Guns fired.", "Guns fired."),
        ("9.30 – guns fired.", "guns fired."),
        ("09.30: “Guns fired,” he said.", "“Guns fired,” he said."),
        ("• General Staff: 40 drones came.", "General Staff: 40 drones came."),
        ("▪️ General Staff: 40 drones came.", "General Staff: 40 drones came."),
        ("⚡️🔴Guns fired.", "Guns fired."),
        ("1) Guns fired.", "Guns fired."),
        ("≈ 40 drones came.", "≈ 40 drones came."),
        ("-5 degrees in Mar.", "-5 degrees in Mar."),
        ("  - 14:30 – Guns fired.", "Guns fired."),
        ("2.50 metres of water stood in the streets.", "2.50 metres of water stood in the streets."),
        ("1.20 million people lost power.", "1.20 million people lost power."),
        ("3.50 per cent voted.", "3.50 per cent voted."),
        ("1.50 MW were lost.", "1.50 MW were lost."),
        ("2.50 – 3.00 metres of water stood.", "2.50 – 3.00 metres of water stood."),
    ],
)
def test_a_sentence_begins_after_its_bullet_and_clock(line: str, left: str) -> None:
    text = f"A line before.\n{line}"
    assert entry(text, sentences(text)[1]).of(text) == left
    assert entry(line, sentences(line)[0]).of(line) == left


def test_only_a_line_opens_with_a_clock() -> None:
    text = "Guns fired. 09.30 Guns fired."
    assert entry(text, sentences(text)[1]).of(text) == "09.30 Guns fired."
