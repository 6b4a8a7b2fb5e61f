from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.briefing import house
from onrecord.records import Moment, Operator, Precision, Style

STYLE = Style(spellings={"Kiev": "Kyiv", "Krivoy Rog": "Kryvyi Rih"})


@pytest.mark.parametrize(
    ("value", "told"), [(2, "two"), (9, "nine"), (10, "10"), (1026, "1,026"), (7.4, "7.4"), (0, "zero"), (3.0, "3")]
)
def test_numbers(value: float, told: str) -> None:
    assert house.number(value, STYLE) == told


def test_a_bounded_number_keeps_its_bound() -> None:
    assert house.bounded(9, Operator.AT_LEAST, STYLE) == "at least nine"
    assert house.bounded(12, Operator.VAGUE, STYLE) is None


@pytest.mark.parametrize(
    ("printed", "ours"),
    [
        ("5 drones over Kiev", "five drones over Kyiv"),
        ("on 5 May", "on 5 May"),
        ("in May 5 drones", "in May 5 drones"),
        ("12000 people", "12,000 people"),
        ("12 000 people", "12,000 people"),
        ("in 2024", "in 2024"),
        ("3.5 metres", "3.5 metres"),
        ("an F-16 and 4%", "an F-16 and 4%"),
        ("at 6:30", "at 6:30"),
        ("Krivoy Rog's bridge", "Kryvyi Rih's bridge"),
        ("“we saw 5 in Kiev” and 5 more", "“we saw 5 in Kiev” and five more"),
        ("Brigade 5 held", "Brigade 5 held"),
    ],
)
def test_a_report_in_house_style(printed: str, ours: str) -> None:
    assert house.dress(printed, STYLE) == ours


def moment(first: datetime, last: datetime, precision: Precision = Precision.DAY, rule: str = "day") -> Moment:
    return Moment(earliest=first, latest=last, precision=precision, rule=rule)


def test_times_are_dated() -> None:
    night = moment(datetime(2024, 12, 13, 18, tzinfo=UTC), datetime(2024, 12, 14, 6, tzinfo=UTC), Precision.PART)
    whole = moment(datetime(2024, 12, 13, tzinfo=UTC), datetime(2024, 12, 14, tzinfo=UTC))
    week = moment(datetime(2024, 12, 9, tzinfo=UTC), datetime(2024, 12, 16, tzinfo=UTC), Precision.WEEK)
    zone = ZoneInfo("UTC")
    assert house.when(night, zone, 2024) == "in the night to 14 December"
    assert house.when(whole, zone, 2024) == "on 13 December"
    assert house.when(whole, zone, 2025) == "on 13 December 2024"
    assert house.when(week, zone, 2024) is None
    assert house.when(None, zone, 2024) is None


def test_lists_counts_and_capitals() -> None:
    assert house.listed(["a", "b", "c"]) == "a, b and c"
    assert house.counted(1, "report", STYLE) == "one report"
    assert house.capital("the agency") == "The agency"
    assert house.dated(date(2024, 12, 15), 2024) == "15 December"


@given(st.text(max_size=200))
def test_style_never_changes_a_text_twice(text: str) -> None:
    once = house.dress(text, STYLE)
    assert house.dress(once, STYLE) == once


@pytest.mark.parametrize("text", ["²", "10²", "②", "half"])
def test_what_is_no_number_has_no_value(text: str) -> None:
    assert house.value(text) is None and (house.value("12"), house.value("eighty-five")) == (12, 85)


@pytest.mark.parametrize(
    ("text", "who", "told"),
    [
        (
            "Norland's prosecutors says a clerk was charged",
            "Norland's prosecutors",
            "Norland's prosecutors say a clerk was charged",
        ),
        (
            "Norland's railways puts trains cut at nine",
            "Norland's railways",
            "Norland's railways put trains cut at nine",
        ),
        (
            "Norland's forces, citing early data, says so",
            "Norland's forces",
            "Norland's forces, citing early data, say so",
        ),
        ("Norland's press says so", "Norland's press", "Norland's press says so"),
        ("Bench Notes says so", "Bench Notes", "Bench Notes says so"),
        (
            "the ministry of foreign affairs says so",
            "the ministry of foreign affairs",
            "the ministry of foreign affairs says so",
        ),
        ("a spokesman for the rebels says so", "a spokesman for the rebels", "a spokesman for the rebels says so"),
        ("the families of prisoners says so", "the families of prisoners", "the families of prisoners say so"),
        ("Norland's staff says so", "Norland's staff", "Norland's staff says so"),
    ],
)
def test_a_body_that_is_many_has_its_verb(text: str, who: str, told: str) -> None:
    assert house.agreed(text, who) == told
