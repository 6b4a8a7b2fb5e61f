from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from onrecord.briefing.proof.times import bound, common, fleeting, number, phrase
from onrecord.records import Moment, Operator, Precision, Style

UTC_ZONE = ZoneInfo("UTC")


def moment(first: datetime, last: datetime, rule: str = "day", precision: Precision = Precision.DAY) -> Moment:
    return Moment(earliest=first, latest=last, precision=precision, rule=rule)


NIGHT = moment(datetime(2024, 12, 13, 18, tzinfo=UTC), datetime(2024, 12, 14, 6, tzinfo=UTC), "night")
DAY = moment(datetime(2024, 12, 13, tzinfo=UTC), datetime(2024, 12, 14, tzinfo=UTC))


def test_a_moment_has_one_phrase() -> None:
    assert phrase(NIGHT, UTC_ZONE, 2024) == "in the night to 14 December"
    assert phrase(DAY, UTC_ZONE, 2025) == "on 13 December 2024"
    assert phrase(moment(DAY.earliest, DAY.latest, "published"), UTC_ZONE, 2024) is None  # type: ignore[arg-type]


def test_moments_that_differ_have_none() -> None:
    assert common([NIGHT, None, NIGHT], UTC_ZONE, 2024) == " in the night to 14 December"
    assert common([NIGHT, DAY], UTC_ZONE, 2024) == ""


def test_words_of_another_day() -> None:
    assert fleeting("as he said yesterday")
    assert not fleeting("on 13 December")


def test_numbers_are_bounded() -> None:
    assert (number(2, Style()), number(10, Style()), number(3, Style(words_below=2))) == ("two", "10", "3")
    assert bound(9, Operator.MORE_THAN, Style()) == "more than nine"
    assert bound(None, Operator.EXACT, Style()) is None
