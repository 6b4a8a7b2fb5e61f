"""Where a place lies is no event."""

import pytest

from onrecord.claims.situated import situated
from onrecord.records import Span


@pytest.mark.parametrize(
    ("text", "lies"),
    [
        ("The settlement lies five miles (8 km) northwest of Vesk", True),
        ("The small village is located near the town of Marn", True),
        ("Vesk is eight km from the front line", True),
        ("Vesk is some 25 kilometres north of Marn", True),
        ("The hamlet, which sits on the border, was shelled", False),
        ("Vesk is near collapse", False),
        ("Arlandish forces are 5 km from Vesk", False),
        ("The army is located and destroyed near Vesk", False),
        ("A shell fell 3 km from Vesk", False),
    ],
)
def test_where_it_lies(text: str, lies: bool) -> None:
    assert situated(text, Span(start=0, end=len(text))) is lies
