"""Dates: what feeds and pages print, and what they print when they have none."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources.dates import Stamp, best, named, stamp

ZONE = ZoneInfo("Europe/Vienna")


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2024-12-14T09:00:00+02:00", "2024-12-14T07:00"),
        ("2024-12-14T09:00:00Z", "2024-12-14T09:00"),
        ("2024-12-14T09:00:00.1234567Z", "2024-12-14T09:00"),
        ("2024-12-14 09:00:00 +0200", "2024-12-14T07:00"),
        ("2024-12-14 09:00 UTC", "2024-12-14T09:00"),
        ("20241214T0900Z", "2024-12-14T09:00"),
        ("2024-12-14T09:00", "2024-12-14T08:00"),
        ("Sat, 14 Dec 2024 09:00:00 +0200", "2024-12-14T07:00"),
        ("Sat, 14 Dec 2024 09:00:00 GMT", "2024-12-14T09:00"),
        ("Sat, 14 Dec 2024 09:00:00 EET", "2024-12-14T07:00"),
        ("Sat, 14 Dec 2024 09:00:00 EST", "2024-12-14T14:00"),
        ("14 Dec 2024 09:00", "2024-12-14T08:00"),
        ("  Sat, 14 Dec 2024\n 09:00:00 +0000 ", "2024-12-14T09:00"),
    ],
)
def test_dates_that_are_read(text: str, utc: str) -> None:
    found = stamp(text, ZONE)
    assert found
    assert found.at.astimezone(UTC).replace(tzinfo=None, microsecond=0) == datetime.fromisoformat(utc)
    assert not found.whole_day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "0001-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "2024-13-40",
        "2024-02-30T09:00",
        "14",
        "9999999999",
        "Sat, 14 Dec 2024 09:00:00 XYZ",
        "2024-12-14T25:00",
        "9999-12-31T23:59:59-12:00",
    ],
)
def test_no_date_is_made_up(text: str) -> None:
    assert stamp(text, ZONE) is None


def test_a_bare_day_begins_at_local_midnight_and_says_so() -> None:
    assert stamp("2024-12-14", ZONE) == Stamp(datetime(2024, 12, 14, tzinfo=ZONE), whole_day=True)


def test_the_time_of_the_same_day_is_better_than_the_bare_day() -> None:
    day, hour, other = (stamp(text, ZONE) for text in ("2024-12-14", "2024-12-14T09:00", "2024-12-15T09:00"))
    assert day and hour and other
    assert best([day, other, hour]) == hour
    assert best([day, other]) == day
    assert best([]) is None


@pytest.mark.parametrize(
    ("name", "local", "rest"),
    [
        ("2024-12-14T0900 slug.txt", "2024-12-14T09:00", "slug.txt"),
        ("2024-12-14T09-05-07_slug.txt", "2024-12-14T09:05:07", "slug.txt"),
        ("2024-12-14T0900Z slug", "2024-12-14T10:00", "slug"),
        ("2024-12-14 2000 people flee.txt", "2024-12-14T00:00", "2000 people flee.txt"),
        ("2024-12-14", "2024-12-14T00:00", ""),
    ],
)
def test_file_names_that_begin_with_a_date(name: str, local: str, rest: str) -> None:
    found, left = named(name, ZONE)
    assert found
    assert (found.at.replace(tzinfo=None), left) == (datetime.fromisoformat(local), rest)


@pytest.mark.parametrize(
    "name", ["report.txt", "20241214.txt", "2024-12-145.txt", "2024-99-01 x.txt", "x 2024-12-14.txt"]
)
def test_other_names_have_no_date(name: str) -> None:
    assert named(name, ZONE) == (None, name)


@given(st.text(max_size=60))
def test_any_text_is_a_date_with_a_zone_or_none(text: str) -> None:
    found = stamp(text, ZONE)
    assert found is None or found.at.utcoffset() is not None
