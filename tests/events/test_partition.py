from collections.abc import Callable

import msgspec

from onrecord.events.account import Account, accounts
from onrecord.events.card import Card
from onrecord.events.partition import Sum, beside, breaches, partitions
from onrecord.records import Claim, Document, Measure, Position, VerdictKind


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
        return [v.arithmetic for v in partitions(accounts(people, "disaster"), lambda _: True)]

    assert shift(7) == ["90 affected = 5 killed + 7 missing + 78 counted"]
    assert shift(8) == []


def test_people_add_up_only_with_people_and_where_they_are_told_together() -> None:
    def sums(object: str, together: bool) -> list[str]:
        rows = told(("affected", 12, None), ("killed", 5, None), ("wounded", 7, None))
        people = [msgspec.structs.replace(p, object="person") for a in rows[1:] for p in a.now]
        whole = [msgspec.structs.replace(p, object=object) for p in rows[0].now]
        return [v.reason for v in partitions(accounts([*whole, *people], "disaster"), lambda _: together)]

    assert sums("person", True) == ["Those killed and wounded add up to the 12 that The air force gives."]
    assert sums("miner", True) and not sums("person", False) and not sums("home", True)


def test_of_too_many_figures_none_is_summed() -> None:
    names = ("miner", "nurse", "sailor", "farmer", "driver", "pilot", "cook", "baker", "tailor")

    def sums(most: int) -> list[str | None]:
        figures = [("affected", 7, "person"), ("killed", 3, names[0]), ("wounded", 4, names[1])]
        figures += [("wounded", 100 + n, name) for n, name in enumerate(names[2:most])]
        rows = [
            msgspec.structs.replace(p, object=name)
            for measure, value, name in figures
            for a in told((measure, value, None))
            for p in a.now
        ]
        return [v.arithmetic for v in partitions(accounts(rows, "disaster"), lambda _: True)]

    assert sums(8) == ["7 affected = 3 killed + 4 wounded"] and not sums(9)


def test_figures_are_told_together_in_sentences_of_one_report_that_adjoin(
    say: Callable[..., tuple[Document, Claim]], cards: Callable[..., list[Card]]
) -> None:
    one, two, three = "Five people died.", "Seven were hurt.", "Twelve were under the roof."
    text = f"{one} {two} {three}"
    apart = f"{one} {two} The mill is old. {three}"
    figures = ((("killed", 5),), (("wounded", 7),), (("affected", 12),))

    def near(within: str, other: str = "wire") -> bool:
        made = cards(
            *(
                say(s, paper, "casualty_toll", figures=f, within=within)
                for s, f, paper in zip((one, two, three), figures, ("wire", "wire", other), strict=True)
            )
        )
        killed, hurt, whole = (
            msgspec.structs.replace(a, now=(msgspec.structs.replace(a.now[0], claims=(c.id,)),))
            for a, c in zip(told(("launched", 5, None), ("shot_down", 7, None), ("hit", 12, None)), made, strict=True)
        )
        return beside(made)(Sum(whole, (("killed", killed), ("wounded", hurt))))

    assert near(text) and not near(apart) and not near(text, "post")
