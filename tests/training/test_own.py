"""Passages as texts to learn from: every label is kept, and what is not told is labelled as such."""

import pytest
from evals.passages.gold import Passage, passages
from training.own import _thing, text

from onrecord.records import Span


@pytest.fixture(scope="module")
def taught() -> list[Passage]:
    return [p for p in passages() if p.raw.half == "train"][:60]


def test_every_attribution_and_figure_is_a_label(taught: list[Passage]) -> None:
    for passage in taught:
        made = text(passage)
        cues = {span for said in made.said for span in said.cue}
        assert {gold.cue for gold in passage.claims if gold.cue} <= cues
        counted = {number.span for number in made.numbers if number.measure != "none"}
        assert {s for gold in passage.claims for s, f in gold.figures if f.measure} == counted


def test_sentences_without_a_claim_tell_nothing(taught: list[Passage]) -> None:
    off = [p for p in taught if p.raw.off]
    assert off
    for passage in off:
        made = text(passage)
        assert not made.said
        assert made.told
        assert {told.kinds for told in made.told} == {("other",)}
        assert {number.measure for number in made.numbers} <= {"none"}


def test_no_passage_that_is_held_back_is_taught() -> None:
    held = {p.raw.id for p in passages() if p.raw.half in ("held", "score", "tune")}
    assert not held & {p.raw.id for p in passages() if p.raw.half == "train"}


@pytest.mark.parametrize(
    ("words", "object", "named"),
    [
        ("Two people died.", "person", "people"),
        ("Two children died.", "child", "children"),
        ("Two policemen died.", "policeman", "policemen"),
        ("Four lives were lost.", "life", "lives"),
        ("Two cities fell.", "city", "cities"),
    ],
)
def test_a_plural_names_what_is_counted(words: str, object: str, named: str) -> None:
    found = _thing(words, Span(start=0, end=words.index(" ")), Span(start=0, end=len(words)), object)
    assert found is not None and found.of(words) == named
