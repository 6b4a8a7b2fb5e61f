"""When a document counts as seen, and which day is meant."""

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest

from onrecord.errors import UsageError
from onrecord.newsroom import clock
from onrecord.records import Document, Story

STORY = Story(title="Flood", first_day=date(2026, 3, 1), time_zone="Europe/Lisbon")
PUBLISHED = datetime(2026, 3, 2, 21, tzinfo=UTC)
FILE = Document(source="board", address="a.txt", title="t", text="x", published=PUBLISHED)
NOW = datetime(2026, 11, 1, tzinfo=UTC)


def test_archive_is_taken_into_the_edition_after_its_publication() -> None:
    assert clock.seen(FILE, STORY, NOW) == STORY.cutoff(date(2026, 3, 3))


def test_fetched_is_seen_when_fetched() -> None:
    fetched = msgspec.structs.replace(FILE, fetched=NOW)
    assert clock.seen(fetched, STORY, NOW + timedelta(hours=1)) == NOW


def test_reading_a_fetched_document_again_changes_no_earlier_day() -> None:
    fetched = msgspec.structs.replace(FILE, fetched=NOW)
    later = NOW + timedelta(days=3)
    assert clock.told(fetched, NOW, later) == later
    assert clock.told(FILE, STORY.cutoff(date(2026, 3, 3)), later) == STORY.cutoff(date(2026, 3, 3))


@pytest.mark.parametrize(
    ("text", "latest", "meant"),
    [
        ("2026-03-05", None, date(2026, 3, 5)),
        (None, PUBLISHED, date(2026, 3, 3)),
        (None, None, date(2026, 11, 1)),
        (None, NOW + timedelta(days=9), date(2026, 11, 1)),
    ],
)
def test_day_that_is_meant(text: str | None, latest: datetime | None, meant: date) -> None:
    assert clock.day(text, STORY, latest, NOW) == meant


@pytest.mark.parametrize("text", ["tomorrow", "2026-02-28", "2026-13-01"])
def test_day_that_cannot_be(text: str) -> None:
    with pytest.raises(UsageError):
        clock.day(text, STORY, None, NOW)


def test_published_in_the_story_s_zone() -> None:
    assert clock.parse("2026-07-01", STORY).isoformat() == "2026-07-01T12:00:00+01:00"
    assert clock.parse("2026-07-01T06:00", STORY).isoformat() == "2026-07-01T06:00:00+01:00"
    assert clock.parse("2026-07-01T06:00:00+05:00", STORY).utcoffset() == timedelta(hours=5)


def test_now_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(clock.NOW, "2024-12-15T06:00:00+02:00")
    assert clock.now() == datetime(2024, 12, 15, 4, tzinfo=UTC)
    monkeypatch.setenv(clock.NOW, "soon")
    with pytest.raises(UsageError, match="ISO"):
        clock.now()


def test_what_is_dated_an_hour_ahead_of_the_clock_is_from_the_future() -> None:
    hour, second = timedelta(hours=1), timedelta(seconds=1)
    assert not clock.ahead(FILE, PUBLISHED - hour) and clock.ahead(FILE, PUBLISHED - hour - second)
    fetched = msgspec.structs.replace(FILE, fetched=PUBLISHED - hour - second)
    assert clock.ahead(fetched, NOW) and not clock.ahead(msgspec.structs.replace(FILE, published=None), NOW)
