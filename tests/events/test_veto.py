from collections.abc import Callable

import pytest

from onrecord.events.card import Card
from onrecord.events.veto import Bars, bar
from onrecord.records import Claim, Document

Said = tuple[Document, Claim]
Slots = dict[str, object]
TOTAL = (("casualties", 760120, "person", None, None, "cumulative"),)
DAY = (("engagements", 3, None, None, None, "daily"),)
CLASHES = (("engagements", 53),)
SOLDIERS = (("casualties", 208, None, None, None, None, "military"),)


@pytest.mark.parametrize(
    ("left", "right", "slot"),
    [
        ({"kind": "aerial_attack", "agent": "Averia"}, {"kind": "aerial_attack", "agent": "Borland"}, "sides"),
        ({"kind": "interception", "target": "Averia"}, {"kind": "aerial_attack", "agent": "Borland"}, "sides"),
        ({"kind": "strike_impact", "agent": "Averia"}, {"kind": "aerial_attack", "agent": "Borland"}, None),
        ({"kind": "strike_impact", "moment": "day 3"}, {"kind": "strike_impact", "moment": "day 4"}, "moments"),
        ({"kind": "strike_impact", "places": ("Brin",)}, {"kind": "casualty_toll", "places": ("Torva",)}, "places"),
        ({"kind": "casualty_toll", "figures": TOTAL}, {"kind": "casualty_toll"}, "totals"),
        ({"kind": "ground_clash", "figures": DAY}, {"kind": "territory_change", "places": ("Brin",)}, "totals"),
        ({"kind": "ground_clash", "figures": DAY}, {"kind": "ground_clash", "figures": CLASHES}, None),
        ({"kind": "casualty_toll", "figures": SOLDIERS}, {"kind": "territory_change"}, "totals"),
        ({"kind": "legal"}, {"kind": "strike_impact"}, "deeds"),
        (
            {"kind": "interception", "figures": (("shot_down", 37, "drone"),)},
            {"kind": "aerial_attack", "thing": "mill"},
            "aspects",
        ),
        (
            {"kind": "interception", "figures": (("shot_down", 6, "missile"),)},
            {"kind": "aerial_attack", "thing": "mill"},
            None,
        ),
        ({"kind": "diplomacy"}, {"kind": "detention_exchange"}, None),
        ({"kind": "strike_impact", "places": ("Brin",)}, {"kind": "strike_impact", "places": ("Lund region",)}, None),
        ({"kind": "strike_impact", "moment": "night 4"}, {"kind": "strike_impact", "moment": "day 4"}, None),
        (
            {"kind": "interception", "places": ("Ostra region",)},
            {"kind": "interception", "places": ("Kell region",)},
            None,
        ),
        ({"kind": "diplomacy", "stance": "denied"}, {"kind": "ground_clash"}, None),
    ],
)
def test_what_keeps_claims_apart(
    say: Callable[..., Said], cards: Callable[..., list[Card]], left: Slots, right: Slots, slot: str | None
) -> None:
    a, b = cards(say("One of them, 760,120.", "wire", **left), say("The other.", "post", **right))
    found, mirrored = bar(a, b), bar(b, a)
    assert (found and found[0], mirrored and mirrored[0]) == (slot, slot)
    bars = Bars([a, b])
    assert bars.apart(bars.reach(a), bars.reach(b)) is (slot is not None)


def test_two_claims_that_are_but_set_in_towns_are_not_kept_apart_by_them(
    say: Callable[..., Said], cards: Callable[..., list[Card]]
) -> None:
    dead = "The bus had left Brin. Four died."
    hurt = "The bus never came to Torva. Twelve were hurt."
    told = (
        say("The bus had left Brin.", kind="strike_impact", places=("Brin",), within=dead),
        say("Four died.", kind="casualty_toll", within=dead),
        say("The bus never came to Torva.", "post", "strike_impact", places=("Torva",), within=hurt),
        say("Twelve were hurt.", "post", "casualty_toll", within=hurt),
    )
    left, four, right, twelve = cards(*told)
    assert [s.name for s in (*four.spots, *twelve.spots)] == ["brin", "torva"]
    assert bar(four, twelve) is None, "neither says where it happened"
    for one, other in ((left, right), (left, twelve), (four, right)):
        assert (bar(one, other) or ("",))[0] == "places"
    bars = Bars([left, four, right, twelve])
    assert not bars.apart(bars.reach(four), bars.reach(twelve))
    assert bars.apart(bars.reach(left), bars.reach(twelve))


def test_the_waves_of_two_nights_are_two_though_the_second_is_told_an_hour_earlier(
    say: Callable[..., Said], cards: Callable[..., list[Card]]
) -> None:
    first, second = ("91 drones were shot down.", "air", "interception"), ("73 were shot down.", "air", "interception")
    night = say(*first, at="04T06:00", figures=(("shot_down", 91, "drone"),))
    for at, slot in (("05T05:00", "moments"), ("04T20:00", None)):
        found = bar(*cards(night, say(*second, at=at, figures=(("shot_down", 73, "drone"),))))
        assert (found and found[0]) == slot


@pytest.mark.parametrize(("kind", "slot"), [("territory_change", None), ("shelling", "moments")])
def test_who_holds_a_place_may_be_told_again_for_days(
    say: Callable[..., Said], cards: Callable[..., list[Card]], kind: str, slot: str | None
) -> None:
    first = say("It holds the north of Brin.", kind=kind, places=("Brin",), moment="day 3")
    later = say("It holds Brin.", "post", kind, at="07T18:00", places=("Brin",))
    found = bar(*cards(first, later))
    assert (found and found[0]) == slot
