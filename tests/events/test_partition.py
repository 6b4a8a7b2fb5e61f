import msgspec

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


def test_a_place_named_with_the_whole_alone_keeps_no_part_out() -> None:
    sums = told(("launched", 57, "Ostra"), ("shot_down", 42, "Ostra"), ("lost_to_ew", 11, None), ("hit", 4, None))
    (verdict,) = (v for v in partitions(sums) if v.measure == Measure.LAUNCHED.value)
    assert verdict.arithmetic == "57 launched = 42 shot down + 11 lost to electronic warfare + 4 that hit"


def test_a_part_of_two_places_is_of_no_whole_at_one() -> None:
    sums = told(("launched", 57, None), ("shot_down", 20, "Kell"), ("shot_down", 9, "Ostra"))
    assert not [v for v in partitions(sums) if v.measure == Measure.LAUNCHED.value]


def test_what_became_of_people_is_a_partition_where_nothing_is_left_over() -> None:
    def shift(missing: int) -> list[str | None]:
        rows = (("affected", 90), ("other", 78), ("killed", 5), ("missing", missing), ("wounded", 16))
        people = [
            msgspec.structs.replace(p, object="person") for a in told(*((m, n, None) for m, n in rows)) for p in a.now
        ]
        return [v.arithmetic for v in partitions(accounts(people, "disaster"))]

    assert shift(7) == ["90 affected = 5 killed + 7 missing + 78 counted"]
    assert shift(8) == []
