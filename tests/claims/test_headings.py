from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from onrecord.claims.headings import headed, headings
from onrecord.claims.text import sentences
from onrecord.records import Moment, Span

BODY = "Nine drones were downed over Mar. A depot is burning."
NIGHT = datetime(2024, 12, 13, 18, tzinfo=UTC)


def found(text: str, words: str, kind: str = "interception") -> Moment | None:
    start = text.index(words)
    above = headings(text, sentences(text), datetime(2024, 12, 14, 8, tzinfo=UTC), ZoneInfo("UTC"), None)
    return headed(text, Span(start=start, end=start + len(words)), kind, above)


@pytest.mark.parametrize("heading", ["Night of 14 December: results", "Overnight at a glance"])
def test_a_heading_dates_what_stands_below_it(heading: str) -> None:
    moment = found(f"{heading}\n\n{BODY}", "Nine drones were downed over Mar")
    assert moment is not None and (moment.rule, moment.earliest) == ("headed", NIGHT)


@pytest.mark.parametrize(
    "heading",
    [
        "Statement of 13 December",
        "Situation at 06:00",
        "MAR, 14 December (Agency)",
        "MAR, December 14. /AGENCY/.",
        "Ann Orr | 14 December 2024",
        "Storm Lo - Dec 2024",
        "Good morning",
        "Delegations to meet next week",
        "Guns fired on Friday night, and nobody was hurt.",
    ],
)
def test_the_day_on_which_something_was_written_dates_nothing(heading: str) -> None:
    assert found(f"{heading}\n\n{BODY}", "Nine drones were downed over Mar") is None


@pytest.mark.parametrize("heading", ["Losses on 14 December", "13 December"])
def test_a_day_dates_its_items_where_it_is_told_of_or_over(heading: str) -> None:
    moment = found(f"{heading}\n\n{BODY}", "Nine drones were downed over Mar")
    assert moment is not None and moment.rule == "headed"


def test_what_lasts_and_what_is_no_event_has_no_time_of_a_heading() -> None:
    text = f"Overnight at a glance\n\n{BODY}"
    assert found(text, "A depot is burning") is None
    assert found(text, "Nine drones were downed over Mar", "diplomacy") is None


def test_the_last_heading_counts_and_what_stands_above_it_has_none() -> None:
    text = "Guns fired.\n\nMonday in brief\n\nA mill burned.\n\nYesterday in brief\n\nA barn burned."
    made = [found(text, words, "shelling") for words in ("Guns", "A mill", "A barn")]
    assert [m and m.earliest and m.earliest.day for m in made] == [None, 9, 13]
