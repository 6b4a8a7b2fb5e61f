"""Bare numbers in digits and words."""

import pytest

from onrecord.claims.digits import core_at
from onrecord.claims.tokens import tokens
from onrecord.records import Number


@pytest.mark.parametrize(
    ("text", "value", "last"),
    [
        ("58 drones", 58, 1),
        ("twenty-three drones", 23, 3),
        ("1.5 million", 1_500_000, 2),
        ("12 500 people", 12_500, 2),
        ("one five", 1, 1),
        ("a dozen", 12, 2),
    ],
)
def test_core(text: str, value: Number, last: int) -> None:
    source = tokens(text)
    core = core_at(source, 0, len(source.all))
    assert core is not None
    assert (core.value, core.last) == (value, last)


def test_no_number() -> None:
    source = tokens("a drone")
    assert core_at(source, 0, len(source.all)) is None
