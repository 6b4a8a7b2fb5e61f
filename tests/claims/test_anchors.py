from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from onrecord.claims.anchors import Anchor, clock_day, day_of, interval
from onrecord.claims.calendar import OPEN
from onrecord.claims.timex import Timex, scan
from onrecord.records import Span

KYIV = ZoneInfo("Europe/Kyiv")


def anchored(text: str, published: datetime | None) -> tuple[Anchor, Timex]:
    span = Span(start=0, end=len(text))
    return Anchor(text, span, published, KYIV, date(2022, 2, 24)), next(iter(scan(text, span)))


def test_a_weekday_is_the_latest_one_and_publication_day_counts() -> None:
    anchor, one = anchored("on Saturday", datetime(2024, 12, 14, 9, tzinfo=KYIV))
    assert day_of(anchor, one) == date(2024, 12, 14)


def test_without_publication_nothing_relative_is_guessed() -> None:
    anchor, one = anchored("on Saturday", None)
    assert interval(anchor, one, ()) == OPEN


def test_a_clock_time_still_ahead_belongs_to_the_day_before() -> None:
    anchor, one = anchored("at 23:15", datetime(2024, 12, 14, 9, tzinfo=KYIV))
    assert clock_day(anchor, one) == date(2024, 12, 13)


def test_a_bare_day_number_is_a_day_only_near_publication() -> None:
    near, one = anchored("day 1,025", datetime(2024, 12, 14, 9, tzinfo=KYIV))
    far, two = anchored("day 3", datetime(2024, 12, 14, 9, tzinfo=KYIV))
    assert interval(near, one, ()) is not None
    assert interval(far, two, ()) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in the first half of July", date(2024, 7, 1), date(2024, 7, 15)),
        ("in the second half of July", date(2024, 7, 16), date(2024, 7, 31)),
        ("in the last week of March", date(2024, 3, 25), date(2024, 3, 31)),
        ("in the first week of March 2022", date(2022, 3, 1), date(2022, 3, 7)),
        ("on the Sunday before last", date(2024, 12, 1), date(2024, 12, 1)),
        ("on Christmas Day", date(2024, 12, 25), date(2024, 12, 25)),
    ],
)
def test_slices_of_a_month_and_days_with_names(text: str, first: date, last: date) -> None:
    anchor, one = anchored(text, datetime(2024, 12, 14, 9, tzinfo=KYIV))
    made = interval(anchor, one, ())
    assert made and made.earliest and made.latest
    assert (made.earliest.date(), made.latest.date()) == (first, last + timedelta(days=1))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It may rise further overnight", 14),
        ("It rose further overnight", 13),
        ("They will leave at dawn", 15),
        ("They left at dawn", 14),
    ],
)
def test_a_part_of_the_day_lies_where_the_verb_looks(text: str, day: int) -> None:
    anchor, one = anchored(text, datetime(2024, 12, 14, 9, tzinfo=KYIV))
    made = interval(anchor, one, ())
    assert made and made.earliest and made.earliest.day == day


def test_a_day_that_is_just_gone_is_not_next_year_s() -> None:
    anchor, one = anchored(
        "The same cell may be behind the fire of 19 November.", datetime(2024, 12, 14, 9, tzinfo=KYIV)
    )
    assert day_of(anchor, one) == date(2024, 11, 19)
