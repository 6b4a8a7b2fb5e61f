""" "Over" that tells where something flew."""

import pytest

from onrecord.claims.digits import core_at
from onrecord.claims.skies import aloft
from onrecord.claims.tokens import tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It shot down 29 drones over eight regions", True),
        ("Drones were launched overnight over five western provinces", True),
        ("It downed 14 drones launched from Damar on Friday over three districts", True),
        ("Nine missiles were destroyed over four regions", True),
        ("Missiles destroyed over 20 villages", False),
        ("The flood reached over 20 villages", False),
        ("Fires burned in over six districts", False),
        ("It shot down over 20 drones", False),
        ("It launched over 20 drones at the region", False),
        ("Over 20 villages were hit", False),
    ],
)
def test_aloft(text: str, expected: bool) -> None:
    source = tokens(text)
    at = max(k for k, token in enumerate(source.all) if token.low == "over")
    core = core_at(source, at + 1, len(source.all))
    assert core is not None
    assert aloft(source, at, core.last) is expected
