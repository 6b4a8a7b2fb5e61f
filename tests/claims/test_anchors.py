from datetime import date, datetime
from zoneinfo import ZoneInfo

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
