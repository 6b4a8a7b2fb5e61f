from typing import Any

from onrecord.briefing.conflicts import clashes, label, table


def test_accounts_stand_side_by_side(desk: Any, tell: Any) -> None:
    event = tell["clash"](desk)
    found = clashes(event, tuple(desk.claims.values()), desk.shelf)
    made = table(found, event, desk.shelf)
    assert made.head == (
        "Counted",
        "Sudland's defence ministry, as carried by Wire One",
        "Olin Marr, as carried by The Vell Post",
    )
    assert [[c.text for c in row] for row in made.rows] == [["Drones shot down, Vell region", "15", "11"]]
    assert all(cell.evidence for cell in made.rows[0][1:])
    assert made.note.startswith("Conflict: ")


def test_an_account_of_its_own_channel_needs_no_carrier(desk: Any, tell: Any) -> None:
    tell["tally"](desk)
    assert label(next(iter(desk.claims.values())), desk.shelf) == "Norland's air force"


def test_agreement_is_no_clash(desk: Any, tell: Any) -> None:
    event = tell["depot"](desk)
    assert not clashes(event, tuple(desk.claims.values()), desk.shelf)
