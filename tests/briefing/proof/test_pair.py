from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.briefing.proof.pair import halves, more, pair
from onrecord.briefing.proof.stack import Stack
from onrecord.briefing.proof.statement import form
from onrecord.records import Sentence, Stance

MARR = {"speaker": "Olin Marr", "party": "Sudland", "cue": "said"}


def sentences(desk: Any) -> list[Sentence]:
    return [s for section in desk.write().sections for s in section.sentences]


@pytest.fixture
def denied(desk: Any) -> tuple[Sentence, Stack]:
    text = "Missiles hit a market in Harno, Olin Marr said. Norland's staff denied hitting the market."
    report = desk.report("wire", text)
    hit = desk.claim(report, "Missiles hit a market in Harno", **MARR)
    voice = {"speaker": "Norland's staff", "party": "Norland", "stance": Stance.DENIED}
    desk.event("strike_impact", hit, desk.claim(report, "hitting the market", cue="denied", **voice))
    (made,) = sentences(desk)
    return made, Stack(desk.shelf.day, desk.view, desk.story)


@pytest.fixture
def continued(desk: Any) -> tuple[Sentence, Stack]:
    report = desk.report("wire", "Olin Marr said a depot burned in Harno. Olin Marr said nine houses were hit in Vell.")
    one = desk.claim(report, "a depot burned in Harno", **MARR)
    desk.event("strike_impact", one, desk.claim(report, "nine houses were hit in Vell", **MARR))
    (made,) = sentences(desk)
    return made, Stack(desk.shelf.day, desk.view, desk.story)


def test_a_claim_and_its_answer_stand(denied: tuple[Sentence, Stack]) -> None:
    made, stack = denied
    assert form(made.text) == "pair"
    assert pair(made, stack, set(), False) is None
    parts = halves(made, stack)
    assert parts and [len(p) for p in parts] == [1, 1, 1, 1, 0, 0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("denied", "admitted"),
        ("Norland's staff", "Sudland's defence ministry"),
        ("hitting the market", "hitting the dam"),
        ("Missiles hit", "Drones hit"),
        ("Olin Marr", "Ada Berg"),
        ("; ", ", "),
    ],
)
def test_either_half_must_be_its_speaker_s_words(denied: tuple[Sentence, Stack], old: str, new: str) -> None:
    made, stack = denied
    assert old in made.text
    assert pair(replace(made, text=made.text.replace(old, new), id=""), stack, set(), False)


def test_an_answer_never_comes_first(denied: tuple[Sentence, Stack]) -> None:
    made, stack = denied
    turned = replace(made, claims=made.claims[::-1], evidence=made.evidence[::-1], id="")
    assert pair(turned, stack, set(), False)


def test_two_sentences_of_one_speaker_stand(continued: tuple[Sentence, Stack]) -> None:
    made, stack = continued
    assert form(made.text) == "more"
    assert more(made, stack, set()) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [("nine houses", "six houses"), ("a depot", "a bridge"), ("Olin Marr", "Ada Berg"), (", and that", ", but that")],
)
def test_both_must_be_the_speaker_s_own(continued: tuple[Sentence, Stack], old: str, new: str) -> None:
    made, stack = continued
    assert more(replace(made, text=made.text.replace(old, new), id=""), stack, set())
