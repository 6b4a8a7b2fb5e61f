"""A body's own "we" in the third person."""

from typing import Any

import pytest

from onrecord.briefing.third import third

VOICE = {"speaker": "Norland's air force", "party": "Norland", "rule": "publisher"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Our drones hit a bridge at Vell.", "Its drones hit a bridge at Vell."),
        ("Until dawn we logged 80 drones over Vell.", "Until dawn it logged 80 drones over Vell."),
        ("We could not hear them.", "It could not hear them."),
        ("Sudland's army lost our bridge at Vell.", "Sudland's army lost our bridge at Vell."),
        ("Sudland lost its bridge at Vell to our drones.", "Sudland lost its bridge at Vell to our drones."),
        ("Its men shouted ‘our bridge’.", "Its men shouted ‘our bridge’."),
        ("In the night to 14 May our drones hit Vell.", "In the night to 14 May its drones hit Vell."),
        ("We need more ambulances.", "We need more ambulances."),
        ("We have nothing to say.", "We have nothing to say."),
        ("The bridge on his road was hit by our drones.", "The bridge on his road was hit by its drones."),
        ("Its men shouted “our bridge”.", "Its men shouted “our bridge”."),
    ],
)
def test_a_body_s_own_words_are_told_of_it(desk: Any, words: str, told: str) -> None:
    claim = desk.claim(desk.report("air", words), words, **VOICE)
    assert third(words, claim, desk.shelf) == told


def test_nobody_else_s_we_is_touched(desk: Any) -> None:
    text = "Norland's air force said that our drones hit a bridge."
    quoted = desk.claim(desk.report("wire", text), "our drones hit a bridge", speaker="Norland's air force", cue="said")
    assert third("our drones hit a bridge", quoted, desk.shelf) == "our drones hit a bridge"


def test_the_sentence_is_proved(desk: Any, said: Any) -> None:
    words = "The bridge at Vell was hit by our drones."
    desk.event("strike_impact", desk.claim(desk.report("air", words), words, **VOICE))
    made = desk.write()
    assert said(made) == ["Norland's air force said that the bridge at Vell was hit by its drones."]
    assert not made.dropped


def test_another_s_is_told_by_nobody(desk: Any, said: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    words = "Sudland's army lost our bridge at Vell."
    claim = desk.claim(desk.report("air", words), words, **VOICE)
    desk.event("strike_impact", claim)
    monkeypatch.setattr("onrecord.briefing.third._others", lambda text: False)
    assert "its bridge" in third(words, claim, desk.shelf)
    made = desk.write()
    assert made.dropped and not any("its bridge" in line for line in said(made))
