"""Numbers without a number word."""

import pytest

from onrecord.claims.figures import figures
from onrecord.records import Span


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("killed a boy", [1]),
        ("a woman and a child were killed", [1, 1]),
        ("passed without casualties", [0]),
        ("not a single person was hurt", [0]),
        ("a third of 60 drones were shot down", [20, 60]),
        ("a boy waved", []),
        ("a man, 45, was killed", [1]),
        ("killing one man and wounding another", [1, 1]),
        ("wounding another man", [1]),
        ("recovered another body", [1]),
        ("killed nine men, including two drivers and a cook", [9, 2, 1]),
        ("killed nine men, including two drivers, and a cook waved", [9, 2]),
        ("another matter was killed off", []),
        ("destroyed two tanks, an armoured car and a mortar", [2, 1, 1]),
        ("destroyed a tank", []),
        ("killed three civilians, two women and a man", [3, 2]),
        ("a drone operator was praised", []),
        ("one of the reasons was killed off", []),
    ],
)
def test_singles(text: str, values: list[int]) -> None:
    assert [q.value for q in figures(text, Span(start=0, end=len(text)), "casualty_toll")] == values
