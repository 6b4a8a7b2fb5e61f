from collections.abc import Callable, Sequence

from onrecord.events.card import Card
from onrecord.events.cluster import Groups
from onrecord.events.echo import Echoes
from onrecord.events.judge import Rulings
from onrecord.events.pairs import Row
from onrecord.events.rows import Rows
from onrecord.events.scale import Scale
from onrecord.events.veto import Bars
from onrecord.protocols import Comparison
from onrecord.records import Claim, Document, Slot

Said = tuple[Document, Claim]
Say = Callable[..., Said]
Cards = Callable[..., list[Card]]
Parts = list[tuple[list[Card], list[Row]]]


def grouped(found: Sequence[Card], extra: tuple[Comparison, ...] = ()) -> Parts:
    told = sorted(found, key=lambda c: c.order)
    bars, echoes = Bars(told), Echoes()
    rows = Rows(Scale(echoes, bars, extra), echoes)
    return [node.parts() for node in Groups(rows, bars).change((), told, rows.change((), told), Rulings())]


def strike(say: Say, text: str, source: str, moment: str | None, **slots: object) -> Said:
    return say(text, source, "strike_impact", moment=moment, places=("Brin",), thing="grain mill", **slots)


def test_no_group_holds_a_vetoed_pair_even_by_way_of_a_third(say: Say, cards: Cards) -> None:
    third = strike(say, "A grain mill at Brin burned after a strike.", "wire", None)
    told = cards(
        strike(say, "The grain mill at Brin was struck and burned.", "post", "4 01-02"),
        third,
        strike(say, "The grain mill at Brin burned when struck.", "monitor", "4 07-08"),
    )
    groups = grouped(told)
    assert sorted(len(found) for found, _ in groups) == [1, 2]
    assert all(not ({told[0].id, told[2].id} <= {c.id for c in found}) for found, _ in groups)


def test_one_misread_claim_does_not_part_what_many_tell(say: Say, cards: Cards) -> None:
    """Of ten claims and one that stands between two times, the eleventh bars one pair in ten."""
    many = [strike(say, "The grain mill at Brin burned when struck.", f"s{n}", None) for n in range(9)]
    misread = strike(say, "The grain mill at Brin burned when struck.", "post", "4 01-02")
    late = strike(say, "The grain mill at Brin burned when it was struck.", "monitor", "4 07-08")
    assert [len(found) for found, _ in grouped(cards(*many, misread, late))] == [11]
    assert len(grouped(cards(*many[:7], misread, late))) == 2, "of few pairs none may be barred"


def test_every_group_has_a_link_fewer_than_claims(waves: list[Said], cards: Cards) -> None:
    assert all(len(rows) == len(found) - 1 for found, rows in grouped(cards(*waves)))


def test_copies_are_compared_as_one(say: Say, cards: Cards) -> None:
    told = cards(*(strike(say, "The grain mill at Brin burned.", f"s{n}", "day 4") for n in range(50)))
    ((found, rows),) = grouped(told)
    first = min(told, key=lambda c: c.order)
    assert len(found) == 50 and all(first in row[3:] for row in rows)


def test_a_plug_in_may_keep_claims_apart(waves: list[Said], say: Say, cards: Cards) -> None:
    def never(left: Claim, right: Claim) -> Slot:
        return Slot(name="mine", score=-1.0, weight=0.0, reason="an editor's rule", veto=True)

    told = cards(*waves, say(waves[0][0].text, "post", "aerial_attack"), say(waves[0][0].text, "wire", "aerial_attack"))
    assert len(grouped(told, (never,))) == len(told)


def test_what_comes_between_two_groups_parts_what_was_one(say: Say, cards: Cards) -> None:
    """A stronger row of a new claim is decided first, and what joined before may be kept apart now."""
    loose = strike(say, "A grain mill at Brin burned after a strike.", "wire", None)
    late = strike(say, "The grain mill at Brin burned when it was struck.", "monitor", "4 07-08", at="04T09:30")
    early = strike(say, "The grain mill at Brin burned when it was struck at one.", "post", "4 01-02", at="04T09:40")
    told = cards(loose, late, early)
    bars, echoes = Bars(told), Echoes()
    rows = Rows(Scale(echoes, bars), echoes)
    groups = Groups(rows, bars)
    for card in told:
        groups.change((), [card], rows.change((), [card]), Rulings())
    afresh = {frozenset(c.id for c in found) for found, _ in grouped(told)}
    assert {frozenset(c.id for c in groups.root(card).parts()[0]) for card in told} == afresh
