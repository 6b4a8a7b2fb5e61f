"""Copies by rule keep what they copy marked, and change what they are to change."""

import random

from evals.scenarios import echo
from evals.scenarios.script import Spelling, Tails

LEAD = "TORMUND - <<a/x: One. Two>>, he said. Rain fell on the square all day."
TEXT = f"{LEAD}\n\n<<a/y: Three drones>> came.\n\nThe end."
TAILS = Tails(credit_tail=("\n\n(NAME)",), credit_head=("NAME - ",), cut=("...",))


def test_no_sentence_ends_inside_a_claim() -> None:
    assert echo.sentences(LEAD)[0] == "TORMUND - <<a/x: One. Two>>, he said."


def test_a_truncated_copy_is_a_beginning() -> None:
    cut = echo.truncated(TEXT, 1, TAILS, random.Random(1))
    assert cut == "TORMUND - <<a/x: One. Two>>, he said. Rain fell on..."


def test_a_credited_copy_names_the_agency() -> None:
    for seed in range(4):
        made = echo.credited(TEXT, 1, "Meridian Wire", TAILS, random.Random(seed))
        assert "Meridian Wire" in made
        assert "<<a/x: One. Two>>" in made


def test_an_embedded_paragraph_loses_its_dateline() -> None:
    made = echo.embedded("Own words.\n\n@@1,2@@\n\nMore of them.", TEXT)
    assert made.startswith("Own words.\n\n<<a/x: One. Two>>, he said.")
    assert "Three drones" in made
    assert "The end." not in made


def test_respelling_leaves_keys_and_figures_alone() -> None:
    spelling = Spelling(names={"Tormund": "Tormunt"}, words={"drones": "unmanned aircraft", "said": "stated"})
    made = echo.respelt("<<drones/said: {drones/said} drones over Tormund>>, he said. Drones!", spelling)
    assert made == "<<drones/said: {drones/said} unmanned aircraft over Tormunt>>, he stated. Unmanned aircraft!"
