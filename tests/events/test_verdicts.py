from datetime import UTC, datetime

import msgspec
import pytest

from onrecord.events.account import Account, accounts
from onrecord.events.judge import Rulings, held, rulings
from onrecord.events.verdicts import verdicts
from onrecord.records import Judgement, Link, Measure, Operator, Position, Scope, Verdict, VerdictKind


def says(
    speaker: str,
    value: int,
    operator: str = "exact",
    hour: int = 9,
    measure: str = "killed",
    party: str | None = None,
    day: int = 4,
    **more: object,
) -> Position:
    return Position(
        speaker=speaker,
        party=party,
        origin=f"o-{speaker}",
        measure=Measure(measure),
        claims=(f"c-{speaker}-{value}",),
        value=value,
        operator=Operator(operator),
        as_of=datetime(2031, 5, day, hour, tzinfo=UTC),
        documents=(f"d-{speaker}-{hour}",),
        **more,  # type: ignore[arg-type]
    )


def found(*rows: Position, voices: int | None = None) -> list[Verdict]:
    def count(told: list[Account]) -> int:
        return voices if voices is not None else len({a.origin for a in told})

    fighting = frozenset({"Averia", "Borland"})
    return list(verdicts(accounts(rows, "casualty_toll"), lambda told: count(list(told)), None, fighting))


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


def parted(left: str, right: str) -> Rulings:
    at = datetime(2031, 5, 6, 9, tzinfo=UTC)
    said = Judgement.DIFFERENT
    link = Link(left=left, right=right, relation="figure", judgement=said, by="jo", at=at, note="other dam")
    return rulings(held([link], "figure"))


def test_figures_that_a_person_holds_to_be_of_different_things_are_not_compared() -> None:
    rows = (says("A", 93), says("B", 94), says("C", 94))
    by = parted("c-A-93", "c-B-94")
    told = verdicts(accounts(rows, "casualty_toll"), lambda told: len({a.origin for a in told}), by)
    assert [(v.kind, v.claims) for v in told] == [
        (VerdictKind.AGREE, ("c-B-94", "c-C-94")),
        (VerdictKind.DIFFERENT, ("c-A-93", "c-B-94")),
        (VerdictKind.SINGLE, ("c-A-93",)),
    ]
    reason = next(v.reason for v in told if v.kind is VerdictKind.DIFFERENT)
    assert reason.endswith("count different things, judged by jo at 2031-05-06 09:00 UTC: other dam.")


def test_a_part_that_a_person_holds_to_be_of_another_whole_is_no_part() -> None:
    rows = (says("A", 40), says("B", 49, population="children"))
    told = verdicts(accounts(rows, "casualty_toll"), lambda told: 2, parted("c-A-40", "c-B-49"))
    assert {v.kind for v in told} == {VerdictKind.SINGLE}


def test_a_later_figure_that_a_person_holds_to_be_of_another_thing_is_no_update() -> None:
    rows = (says("A", 9, hour=8), says("A", 12, hour=20))
    (told,) = verdicts(accounts(rows, "casualty_toll"), lambda told: 1, parted("c-A-12", "c-A-9"))
    assert told.kind is VerdictKind.DIFFERENT and told.claims == ("c-A-9", "c-A-12")
    assert "gave 9 first and 12 later; these count different things, judged by jo" in told.reason


def test_one_speaker_in_independent_reports_agrees_with_nobody_else() -> None:
    """A person has judged two reports of one speaker's word independent: two origins of one name."""
    rows = (says("A", 58), msgspec.structs.replace(says("A", 58), origin="o-2", claims=("c-2",)))
    (told,) = found(*rows)
    assert told.kind is VerdictKind.AGREE
    assert told.reason.endswith("A gives 58 in reports that are independent of each other.")
    (told,) = found(*rows, voices=1)
    assert told.kind is VerdictKind.SINGLE and "does not confirm itself" in told.reason


def test_a_toll_that_officials_of_one_side_raise_is_an_update() -> None:
    rows = [
        says(who, n, hour=h, party="Averia") for who, n, h in (("Mayor", 4, 9), ("Governor", 8, 12), ("Staff", 13, 18))
    ]
    (update,) = found(*rows, voices=1)
    assert (update.kind, update.arithmetic) == (VerdictKind.UPDATE, "4 → 8 → 13")


def test_officials_of_one_side_who_differ_at_one_time_are_in_conflict() -> None:
    waves = [
        says(who, n, measure="shot_down", object="drone", party="Borland")
        for who, n in (("Governor", 11), ("Staff", 5))
    ]
    (verdict,) = found(*waves, voices=1)
    assert verdict.kind is VerdictKind.CONFLICT


def test_a_lower_figure_of_before_excludes_none_that_grew_through_it() -> None:
    grew = (says("Mayor", 4, hour=9, party="Averia"), says("Staff", 13, hour=18, party="Averia"))
    assert {v.kind for v in found(says("Wire", 6, hour=12), *grew)} == {VerdictKind.UPDATE, VerdictKind.COMPATIBLE}
    (alone,) = found(says("Wire", 2, hour=12), says("Staff", 7, hour=18))
    assert alone.kind is VerdictKind.CONFLICT


def test_a_part_that_is_told_later_is_not_held_against_a_whole_of_before() -> None:
    dead = says("Mayor", 4, day=4), says("Staff", 7, population="civilian", day=5)
    assert VerdictKind.CONFLICT not in {v.kind for v in found(*dead)}
    assert VerdictKind.CONFLICT in {v.kind for v in found(dead[0], says("Staff", 7, population="civilian"))}


def test_a_wider_word_is_held_against_a_narrower_one() -> None:
    narrow = says("A", 15, measure="launched", object="ballistic missile")
    (verdict,) = found(narrow, says("B", 10, measure="launched", object="missile"))
    assert verdict.kind is VerdictKind.CONFLICT
    both = (
        says("B", 94, measure="launched", object="missile"),
        says("B", 86, measure="launched", object="cruise missile"),
    )
    assert VerdictKind.CONFLICT not in {
        v.kind for v in found(*both, says("A", 93, "at_least", measure="launched", object="missile"))
    }


def test_some_may_agree_where_all_are_compatible() -> None:
    kinds = [v.kind for v in found(says("A", 102), says("B", 102), says("C", 57, "more_than"))]
    assert sorted(kinds) == [VerdictKind.AGREE, VerdictKind.COMPATIBLE]


def test_a_lower_figure_of_before_excludes_none_where_anybody_grew_through_it() -> None:
    grew = (says("Mayor", 3, hour=9), says("Mayor", 14, hour=18))
    told = found(says("Wire", 8, hour=12), *grew, says("Watch", 13, "at_least", hour=20))
    assert VerdictKind.CONFLICT not in {v.kind for v in told}


def test_an_earlier_bound_of_a_side_stands_no_longer_than_its_last_figure() -> None:
    side = (says("Mayor", 3, "at_least", hour=6, party="Averia"), says("Staff", 14, hour=18, party="Averia"))
    told = found(says("Wire", 8, hour=12), *side)
    assert VerdictKind.CONFLICT not in {v.kind for v in told}


def test_a_part_is_held_against_the_whole_that_stands() -> None:
    grew = (says("Court", 2, hour=9, party="Averia"), says("Governor", 3, hour=18, party="Averia"))
    told = found(*grew, says("Watch", 3, hour=20, population="civilian"))
    assert {v.kind for v in told} == {VerdictKind.UPDATE, VerdictKind.AGREE}


def test_a_sort_of_people_told_as_a_part_is_a_part_of_all() -> None:
    nurses = says("Rescue", 4, object="nurse", scope=Scope.PART)
    told = found(nurses, says("Rescue", 14), says("Watch", 14, hour=12))
    assert {v.kind for v in told} == {VerdictKind.COMPATIBLE, VerdictKind.AGREE}


def test_power_that_comes_back_is_an_update_however_far_the_number_falls() -> None:
    rows = [says("Grid", n, hour=h, measure="affected", object="household") for n, h in ((59000, 8), (9000, 20))]
    (update,) = found(*rows)
    assert (update.kind, update.arithmetic) == (VerdictKind.UPDATE, "59,000 → 9,000")


def test_numbers_of_nothing_in_particular_exclude_nothing() -> None:
    rows = (says("A", 78, measure="other", object="miner"), says("B", 1, measure="other", object="miner"))
    assert VerdictKind.CONFLICT not in {v.kind for v in found(*rows)}
