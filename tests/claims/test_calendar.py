from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from onrecord.claims import calendar
from onrecord.records import Precision

KYIV = ZoneInfo("Europe/Kyiv")


def test_a_day_of_23_hours_is_a_day() -> None:
    made = calendar.days(date(2024, 3, 31), date(2024, 3, 31), KYIV)
    assert made.earliest and made.latest
    assert made.latest.astimezone(UTC) - made.earliest.astimezone(UTC) == timedelta(hours=23)
    assert made.precision == Precision.DAY


def test_a_clock_time_that_is_skipped_moves_on() -> None:
    assert calendar.at(date(2024, 3, 31), 3.5, KYIV).isoformat() == "2024-03-31T04:30:00+03:00"


def test_a_night_runs_into_the_next_day() -> None:
    made = calendar.part(date(2024, 12, 13), "night", KYIV)
    assert (made.earliest, made.latest) == (
        datetime(2024, 12, 13, 18, tzinfo=KYIV),
        datetime(2024, 12, 14, 6, tzinfo=KYIV),
    )


def test_months_run_over_the_years_end() -> None:
    assert calendar.month(2024, 13, KYIV) == calendar.month(2025, 1, KYIV)
    assert calendar.month(2024, 0, KYIV) == calendar.month(2023, 12, KYIV)
    assert calendar.shifted(date(2024, 1, 31), "month", -2, KYIV) == calendar.month(2023, 11, KYIV)


def test_a_week_is_monday_to_sunday() -> None:
    made = calendar.week(date(2024, 12, 15), 0, KYIV)
    assert made.earliest == datetime(2024, 12, 9, tzinfo=KYIV)
    assert made.latest == datetime(2024, 12, 16, tzinfo=KYIV)


@pytest.mark.parametrize("count", [10**6, -(10**6)])
def test_what_leads_out_of_the_calendar_stays_open(count: int) -> None:
    assert calendar.shifted(date(2024, 12, 15), "day", count, KYIV) == calendar.OPEN
    assert calendar.back(datetime(2024, 12, 15, tzinfo=KYIV), "year", abs(count), KYIV) == calendar.OPEN
    assert calendar.year(99_999, KYIV) == calendar.OPEN


def test_a_stretch_back_counts_hours_across_a_change_of_clocks() -> None:
    made = calendar.back(datetime(2024, 3, 31, 12, tzinfo=KYIV), "hour", 24, KYIV)
    assert made.earliest == datetime(2024, 3, 30, 11, tzinfo=KYIV)
