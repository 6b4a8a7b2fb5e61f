import pytest

from onrecord.claims.tense import sayings, tense
from onrecord.records import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Leaders will meet on Monday.", 1),
        ("Monday is when leaders will meet.", 1),
        ("Leaders met and talked on Monday.", -1),
        ("On Monday, shells struck a school.", -1),
        ("A bridge, Monday.", 0),
        ("He said on Monday that he would resign.", -1),
    ],
)
def test_the_verb_beside_the_time_decides(text: str, expected: int) -> None:
    start = text.index("Monday")
    assert tense(text, Span(start=0, end=len(text)), start, start + 6) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Power would be rationed until Monday.", 1),
        ("Power that would have been rationed on Monday", -1),
        ("They let planes refuel there since Monday.", -1),
        ("The river will rise after noon on Monday.", 1),
        ("Both called for a further round on Monday.", 1),
    ],
)
def test_a_verb_group_looks_where_its_first_verb_does(text: str, expected: int) -> None:
    start = text.index("Monday")
    assert tense(text, Span(start=0, end=len(text)), start, start + 6) == expected


def test_what_was_added_is_not_said() -> None:
    text = "Three generals were added on Monday; he added that more would follow."
    assert [m.start() for m in sayings(text, 0, len(text))] == [text.index("added that")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The truce runs until Monday.", 1),
        ("Flights are suspended until Monday.", 1),
        ("The store was closed until Monday.", -1),
    ],
)
def test_what_lasts_yet_ends_ahead(text: str, expected: int) -> None:
    start = text.index("Monday")
    assert tense(text, Span(start=0, end=len(text)), start, start + 6) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The union called a strike for Monday.", 1),
        ("The talks that were planned for Monday are off.", 1),
        ("The two agreed to talk again on Monday.", 1),
        ("The last flight departs on Monday.", 1),
        ("The figures for Monday rose.", -1),
        ("Chlorine was let through on Monday.", -1),
        ("A jet crashed on take-off on Monday.", -1),
    ],
)
def test_what_is_set_or_wanted_for_a_day_lies_ahead(text: str, expected: int) -> None:
    start = text.index("Monday")
    assert tense(text, Span(start=0, end=len(text)), start, start + 6) == expected


def test_a_month_for_which_something_was_set_may_be_past() -> None:
    text = "The sum set aside for March"
    start = text.index("March")
    assert tense(text, Span(start=0, end=len(text)), start, len(text)) == 0
