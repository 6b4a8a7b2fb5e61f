from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.briefing.conflicts import Clash, clashes, label, table
from onrecord.records import Claim, Extent, Measure, Place, PlaceRole, Quantity, Span, Verdict, VerdictKind


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


def dead(desk: Any, source: str, speaker: str, said: str, number: int, of: str | None = None) -> Claim:
    """A count of the dead: its first word is the number."""
    document = desk.report(source, f"{speaker} said {said}.")
    start = document.text.index(said)
    span = Span(start=start, end=start + len(said.split()[0]))
    counted = Quantity(span=span, value=number, measure=Measure.KILLED, object="person", population=of)
    made: Claim = desk.claim(document, said, speaker=speaker, party="Sudland", cue="said", counts=(counted,))
    return made


def placed(claim: Claim, *names: str) -> Claim:
    """The claim in these towns, each in a region of its own."""
    at = Span(start=0, end=1)
    towns = tuple(
        Place(span=at, name=n, region=f"{n} region", precision=Extent.SETTLEMENT, role=PlaceRole.AT) for n in names
    )
    return replace(claim, places=towns)


def differing(desk: Any, *told: Claim) -> tuple[Clash, ...]:
    """The clashes of an event of these claims that are ruled a conflict."""
    ids = tuple(c.id for c in told)
    verdict = Verdict(kind=VerdictKind.CONFLICT, measure="killed", claims=ids, reason="they differ")
    return clashes(desk.event("casualty_toll", *told, verdicts=(verdict,)), told, desk.shelf)


def test_children_are_no_account_of_all_the_dead(desk: Any) -> None:
    every = dead(desk, "wire", "Sudland's defence ministry", "14 people had been killed", 14)
    children = dead(desk, "post", "Olin Marr", "three children had been killed", 3, "children")
    assert not differing(desk, every, children)


@pytest.mark.parametrize(
    ("here", "there", "told"),
    [
        (("Harno",), ("Harno",), True),
        (("Harno",), (), True),
        (("Harno",), ("Vell",), False),
        (("Harno",), ("Harno", "Vell"), False),
    ],
)
def test_people_are_compared_of_one_place(here: tuple[str, ...], there: tuple[str, ...], told: bool, desk: Any) -> None:
    """Thirty dead across the land and two in one of its towns are no conflict."""
    some = placed(dead(desk, "wire", "Sudland's defence ministry", "two people had died", 2), *here)
    more = placed(dead(desk, "post", "Westmark's high court", "30 people had died", 30), *there)
    desk.claims |= {c.id: c for c in (some, more)}
    assert bool(differing(desk, some, more)) is told


def test_an_outlet_s_own_toll_is_no_account(desk: Any) -> None:
    some = dead(desk, "wire", "Sudland's defence ministry", "10 people had died", 10)
    document = desk.report("post", "Nine people had died in the storm.")
    counted = Quantity(span=Span(start=0, end=4), value=9, measure=Measure.KILLED, object="person")
    own = desk.claim(document, "Nine people had died in the storm.", counts=(counted,))
    assert not differing(desk, some, own)


def test_a_side_that_counts_more_later_contradicts_nobody(desk: Any) -> None:
    first = dead(desk, "wire", "Sudland's defence ministry", "one person had died", 1)
    document = desk.report("post", "Olin Marr said three people had died.", 12)
    counted = Quantity(span=Span(start=15, end=20), value=3, measure=Measure.KILLED, object="person")
    later = desk.claim(
        document, "three people had died", speaker="Olin Marr", party="Sudland", cue="said", counts=(counted,)
    )
    assert not differing(desk, first, later)


def test_that_nobody_died_is_no_count_beside_others(desk: Any) -> None:
    some = dead(desk, "wire", "Sudland's defence ministry", "30 people had died", 30)
    none = dead(desk, "post", "Olin Marr", "no people had died", 0)
    assert not differing(desk, some, none)
    assert differing(desk, some, dead(desk, "post", "Olin Marr", "12 people had died", 12))


def test_an_account_that_its_speaker_s_other_reports_contradict_is_none(desk: Any) -> None:
    """Two reports have 94 launched and 81 shot down; a third, that reads as 94 shot down, was misread."""

    def say(source: str, hour: int, speaker: str, *told: tuple[int, Measure]) -> Claim:
        said = " and ".join(f"{n} missiles had been {m.value.replace('_', ' ')}" for n, m in told)
        report = desk.report(source, f"{speaker} said {said}.", hour)
        counts = tuple(
            Quantity(span=Span(start=i, end=i + len(str(n))), value=n, measure=m, object="missile")
            for n, m in told
            for i in [report.text.index(str(n))]
        )
        made: Claim = desk.claim(report, said, speaker=speaker, party="Sudland", cue="said", counts=counts)
        return made

    both = ((94, Measure.LAUNCHED), (81, Measure.SHOT_DOWN))
    right = [say(source, hour, "Sudland's defence ministry", *both) for source, hour in (("wire", 9), ("quiet", 10))]
    wrong = say("post", 12, "Sudland's defence ministry", (94, Measure.SHOT_DOWN))
    other = say("wire", 13, "Olin Marr", (81, Measure.SHOT_DOWN))
    ids = (wrong.id, other.id)
    verdict = Verdict(kind=VerdictKind.CONFLICT, measure="shot_down", claims=ids, reason="they differ")
    event = desk.event("interception", *right, wrong, other, verdicts=(verdict,))
    assert not clashes(event, (*right, wrong, other), desk.shelf)
    alone = desk.event("interception", wrong, other, verdicts=(verdict,))
    assert clashes(alone, (wrong, other), desk.shelf)
