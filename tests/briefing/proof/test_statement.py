import pytest

from onrecord.briefing.proof.statement import form


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("Accounts of drones shot down differ: A said 1 and B said 2.", "differ"),
        ("No figure for people killed was found.", "absence"),
        ("A and B both reported a strike in Vell.", "joint"),
        ("A put casualties at 12, up from nine on 13 May.", "change"),
        ("A said that 58 drones were shot down.", "tally"),
        ("A said, citing preliminary data, that 58 drones were shot down.", "tally"),
        ("A said that a depot burned.", "unit"),
        ("A depot burned, A said.", "unit"),
    ],
)
def test_the_shape_of_a_sentence(text: str, shape: str) -> None:
    assert form(text) == shape
