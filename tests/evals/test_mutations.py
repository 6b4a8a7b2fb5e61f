"""The verifier refuses every lie that the forger tries on a briefing, and the forger tries every kind of lie."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from evals.mutations.forge import Case, Mutant
from evals.mutations.press import onrecord, opened
from evals.mutations.trial import mutants, sample, standing, tried

FLOOD = Path(__file__).parents[2] / "examples" / "flood"
ON = "2025-03-12"
ASKED = {
    "adjective-added",
    "attribution-dropped",
    "citation moved",
    "claim and citation exchanged",
    "clause-appended",
    "cue",
    "date",
    "hedge-added",
    "measure",
    "negation",
    "note",
    "number",
    "numbers-exchanged",
    "operator-added",
    "place",
    "plural-source",
    "population",
    "quotation-added",
    "side",
    "speaker",
    "status",
    "tense",
    "told twice",
    "unit",
    "verdict",
    "what stands told as false",
    "what stands told as withdrawn",
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    story = tmp_path_factory.mktemp("mutations") / "flood"
    shutil.copytree(FLOOD, story)
    onrecord("run", str(story), "--day", ON, "--offline", "--quiet")
    with opened(story, None, [story / "briefings" / f"{ON}.json"]) as cases:
        yield cases[f"{ON}.json"]


@pytest.fixture(scope="module")
def chosen(case: Case) -> list[Mutant]:
    return sample(mutants(case), each=1, seed=7)


def test_the_briefing_itself_stands(case: Case) -> None:
    assert standing(case) == set()


def test_every_kind_of_lie_is_tried(chosen: list[Mutant]) -> None:
    assert {m.kind for m in chosen} >= ASKED


def test_ids_do_not_give_a_forgery_away(case: Case, chosen: list[Mutant]) -> None:
    forged = next(m for m in chosen if m.kind == "negation")
    made = case.forged(forged)
    assert made is not None
    assert len({s.id for section in made.sections for s in section.sentences}) == made.counts.sentences


def test_no_lie_passes(case: Case, chosen: list[Mutant]) -> None:
    score = tried(case, chosen)
    assert score.tried.total() > 200
    assert [(m.kind, m.before, m.after) for m in score.passed] == []
