import pytest

from onrecord.claims.tense import tense
from onrecord.records import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Leaders will meet on Monday.", 1),
        ("Monday is when leaders will meet.", 1),
        ("Leaders met and talked on Monday.", -1),
        ("On Monday, shells struck a school.", -1),
        ("A bridge, Monday.", 0),
        ("He said on Monday that he would resign.", -1),
    ],
)
def test_the_verb_beside_the_time_decides(text: str, expected: int) -> None:
    start = text.index("Monday")
    assert tense(text, Span(start=0, end=len(text)), start, start + 6) == expected
