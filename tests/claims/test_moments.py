import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from onrecord.claims.moments import carried, moment, moments, only
from onrecord.records import Moment, Precision, Span

GOLDEN = Path(__file__).parents[1] / "golden/moments.toml"
GROUPS: list[dict[str, Any]] = tomllib.loads(GOLDEN.read_text(encoding="utf-8"))["group"]
CASES = [(group, *case) for group in GROUPS for case in group.get("cases", [])]
NONE = [(group, text) for group in GROUPS for text in group.get("none", [])]
KYIV = ZoneInfo("Europe/Kyiv")
SATURDAY = datetime(2024, 12, 14, 9, 30, tzinfo=KYIV)


def read(group: dict[str, Any], text: str) -> tuple[Moment, ...]:
    zone = ZoneInfo(group["zone"])
    published = datetime.fromisoformat(group["published"]).replace(tzinfo=zone) if group["published"] else None
    first = date.fromisoformat(group["first_day"]) if "first_day" in group else None
    return moments(text, Span(start=0, end=len(text)), published, zone, first)


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c[0]['published']}: {c[1]}")
def test_the_words_give_the_interval(case: tuple[Any, ...]) -> None:
    group, text, earliest, latest, precision, rule = case
    first = read(group, text)[0]
    ends = [e.strftime("%Y-%m-%dT%H:%M") if e else "" for e in (first.earliest, first.latest)]
    assert (*ends, str(first.precision), first.rule) == (earliest, latest, precision, rule)


@pytest.mark.parametrize("case", NONE, ids=lambda c: str(c[1]))
def test_what_is_no_time_gives_none(case: tuple[dict[str, Any], str]) -> None:
    assert read(*case) == ()


def dated(text: str, proposition: str, published: datetime | None = SATURDAY) -> Moment | None:
    start = text.index(proposition)
    span = Span(start=start, end=start + len(proposition))
    return moment(text, span, Span(start=0, end=len(text)), published, KYIV)


def test_the_day_of_saying_is_not_the_day_of_the_event() -> None:
    found = dated(
        "The governor said on Saturday that drones hit a depot on Friday night.", "drones hit a depot on Friday night"
    )
    assert found and (found.rule, found.earliest) == ("night", datetime(2024, 12, 13, 18, tzinfo=KYIV))


def test_the_day_of_saying_bounds_the_event() -> None:
    found = dated("The governor said on Friday that drones hit a depot.", "drones hit a depot")
    assert found and (found.rule, found.earliest) == ("said", None)
    assert found.latest == datetime(2024, 12, 14, tzinfo=KYIV)


def test_a_time_that_opens_the_sentence_dates_the_event() -> None:
    found = dated("On Friday, drones hit a depot, the governor said.", "drones hit a depot")
    assert found and (found.rule, found.precision) == ("weekday", Precision.DAY)


def test_a_time_before_the_verb_of_saying_dates_the_saying() -> None:
    found = dated("On Friday the ministry said that drones hit a depot.", "drones hit a depot")
    assert found and found.rule == "said"


@pytest.mark.parametrize(
    "proposition",
    [
        "It was the biggest attack since the invasion in February 2022",
        "It was the most severe shelling since the first days of the war nearly two years ago",
        "Harno had its first raid since May, killing two people",
    ],
)
def test_a_time_to_which_something_is_compared_dates_nothing(proposition: str) -> None:
    found = dated(f"{proposition}, the governor said.", proposition)
    assert found and (found.rule, found.earliest, found.latest) == ("published", None, SATURDAY)


def test_what_has_held_since_is_dated_so() -> None:
    found = dated("Troops have held Harno since March 2022, he said.", "Troops have held Harno since March 2022")
    assert found and found.rule == "since"


def test_what_goes_on_has_the_moment_of_what_was_told_or_that_of_the_night_before() -> None:
    then = dated("Drones fell on Friday night.", "Drones fell on Friday night")
    assert then is not None
    for text, rule, day in (("Ten were lost.", "carried", 13), ("It counted 14 the night before.", "earlier", 12)):
        found = carried(text, Span(start=0, end=len(text)), then)
        assert found and (found.rule, found.earliest) == (rule, datetime(2024, 12, day, 18, tzinfo=KYIV))
    assert (
        carried(
            "Ten were lost.",
            Span(start=0, end=14),
            Moment(earliest=None, latest=None, rule="published", precision=Precision.OPEN),
        )
        is None
    )


def test_without_words_publication_bounds_it() -> None:
    found = dated("Drones hit a depot, the governor said.", "Drones hit a depot")
    assert found and (found.rule, found.span, found.latest) == ("published", None, SATURDAY)
    assert dated("Drones hit a depot.", "Drones hit a depot", published=None) is None


def test_a_bound_gives_way_to_a_time() -> None:
    found = dated(
        "Since August, the town has been hit; it was hit overnight.", "the town has been hit; it was hit overnight"
    )
    assert found and found.rule == "overnight"


def test_a_full_stop_belongs_to_the_sentence_and_not_to_the_month() -> None:
    found = dated(
        "According to the sheet, eight drowned when the bridge fell in July.",
        "eight drowned when the bridge fell in July",
    )
    assert found and (found.rule, found.earliest) == ("month", datetime(2024, 7, 1, tzinfo=KYIV))


def test_a_time_before_who_says_so_in_passing_dates_the_event() -> None:
    found = dated("In June, the air force said, it stopped 340 drones.", "it stopped 340 drones")
    assert found and found.rule == "month"


def test_a_dateline_dates_the_report() -> None:
    text = "AMDEH, 14 December (SNK) - The leader yesterday decorated 214 men."
    found = dated(text, text)
    assert found and (found.rule, found.earliest) == ("relative", datetime(2024, 12, 13, tzinfo=KYIV))


def test_a_stamp_that_is_cut_off_dates_what_follows() -> None:
    found = dated("08:14 Air alert for the coast.", "14 Air alert for the coast")
    assert found and (found.rule, found.earliest) == ("clock", datetime(2024, 12, 14, 8, 14, tzinfo=KYIV))


def test_a_term_that_someone_was_told_dates_what_is_to_be_done() -> None:
    found = dated("The crews were told to leave by Monday, the mayor said.", "The crews were told to leave by Monday")
    assert found and (found.rule, found.latest) == ("by", datetime(2024, 12, 17, tzinfo=KYIV))


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("In the night to Friday, 13 December", True),
        ("Overnight", True),
        ("by 09:00 on Saturday", True),
        ("Two bridges", False),
        ("a blackout on Friday", False),
    ],
)
def test_words_that_tell_nothing_but_when(text: str, alone: bool) -> None:
    assert only(text, Span(start=0, end=len(text))) is alone


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Nine men who were caught in March were freed on Friday.", "weekday"),
        ("The list of the dead was published on Friday.", "weekday"),
        ("The road had been declared clear on Friday.", "weekday"),
    ],
)
def test_the_day_of_what_is_told_dates_it(text: str, rule: str) -> None:
    found = dated(text, text)
    assert found and (found.rule, found.earliest) == (rule, datetime(2024, 12, 13, tzinfo=KYIV))
