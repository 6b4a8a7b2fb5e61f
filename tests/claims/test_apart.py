"""Numbers that stand apart from the words that measure them."""

from typing import Any

import pytest

from onrecord.claims.figures import figures
from onrecord.records import Measure, Span


@pytest.mark.parametrize(
    ("text", "part", "told"),
    [
        ("The toll, rescuers said, has climbed to six, among them two children.", "has climbed", [6, 2]),
        ("The toll in Halvik has climbed to six, rescuers said, among them two children.", "among them", [2]),
    ],
)
def test_a_toll_goes_on_after_an_aside(text: str, part: str, told: list[int]) -> None:
    found = figures(text, Span(start=text.index(part), end=len(text) - 1), "casualty_toll")
    assert [(q.measure, q.value) for q in found] == [(Measure.KILLED, value) for value in told]


def test_a_toll_of_another_sentence_does_not_go_on() -> None:
    text = "The toll is high. Prices have climbed to six."
    assert figures(text, Span(start=text.index("have"), end=len(text) - 1), "casualty_toll") == ()


def test_what_was_told_to_end_was_launched(read: Any) -> None:
    text = "Tolland sent drones overnight: 93, of which 81 were shot down, Varland's air force said."
    found = {(q.value, q.measure) for claim in read(text).claims for q in claim.quantities}
    assert found == {(93, Measure.LAUNCHED), (81, Measure.SHOT_DOWN)}
