"""Which cue governs a number."""

import pytest

from onrecord.claims.figures import figures
from onrecord.records import Span


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("shot down 12 drones launched overnight", ["shot_down"]),
        ("12 drones launched overnight were shot down", ["launched"]),
        ("11 drones destroyed three tanks", ["destroyed"]),
        ("five soldiers and two civilians were killed", ["killed", "killed"]),
        ("destroyed and jammed 549 drones", ["shot_down"]),
        ("killed five and wounded 12", ["killed", "wounded"]),
        ("he counted five trees", []),
        ("they rescued five people", ["other"]),
        ("12 people lost limbs", []),
        ("it sank three boats", ["destroyed"]),
        ("five others were abducted", ["captured"]),
        ("wrecked two homes, and damaged five others", ["destroyed", "damaged"]),
    ],
)
def test_measures(text: str, measures: list[str]) -> None:
    found = figures(text, Span(start=0, end=len(text)), "other")
    assert [str(q.measure) for q in found] == measures
