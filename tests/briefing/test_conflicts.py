from typing import Any

from onrecord.briefing.conflicts import clashes, label, table
from onrecord.records import Measure, Quantity, Span, Verdict, VerdictKind


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


def test_that_nobody_died_is_no_count_beside_others(desk: Any) -> None:
    made = []
    for source, speaker, printed, number in (
        ("wire", "Olin Marr", "30", 30),
        ("post", "Sudland's defence ministry", "no", 0),
    ):
        document = desk.report(source, f"{speaker} said {printed} people had died.")
        start = document.text.index(f" {printed} ") + 1
        span = Span(start=start, end=start + len(printed))
        dead = Quantity(span=span, value=number, measure=Measure.KILLED, object="person")
        said = f"{printed} people had died"
        made.append(desk.claim(document, said, speaker=speaker, party="Sudland", cue="said", counts=(dead,)))
    ids = tuple(c.id for c in made)
    verdict = Verdict(kind=VerdictKind.CONFLICT, measure="killed", claims=ids, reason="they differ")
    event = desk.event("casualty_toll", *made, verdicts=(verdict,))
    assert not clashes(event, tuple(made), desk.shelf)
