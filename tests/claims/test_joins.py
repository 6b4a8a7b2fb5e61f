from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from onrecord.claims.anchors import Anchor
from onrecord.claims.joins import compose
from onrecord.claims.timex import scan
from onrecord.records import Span

KYIV = ZoneInfo("Europe/Kyiv")


def test_as_of_bounds_when_it_happened() -> None:
    text = "As of 09:00, 58 drones had been shot down"
    anchor = Anchor(text, Span(start=0, end=len(text)), datetime(2024, 12, 14, 9, 30, tzinfo=KYIV), KYIV, None)
    (found,) = compose(anchor, list(scan(text, anchor.span)))
    assert (found.rule, found.interval.earliest) == ("as of", None)
    assert found.interval.latest == datetime(2024, 12, 14, 9, 1, tzinfo=KYIV)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Friday night", ["Friday night"]),
        ("at 09:00 on 13 December", ["09:00 on 13 December"]),
        ("overnight from Friday to Saturday", ["overnight from Friday to Saturday"]),
        ("from Friday evening to Saturday morning", ["Friday evening to Saturday morning"]),
        ("on Friday, and on Saturday", ["Friday", "Saturday"]),
        ("between 07:00 and 10:00 on Friday", ["07:00 and 10:00 on Friday"]),
        ("a day after Friday's strike", ["a day after Friday"]),
        ("between Friday evening and Saturday's dawn", ["Friday evening and Saturday's dawn"]),
    ],
)
def test_neighbours_that_tell_one_time_are_one(text: str, expected: list[str]) -> None:
    span = Span(start=0, end=len(text))
    anchor = Anchor(text, span, datetime(2024, 12, 14, 9, 30, tzinfo=KYIV), KYIV, None)
    assert [text[d.start : d.end] for d in compose(anchor, list(scan(text, span)))] == expected


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("They met in Haldby on Friday", "weekday"),
        ("killed by last month's earthquake", "relative"),
        ("By Friday the toll had doubled", "by"),
        ("They meet before the end of the month", "before"),
    ],
)
def test_what_bounds_a_time_is_a_word_of_its_own(text: str, rule: str) -> None:
    anchor = Anchor(text, Span(start=0, end=len(text)), datetime(2024, 12, 14, 9, 30, tzinfo=KYIV), KYIV, None)
    (found,) = compose(anchor, list(scan(text, anchor.span)))
    assert found.rule == rule


@pytest.mark.parametrize("text", ["It was the heaviest raid since March.", "They met for the first time since Friday."])
def test_what_is_compared_with_all_since_a_time_has_no_time_of_it(text: str) -> None:
    anchor = Anchor(text, Span(start=0, end=len(text)), datetime(2024, 12, 14, 9, 30, tzinfo=KYIV), KYIV, None)
    assert compose(anchor, list(scan(text, anchor.span))) == []


@pytest.mark.parametrize(
    "text",
    [
        "At least 40 have died since Monday.",
        "Most schools are shut since Monday.",
        "The first cars have waited since Monday.",
    ],
)
def test_what_goes_on_since_a_time_has_it(text: str) -> None:
    anchor = Anchor(text, Span(start=0, end=len(text)), datetime(2024, 12, 14, 9, 30, tzinfo=KYIV), KYIV, None)
    assert [found.rule for found in compose(anchor, list(scan(text, anchor.span)))] == ["since"]
