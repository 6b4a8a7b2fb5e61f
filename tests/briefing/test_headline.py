from typing import Any

import pytest

from onrecord.briefing.conflicts import clashes
from onrecord.briefing.headline import cut, headline, lead
from onrecord.briefing.tally import draft, tallies

LONG = "drones struck a fuel depot near the town of Vell in the early hours"


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        (LONG, LONG),
        (f"{LONG}, while rescue teams were held back by further attacks", LONG),
        (f"{LONG}, if what the captured pilots said later should prove to hold", None),
        ("x" * 120, None),
        (f"{LONG[:40]}, 12 of its lorries there and nine of the carriages that stood behind", LONG[:40]),
    ],
)
def test_a_headline_is_cut_where_nothing_limits_it(content: str, kept: str | None) -> None:
    assert cut(content) == kept


def test_a_headline_ends_in_the_day() -> None:
    assert (
        headline(["berg says a", "Lund says b"], 1026, told=True)
        == "Berg says a; Lund says b: what we know on day 1,026"
    )
    assert headline([], 3, told=True) == "What was reported: what we know on day 3"
    assert headline([], 3, told=False) == "No report that can be told: what we know on day 3"


def test_a_tally_leads_with_its_first_part(desk: Any, tell: Any) -> None:
    tell["tally"](desk)
    made = draft(tallies(desk.claims.values(), desk.shelf)[0])
    assert lead(made, desk.shelf) == "Norland's air force says 58 of 132 drones were shot down"


def test_accounts_that_differ_make_a_headline_of_two(desk: Any, tell: Any) -> None:
    event = tell["clash"](desk)
    (found,) = clashes(event, tuple(desk.claims.values()), desk.shelf)
    assert lead(found.draft, desk.shelf) == (
        "accounts of drones shot down over Vell region differ: Sudland's defence ministry says 15, Marr says 11"
    )
