from collections.abc import Callable, Sequence

from onrecord.events.card import Card
from onrecord.events.cluster import Group, Scale, cluster, twins
from onrecord.events.echo import Echoes
from onrecord.events.judge import Rulings
from onrecord.events.veto import Bars
from onrecord.records import Claim, Document, Slot

Said = tuple[Document, Claim]
Say = Callable[..., Said]
Cards = Callable[..., list[Card]]


def grouped(found: Sequence[Card], scale: Scale | None = None) -> list[Group]:
    told = tuple(sorted(found, key=lambda c: c.order))
    return cluster(told, scale or Scale(Echoes(told)), Rulings())


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
    assert sorted(len(g.cards) for g in groups) == [1, 2]
    assert all(not ({told[0].id, told[2].id} <= {c.id for c in g.cards}) for g in groups)


def test_every_group_has_a_link_fewer_than_claims(waves: list[Said], cards: Cards) -> None:
    assert all(len(g.links) == len(g.cards) - 1 for g in grouped(cards(*waves)))


def test_copies_are_compared_as_one(say: Say, cards: Cards) -> None:
    told = cards(*(strike(say, "The grain mill at Brin burned.", f"s{n}", "day 4") for n in range(50)))
    found = twins(told, Bars(told))
    assert len({c.id for c in found.values()}) == 1
    assert [len(g.cards) for g in grouped(told)] == [50]


def test_a_plug_in_may_keep_claims_apart(waves: list[Said], say: Say, cards: Cards) -> None:
    def never(left: Claim, right: Claim) -> Slot:
        return Slot(name="mine", score=-1.0, weight=0.0, reason="an editor's rule", veto=True)

    told = cards(*waves, say(waves[0][0].text, "post", "aerial_attack"), say(waves[0][0].text, "wire", "aerial_attack"))
    assert len(grouped(told, Scale(Echoes(told), (never,)))) == len(told)
