"""Which number is a part of which."""

from typing import Any

import pytest

from onrecord.claims.figures import figures
from onrecord.records import Span


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("nine men were killed, including two drivers", [None, 0]),
        ("nine people, including two women and three men, were killed", [None, 0, 0]),
        ("nine people, including two from Damar and three from Vesk, were killed", [None, 0, 0]),
        ("nine people were killed, including two women, and three were wounded", [None, 0, None]),
        ("of which, two homes were destroyed", [None]),
        ("damaged nine homes, of which, two were destroyed and three were damaged", [None, 0, 0]),
        ("wounded nine people, two seriously", [None, 0]),
        ("nine people were wounded and two were in critical condition", [None, 0]),
        ("nine people (two women and seven men) were killed", [None, 0, 0]),
        ("killed nine people and wounded two", [None, None]),
        ("nine casualties, including two dead and seven wounded", [None, 0, 0]),
        ("shot down nine drones, and wrecked a barn at one of the farms", [None, None]),
    ],
)
def test_wholes(text: str, wholes: list[int | None]) -> None:
    found = figures(text, Span(start=0, end=len(text)), "casualty_toll")
    assert [q.subset_of for q in found] == wholes


def test_what_a_sentence_begins_with_is_the_whole_of_what_it_tells(read: Any) -> None:
    text = "Of the 94 schools that stood in Halvik, 22 are rubble and 31 await a verdict, Varland's General Staff said."
    (claim,) = read(text).claims
    assert [(q.value, q.subset_of) for q in claim.quantities] == [(94, None), (22, 0), (31, 0)]
