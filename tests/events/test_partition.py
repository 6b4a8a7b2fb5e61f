from onrecord.events.account import Account, accounts
from onrecord.events.partition import breaches, partitions
from onrecord.records import Measure, Position, VerdictKind


def told(*figures: tuple[str, int, str | None]) -> tuple[Account, ...]:
    rows = [
        Position(
            speaker="The air force",
            party=None,
            origin="o",
            measure=Measure(measure),
            claims=(f"c{n}",),
            value=value,
            object="drone",
            place=place,
            documents=("d",),
        )
        for n, (measure, value, place) in enumerate(figures)
    ]
    return accounts(rows, "interception")


def test_the_remainder_is_printed_and_never_filled_in() -> None:
    (verdict,) = partitions(told(("launched", 132, None), ("shot_down", 58, None), ("lost_to_ew", 72, None)))
    assert verdict.kind is VerdictKind.PARTITION
    assert verdict.arithmetic == "132 launched = 58 shot down + 72 lost to electronic warfare + 2 not accounted for"


def test_a_sum_that_holds_has_no_remainder() -> None:
    (verdict,) = partitions(told(("shot_down", 15, None), ("shot_down", 13, "Kell"), ("shot_down", 2, "Ostra")))
    assert verdict.arithmetic == "15 shot down = 13 (Kell) + 2 (Ostra)"


def test_one_part_of_a_whole_is_compatible() -> None:
    (verdict,) = partitions(told(("shot_down", 15, None), ("shot_down", 13, "Grey Sea")))
    assert (verdict.kind, verdict.arithmetic) == (
        VerdictKind.COMPATIBLE,
        "15 shot down = 13 (Grey Sea) + 2 elsewhere or not placed",
    )


def test_parts_that_exceed_the_whole_are_a_breach_and_no_partition() -> None:
    sums = told(("launched", 100, None), ("shot_down", 80, None), ("lost_to_ew", 30, None))
    assert not list(partitions(sums))
    (words,) = breaches(sums)
    assert "100 launched < 80 shot down + 30 lost to electronic warfare" in words


def test_a_whole_that_is_its_only_part_says_nothing() -> None:
    assert not list(partitions(told(("launched", 37, None), ("shot_down", 37, None))))
