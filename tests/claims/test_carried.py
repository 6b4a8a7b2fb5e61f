"""Numbers without a noun of their own: what they go on counting, and what the encoder sees them count."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mission asked for 53 movements in Halvik. Tolland's defence ministry said 20 had been permitted.",
            ("20", "movement"),
        ),
        (
            "The service had 11 incidents in January. Varland's General Staff said there were 183 in February.",
            ("183", "incident"),
        ),
    ],
)
def test_what_was_named_before(read: Any, text: str, expected: tuple[str, str]) -> None:
    found = [(q.span.of(text), q.object) for claim in read(text).claims for q in claim.quantities]
    assert expected in found


def test_the_dead_are_no_names(read: Any) -> None:
    text = "Tolland's defence ministry published a list of names on Monday. It said nine had died in Halvik."
    found = [(str(q.measure), q.object) for claim in read(text).claims for q in claim.quantities]
    assert ("killed", "person") in found
