"""Background and news."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from onrecord.claims.background import background
from onrecord.records import Moment, Precision, Span

PUBLISHED = datetime(2030, 12, 14, 12, tzinfo=UTC)


def told(text: str, moment: Moment | None = None) -> bool:
    return background(text, Span(start=0, end=len(text)), moment, PUBLISHED)


def days_ago(days: float) -> Moment:
    end = PUBLISHED - timedelta(days=days)
    return Moment(
        earliest=end - timedelta(days=1), latest=end, precision=Precision.DAY, rule="date", span=Span(start=0, end=2)
    )


@pytest.mark.parametrize(
    "text",
    [
        "The plant has been shelled repeatedly since the invasion.",
        "Borian drones had previously hit the same depot.",
        "Two such attacks were reported last month.",
        "The bridge was destroyed two years ago.",
    ],
)
def test_background(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Drones struck an oil depot overnight.",
        "Borian personnel losses since the invasion have reached 45,120.",
        "The air force said it had shot down 58 drones.",
        "Two people were killed on Saturday.",
        "The assault group had been driven back before dark.",
    ],
)
def test_news(text: str) -> None:
    assert not told(text)


def test_moment_decides() -> None:
    assert told("A missile hit the port on 9 December.", days_ago(4))
    assert not told("A missile hit the port on Friday.", days_ago(0.5))


def test_what_was_said_before_is_background() -> None:
    said = Moment(earliest=None, latest=PUBLISHED - timedelta(days=12), precision=Precision.OPEN, rule="said")
    assert told("A missile hit the port.", said)
    assert not told("A missile hit the port.", msgspec.structs.replace(said, latest=PUBLISHED - timedelta(days=5)))
    text = "The mayor had warned of a flood."
    assert background(text, Span(start=21, end=31), None, PUBLISHED, Span(start=10, end=20))
    assert not background(text, Span(start=21, end=31), None, PUBLISHED, Span(start=14, end=20))


def test_what_lies_ahead_is_news() -> None:
    ahead = Moment(
        earliest=PUBLISHED + timedelta(days=30),
        latest=PUBLISHED + timedelta(days=31),
        precision=Precision.DAY,
        rule="date",
        span=Span(start=0, end=2),
    )
    assert not told("The president takes office on 13 January.", ahead)


@pytest.mark.parametrize("rule", ["by", "until", "carried"])
def test_a_term_and_what_another_told_set_nothing_back(rule: str) -> None:
    assert not told("The ferry is to sail again by 1 December.", msgspec.structs.replace(days_ago(12), rule=rule))


def test_a_month_is_counted_after_it_ends() -> None:
    month = Moment(
        earliest=PUBLISHED - timedelta(days=35),
        latest=PUBLISHED - timedelta(days=5),
        precision=Precision.MONTH,
        rule="month",
        span=Span(start=0, end=2),
    )
    assert not told("224 people were killed in March.", month)


def test_publication_alone_is_no_sign() -> None:
    bound = Moment(earliest=None, latest=PUBLISHED, precision=Precision.OPEN, rule="published")
    assert not told("A missile hit the port.", bound)


def test_the_time_of_a_heading_makes_nothing_background() -> None:
    assert not told("Nine drones were downed.", msgspec.structs.replace(days_ago(40), rule="headed"))
