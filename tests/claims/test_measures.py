"""What a cue makes of a number."""

import pytest

from onrecord.claims.marks import marks
from onrecord.claims.measures import Side, Thing, measure, noun
from onrecord.records import Measure, Span

DRONE, TANK, SOLDIER, VILLAGE = (
    Thing("drone", "air"),
    Thing("tank", "machine"),
    Thing("soldier", "person"),
    Thing("settlement", "place"),
)


@pytest.mark.parametrize(
    ("cue", "side", "counted", "expected"),
    [
        ("destroyed", "left", DRONE, Measure.SHOT_DOWN),
        ("destroyed", "left", TANK, Measure.DESTROYED),
        ("lost", "left", DRONE, Measure.LOST_TO_EW),
        ("lost", "left", SOLDIER, Measure.CASUALTIES),
        ("lost", "left", TANK, Measure.DESTROYED),
        ("captured", "left", SOLDIER, Measure.CAPTURED),
        ("died", "right", SOLDIER, Measure.KILLED),
        ("died", "right", TANK, None),
        ("hit", "right", DRONE, Measure.HIT),
    ],
)
def test_measure(cue: str, side: Side, counted: Thing, expected: Measure | None) -> None:
    (mark,) = marks(cue).of("cue", Span(start=0, end=len(cue)))
    assert measure(mark, side, counted) == expected


def test_nouns_hold_the_count() -> None:
    (mark,) = marks("deaths").of("cue", Span(start=0, end=6))
    assert noun(mark, "right")
