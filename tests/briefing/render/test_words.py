"""Dates, counts and offsets in words."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from onrecord.briefing.render import words


def test_days_have_english_names() -> None:
    assert (words.weekday(date(2024, 12, 15)), words.day(date(2024, 12, 15))) == ("Sunday", "15 December 2024")


@pytest.mark.parametrize(
    ("minutes", "shown"), [(0, "UTC"), (120, "UTC+2"), (-210, "UTC-3:30"), (330, "UTC+5:30"), (-300, "UTC-5")]
)
def test_offset(minutes: int, shown: str) -> None:
    assert words.offset(timezone(timedelta(minutes=minutes))) == shown


def test_instant_is_local_to_the_story() -> None:
    at = timezone(timedelta(hours=2))
    assert words.instant(datetime(2024, 12, 14, 22, 30, tzinfo=UTC), at) == "15 December 2024, 00:30"
    assert words.instant(None, at) == "undated"


def test_counts() -> None:
    assert [words.count(n, "report") for n in (1, 0, 1026)] == ["1 report", "0 reports", "1,026 reports"]
    assert [words.figure(n) for n in (1026, 4.2, 3.0)] == ["1,026", "4.2", "3"]


def test_apostrophes_are_a_printer_s() -> None:
    assert words.curly("Varland's 'own' pumps' noise") == "Varland’s 'own' pumps’ noise"
