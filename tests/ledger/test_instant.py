"""Times as text: their order is the order of time."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from onrecord.ledger.instant import instant, stamp

EAST = timezone(timedelta(hours=14))


def test_same_instant_same_text() -> None:
    noon = datetime(2024, 12, 14, 12, tzinfo=UTC)
    assert stamp(noon) == stamp(noon.astimezone(EAST)) == "2024-12-14T12:00:00.000000Z"
    assert instant(stamp(noon)) == noon


def test_time_without_zone_counts_as_utc() -> None:
    assert stamp(datetime(2024, 12, 14)) == "2024-12-14T00:00:00.000000Z"


@pytest.mark.parametrize("edge", [datetime.min, datetime.max])
def test_ends_of_the_calendar(edge: datetime) -> None:
    for zone in (EAST, UTC, timezone(timedelta(hours=-12))):
        assert len(stamp(edge.replace(tzinfo=zone))) == 27
