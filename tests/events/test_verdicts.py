from datetime import UTC, datetime

import pytest

from onrecord.events.account import Account, accounts
from onrecord.events.verdicts import verdicts
from onrecord.records import Measure, Operator, Position, Verdict, VerdictKind


def says(
    speaker: str, value: int, operator: str = "exact", hour: int = 9, measure: str = "killed", **more: object
) -> Position:
    return Position(
        speaker=speaker,
        party=None,
        origin=f"o-{speaker}",
        measure=Measure(measure),
        claims=(f"c-{speaker}-{value}",),
        value=value,
        operator=Operator(operator),
        as_of=datetime(2031, 5, 4, hour, tzinfo=UTC),
        documents=(f"d-{speaker}-{hour}",),
        **more,  # type: ignore[arg-type]
    )


def found(*rows: Position, voices: int | None = None) -> list[Verdict]:
    def count(told: list[Account]) -> int:
        return voices if voices is not None else len({a.origin for a in told})

    return list(verdicts(accounts(rows, "casualty_toll"), lambda told: count(list(told))))


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ((says("A", 58), says("B", 58)), VerdictKind.AGREE),
        ((says("A", 25, "more_than"), says("B", 24, "at_least")), VerdictKind.COMPATIBLE),
        ((says("A", 108), says("B", 49, population="children")), VerdictKind.COMPATIBLE),
        ((says("A", 9, hour=8), says("A", 12, hour=20)), VerdictKind.UPDATE),
        ((says("A", 12, hour=8), says("A", 9, hour=20)), VerdictKind.UPDATE),
        ((says("A", 93), says("B", 94), says("C", 120)), VerdictKind.CONFLICT),
        ((says("A", 9, "at_least"), says("B", 5)), VerdictKind.CONFLICT),
        ((says("A", 40), says("B", 49, population="children")), VerdictKind.CONFLICT),
        ((says("A", 5),), VerdictKind.SINGLE),
        ((says("A", 5, measure="destroyed"), says("B", 9, measure="destroyed")), VerdictKind.COMPATIBLE),
    ],
)
def test_how_accounts_stand(rows: tuple[Position, ...], kind: VerdictKind) -> None:
    assert kind in {v.kind for v in found(*rows)}
    assert kind is VerdictKind.CONFLICT or VerdictKind.CONFLICT not in {v.kind for v in found(*rows)}


def test_one_side_does_not_confirm_itself() -> None:
    (verdict,) = found(says("A", 58), says("B", 58), voices=1)
    assert verdict.kind is VerdictKind.SINGLE and "does not confirm itself" in verdict.reason


def test_a_conflict_names_everybody_and_picks_nobody() -> None:
    (verdict,) = found(says("The mayor", 5, object="person"), says("The governor", 11, object="person"))
    assert verdict.arithmetic == "5 ≠ 11"
    assert verdict.reason == (
        "On the number of people killed, The mayor gives 5 and The governor gives 11; "
        "these cannot all be true of one happening."
    )
    assert set(verdict.claims) == {"c-The mayor-5", "c-The governor-11"}


def test_two_sorts_are_two_subjects() -> None:
    rows = says("A", 90, measure="launched", object="missile"), says("B", 190, measure="launched", object="drone")
    assert {v.kind for v in found(*rows)} == {VerdictKind.SINGLE}
