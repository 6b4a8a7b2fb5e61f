"""The scorer of who said what tells right from wrong, and no score falls below its floor."""

import tomllib
from pathlib import Path

import pytest
from evals.attribution import FILE, Page, reader, rows, runs, score

from onrecord.records import Attribution, Span

ROOT = Path(__file__).parents[2]
FLOORS = tomllib.loads((ROOT / "evals/floors.toml").read_text(encoding="utf-8"))["attribution"]
TEXT = "The mayor said the dam held. “It held,” Orsk added."
ROW = {
    "text": TEXT,
    "attributions": [
        {"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 27]]},
        {"source": [[40, 44]], "cue": [[45, 50]], "content": [[29, 39]]},
    ],
}
RIGHT = (
    Attribution(speaker=Span(start=4, end=9), cue=Span(start=10, end=14), content=(Span(start=15, end=28),)),
    Attribution(speaker=Span(start=40, end=44), cue=Span(start=45, end=50), content=(Span(start=30, end=37),)),
)


def test_marks_at_borders_do_not_count() -> None:
    shares = score([ROW], lambda _: RIGHT)
    assert shares["linked F1"] == shares["content F1"] == shares["direct recall"] == 1
    assert shares["speaker F1"] == 0.5  # "mayor" is not "The mayor"


def test_a_wrong_speaker_is_not_linked() -> None:
    first, second = RIGHT
    swapped = Attribution(speaker=second.speaker, cue=first.cue, content=first.content)
    shares = score([ROW], lambda _: (swapped, second))
    assert shares["content50 F1"] == 1
    assert shares["linked F1"] == 0.5


def test_reading_nothing_scores_nothing() -> None:
    assert score([ROW], lambda _: ())["linked F1"] == 0


def test_quotation_sorts_the_content() -> None:
    page = Page(TEXT)
    assert page.sort(page.words([(29, 39)])) == "direct"
    assert page.sort(page.words([(15, 39)])) == "mixed"
    assert page.sort(page.words([(15, 27)])) == "indirect"


def test_runs_are_words_side_by_side() -> None:
    assert runs(frozenset({1, 2, 5})) == {frozenset({1, 2}), frozenset({5})}


@pytest.mark.slow
@pytest.mark.skipif(not FILE.exists(), reason="PolNeAR is not here")
def test_no_score_falls_below_its_floor() -> None:
    shares = score(rows(), reader())
    assert not {name: round(shares[name], 3) for name, floor in FLOORS.items() if shares[name] < floor}
