"""Exchanged names: the text and its labels change alike, and the rest of the passage stays."""

import random

import msgspec
import pytest
from evals.passages.gold import Passage, Raw, passages, stories
from training.rename import renamed


@pytest.fixture(scope="module")
def taught() -> list[Passage]:
    return [p for p in passages() if p.raw.half == "train"][:40]


def quotes(raw: Raw) -> list[str]:
    """What the labels quote of the text, without what only stands in part of a claim."""
    return [text for claim in raw.claims for text in (claim.speaker, claim.cue) if isinstance(text, str) and text]


def lost(raw: Raw) -> list[str]:
    """The quotes that the text does not have."""
    words = " ".join(raw.text.split())
    return [q for q in quotes(raw) if " … " not in q and " ".join(q.split()) not in words]


def test_labels_still_quote_the_text(taught: list[Passage]) -> None:
    told = stories(taught)
    for passage in taught:
        made = renamed(passage.raw, told[passage.raw.story], random.Random(7))
        assert len(lost(made)) == len(lost(passage.raw))


def test_names_change_and_numbers_stay(taught: list[Passage]) -> None:
    told = stories(taught)
    changed = 0
    for passage in taught:
        story = told[passage.raw.story]
        made = renamed(passage.raw, story, random.Random(7))
        assert [c for c in made.text if c.isdigit()] == [c for c in passage.raw.text if c.isdigit()]
        assert (made.id, made.half, made.story) == (passage.raw.id, passage.raw.half, passage.raw.story)
        changed += made.text != passage.raw.text
    assert changed > len(taught) // 2


def test_a_seed_decides_the_names(taught: list[Passage]) -> None:
    raw, story = taught[0].raw, stories(taught)[taught[0].raw.story]
    first = renamed(raw, story, random.Random(1))
    assert msgspec.json.encode(first) == msgspec.json.encode(renamed(raw, story, random.Random(1)))
    assert first.text != renamed(raw, story, random.Random(2)).text
