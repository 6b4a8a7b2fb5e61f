from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from onrecord.claims.moments import moment
from onrecord.records import Moment, Precision, Span

KYIV = ZoneInfo("Europe/Kyiv")
SATURDAY = datetime(2024, 12, 14, 15, 30, tzinfo=KYIV)


def dated(text: str) -> Moment:
    span = Span(start=0, end=len(text))
    found = moment(text, span, span, SATURDAY, KYIV)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("By noon the toll had doubled.", "14T00:00", "14T12:01"),
        ("By Friday the toll had doubled.", "13T00:00", "14T00:00"),
        ("A blast destroyed the bridge before dawn on Friday.", "13T00:00", "13T06:00"),
        ("The store burned until midday.", "14T00:00", "14T12:01"),
        ("A device tore through the market shortly after dawn on Friday.", "13T07:00", "14T00:00"),
        ("They will be in the town by midnight.", "14T15:30", "15T00:01"),
        ("The guards will be withdrawn by 20 December.", "14T00:00", "21T00:00"),
        ("The pumps are shut until midnight.", "14T15:30", "15T00:01"),
        ("The villages are to be cleared by Monday evening.", "14T15:30", "17T00:00"),
    ],
)
def test_the_open_side_is_closed_where_the_words_tell(text: str, earliest: str, latest: str) -> None:
    found = dated(text)
    assert found.earliest and found.latest
    assert [e.strftime("%dT%H:%M") for e in (found.earliest, found.latest)] == [earliest, latest]
    assert found.precision in (Precision.PART, Precision.RANGE)


@pytest.mark.parametrize("text", ["Before Friday there were no drones.", "The truce held until Thursday."])
def test_it_stays_open_where_nothing_tells(text: str) -> None:
    assert dated(text).earliest is None


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("Two men died on Saturday afternoon.", "14T15:30"),
        ("A gunman was shot early on Saturday.", "14T09:00"),
        ("The port will open on Saturday afternoon.", "14T18:00"),
    ],
)
def test_what_has_happened_did_so_before_the_report(text: str, latest: str) -> None:
    found = dated(text)
    assert found.latest and found.latest.strftime("%dT%H:%M") == latest


def test_the_future_stays_open_after_a_term() -> None:
    assert dated("The levels will rise after 18:00 on Monday.").latest is None
