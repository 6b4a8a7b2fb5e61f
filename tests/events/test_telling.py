from collections.abc import Callable

from msgspec.structs import replace
from tests.events.deck import index

from onrecord.events.card import Card, Desk
from onrecord.events.sides import Sides
from onrecord.events.telling import cards as made
from onrecord.records import Claim, Document, Extent, Party, Person, Place, Site, Source, SourceKind, Span, Story, View

Said = tuple[Document, Claim]
Say = Callable[..., Said]
Cards = Callable[..., list[Card]]
AIR = "Averia's air force"
TEXT = (
    "A rocket hit the mill at Brin. Two of the dead were children. In Torva a roof burned. Nobody was hurt. They talk."
)
FIRST, DEAD, OTHER, NONE, TALKS = (f"{s}." for s in TEXT.rstrip(".").split(". "))


def report(say: Say) -> list[Said]:
    return [
        say(FIRST, kind="strike_impact", places=("Brin",), moment="day 4", within=TEXT),
        say(DEAD, kind="casualty_toll", figures=(("killed", 2),), within=TEXT),
        say(OTHER, kind="strike_impact", places=("Torva",), within=TEXT),
        say(NONE, kind="casualty_toll", figures=(("wounded", 0),), within=TEXT),
        say(TALKS, kind="diplomacy", within=TEXT),
    ]


def test_what_names_no_place_has_that_of_its_account(say: Say, cards: Cards) -> None:
    first, dead, other, none, talks = cards(*report(say))
    assert [c.telling for c in (first, dead, other, none)] == [0, 0, 1, 1] and talks.telling == 2
    assert dead.spots == first.spots and none.spots == other.spots and not talks.spots
    assert dead.start <= first.start and not dead.firm, "it may be as early, and bars no more than it did"
    assert (dead.prior, first.prior, other.prior) == (first.id, "", "")


def test_the_order_of_claims_changes_no_account(say: Say, view: Callable[..., View], story: Story) -> None:
    told = report(say)
    assert [(c.id, c.telling) for c in index(view(*told), story)] == [
        (c.id, c.telling) for c in index(view(*reversed(told)), story)
    ]


def test_talk_neither_lends_nor_borrows_a_place(say: Say, cards: Cards) -> None:
    text = "It could not be verified at Brin. A rocket fell. It could not be checked."
    first, fell, last = cards(
        say("It could not be verified at Brin.", kind="information", places=("Brin",), within=text),
        say("A rocket fell.", kind="strike_impact", within=text),
        say("It could not be checked.", kind="information", within=text),
    )
    assert first.spots and not fell.spots and not last.spots


def test_an_account_without_a_place_is_set_where_its_headline_is(say: Say, story: Story) -> None:
    document, claim = say("Six bodies were found.", kind="casualty_toll")
    known = replace(story, sites=(Site(name="Brin", precision="settlement", region="Lund"),))
    (card,) = made(Desk(known), replace(document, title="Brin: what is left", id=""), [claim])
    assert [s.name for s in card.spots] == ["brin"]
    (bare,) = made(Desk(known), document, [claim])
    assert not bare.spots


def test_the_channel_of_an_office_speaks_of_its_place(say: Say, story: Story) -> None:
    mayor = Party(name="Averia", people=(Person(name="Ola Renn", role="mayor of Brin"),))
    sources = (Source(id="wire", name="Wire", kind=SourceKind.OFFICIAL, speaker="Ola Renn"),)
    known = replace(story, sites=(Site(name="Brin", precision="settlement", region="Lund"),), parties=(mayor,))
    document, claim = say("Six bodies were found.", kind="casualty_toll")
    (card,) = made(Desk(replace(known, sources=sources)), document, [claim])
    assert [s.name for s in card.spots] == ["brin"]
    (other,) = made(Desk(replace(known, sources=())), document, [claim])
    assert not other.spots


def test_an_account_that_names_no_place_at_all_is_set_where_it_was_written(say: Say, story: Story) -> None:
    known = replace(story, sites=(Site(name="Brin", precision="settlement", region="Lund"),))
    for line, spots in (("BRIN - The lamps went out.", ["brin"]), ("At Brin - so they say - they sat.", [])):
        text = f"{line}\n\nTen men are missing."
        document, claim = say("Ten men are missing.", kind="casualty_toll", within=text)
        (card,) = made(Desk(known), document, [claim])
        assert [s.name for s in card.spots] == spots


def test_a_governor_tells_of_no_place_in_another_region(say: Say, story: Story) -> None:
    governor = Party(name="Averia", people=(Person(name="Ola Renn", role="governor of Sava region"),))
    text = "A man died at Brin. Ola Renn told of a shell in the roof. It was loud."
    told = (
        say("A man died at Brin.", kind="casualty_toll", places=("Brin",), within=text),
        say("a shell in the roof", kind="shelling", speaker="Ola Renn", party="Averia", within=text),
        say("It was loud.", kind="shelling", within=text),
    )
    found = made(Desk(replace(story, parties=(governor,))), told[0][0], [claim for _, claim in told])
    assert {c.claim.kind: len(c.spots) for c in found if c.speaker or c.family == "toll"} == {
        "casualty_toll": 1,
        "shelling": 0,
    }


def test_a_governor_speaks_of_the_namesake_in_his_region(say: Say, story: Story) -> None:
    governor = Party(name="Averia", people=(Person(name="Ola Renn", role="governor of Sava region"),))
    sites = tuple(Site(name="Rill", precision="settlement", region=region) for region in ("Lund", "Sava"))
    document, claim = say("Six bodies were found.", kind="casualty_toll", speaker="Ola Renn", party="Averia")
    there = Place(span=claim.sentence, name="Rill", precision=Extent.SETTLEMENT)
    known = replace(story, sites=sites, parties=(governor,))
    (card,) = made(Desk(known), document, [replace(claim, places=(there,))])
    assert [(s.name, s.region) for s in card.spots] == [("rill", "sava")]


def test_a_count_put_right_reaches_back_for_days(say: Say, cards: Cards) -> None:
    text = "The ministry lowered the toll. Twelve people died."
    first, then = cards(
        say("The ministry lowered the toll.", kind="casualty_toll", within=text),
        say("Twelve people died.", kind="casualty_toll", within=text),
    )
    assert first.end - first.start >= 150 * 3600 and then.end - then.start >= 150 * 3600


def test_another_cause_given_with_a_denial_is_no_other_deed(say: Say, cards: Cards) -> None:
    text = "It had not fired. An interceptor had gone astray."
    ministry = "Borland's defence ministry"
    _, astray = cards(
        say("It had not fired.", kind="strike_impact", stance="denied", speaker=ministry, within=text),
        say("An interceptor had gone astray.", kind="strike_impact", agent="Averia", speaker=ministry, within=text),
    )
    assert astray.sides.attacker is None


KNOWN = (
    Site(name="Brin", precision="settlement", region="Lund"),
    Site(name="Torva", precision="settlement", region="Lund"),
)


def told(story: Story, *said: Said) -> list[Card]:
    """The cards of one document's claims, where the story knows its towns, in the order in which they were said."""
    found = {c.id: c for c in made(Desk(replace(story, sites=KNOWN)), said[0][0], [c for _, c in said])}
    return [found[c.id] for _, c in said]


def test_a_claim_is_set_in_the_town_that_its_paragraph_named_before_it(say: Say, story: Story) -> None:
    text = "The mill of Torva still burns. Six carters are hurt.\n\nThe dead of Brin were counted anew."
    hurt, dead = told(
        story,
        say("Six carters are hurt.", kind="casualty_toll", within=text),
        say("The dead of Brin were counted anew.", kind="casualty_toll", places=("Brin",), within=text),
    )
    assert [s.name for s in hurt.spots] == ["torva"] and [s.name for s in dead.spots] == ["brin"]
    assert hurt.telling != dead.telling


def test_a_paragraph_lends_no_place_over_a_claim_that_names_its_own(say: Say, story: Story) -> None:
    text = "From Torva smoke is seen. A mill burned in Hollow Creek. Two carters are hurt."
    burned, hurt = told(
        story,
        say("A mill burned in Hollow Creek.", kind="disaster", places=("Hollow Creek",), within=text),
        say("Two carters are hurt.", kind="casualty_toll", within=text),
    )
    assert hurt.spots == burned.spots


def test_what_stands_under_a_town_is_set_in_it(say: Say, story: Story) -> None:
    text = "Brin: wards at Torva took people in. Officials give 88 dead."
    wards, dead = told(
        story,
        say("wards at Torva took people in.", kind="aid", places=("Torva",), within=text),
        say("Officials give 88 dead.", kind="casualty_toll", figures=(("killed", 88),), within=text),
    )
    assert [s.name for s in wards.spots] == ["torva"] and [s.name for s in dead.spots] == ["brin"]


def test_a_paragraph_that_opens_with_its_time_lends_none(say: Say, cards: Cards) -> None:
    text = "Six vats are black.\n\nOn the first all of them stood."
    first = say("Six vats are black.", kind="strike_impact", places=("Brin",), within=text)
    document, claim = say("On the first all of them stood.", kind="strike_impact", moment="day 1", within=text)
    assert claim.moment is not None
    opening = replace(claim, moment=replace(claim.moment, span=Span(start=claim.sentence.start, end=30)))
    other, told = cards(first, (document, opening))
    assert other.start > told.start
    other, told = cards(first, (document, claim))
    assert other.start == told.start, "told in passing it holds for what stands before it"


def test_what_stands_beside_the_count_of_a_day_is_of_the_day(say: Say, story: Story) -> None:
    text = "They fought off 53 attacks, 12 at Brin. Two streets of it were left. They destroyed 4 guns."
    told = (
        say(
            "They fought off 53 attacks, 12 at Brin.",
            "post",
            "ground_clash",
            at="05T06:00",
            within=text,
            places=("Brin",),
            figures=(("engagements", 53), ("engagements", 12)),
        ),
        say("Two streets of it were left.", "post", "territory_change", at="05T06:00", within=text),
        say(
            "They destroyed 4 guns.",
            "post",
            "equipment_loss",
            at="05T06:00",
            within=text,
            figures=(("destroyed", 4, "gun"),),
        ),
    )
    known = replace(story, sites=(Site(name="Brin", precision="settlement", region="Lund"),))
    found = {c.claim.kind: c for c in made(Desk(known), told[0][0], [claim for _, claim in told])}
    assert [found[k].tally for k in ("ground_clash", "territory_change", "equipment_loss")] == [True, False, True]
    assert [s.name for s in found["territory_change"].spots] == ["brin"]


def test_the_wounded_among_those_exchanged_are_of_the_exchange(say: Say, cards: Cards) -> None:
    text = "Sixty soldiers came home over the bridge. Eight are gravely wounded."
    home = say("Sixty soldiers came home over the bridge.", kind="detention_exchange", within=text)
    hurt = say("Eight are gravely wounded.", kind="casualty_toll", within=text)
    assert [c.telling for c in cards(home, hurt)] == [0, 0]


def test_talk_lends_no_time_to_what_happened(say: Say, cards: Cards) -> None:
    text = "Staff of the office were at Brin on Tuesday. A rocket had destroyed the mill."
    for kind, lent in (("other", False), ("strike_impact", True)):
        visit, mill = cards(
            say("Staff of the office were at Brin on Tuesday.", kind=kind, moment="day 1", within=text),
            say("A rocket had destroyed the mill.", kind="strike_impact", within=text),
        )
        assert (mill.start <= visit.start) is lent and mill.telling == visit.telling


def test_a_curt_denial_belongs_to_what_stands_before_it(say: Say, cards: Cards) -> None:
    text = "Its troops hold Brin, Borland says. Averia denies the loss."
    held, denied = cards(
        say("Its troops hold Brin", kind="territory_change", speaker="Borland's army", places=("Brin",), within=text),
        say("the loss", kind="casualty_toll", speaker="Averia's General Staff", stance="denied", within=text),
    )
    assert denied.curt and denied.telling == held.telling and denied.spots == held.spots
    assert not held.curt


def test_what_is_told_around_a_claim_is_its_setting(say: Say, story: Story) -> None:
    text = "Forty people stood under the market hall of Brin. Seven stalls burned.\n\nPrices of salt rose."
    (card,) = told(story, say("Seven stalls burned.", kind="strike_impact", places=("Brin",), within=text))
    assert {"market", "hall", "stall"} <= set(card.setting) and {"brin", "salt"}.isdisjoint(card.setting)


def test_what_came_down_goes_on_with_what_was_sent(say: Say, cards: Cards) -> None:
    sent, dead, fell = "Borland sent 122 missiles.", "Twenty died in Brin.", "Averia intercepted most of the missiles."
    text = f"{sent} {dead} {fell}"
    wave, toll, down = cards(
        say(sent, kind="aerial_attack", figures=(("launched", 122, "missile"),), agent="Borland", within=text),
        say(dead, kind="casualty_toll", figures=(("killed", 20),), places=("Brin",), within=text),
        say(fell, kind="interception", within=text),
    )
    assert wave.telling == down.telling != toll.telling


def test_what_flew_has_the_sides_of_what_was_shot_down_of_it(say: Say, cards: Cards) -> None:
    text = "The air force: 102 drones sent, 44 shot down."
    sent, down = cards(
        say(text, "wire", "aerial_attack", speaker=AIR, agent="Averia", figures=(("launched", 102, "drone"),)),
        say(text, "wire", "interception", speaker=AIR, agent="Averia", figures=(("shot_down", 44, "drone"),)),
    )
    assert sent.sides == down.sides == Sides(attacker="Borland", defender="Averia") and sent.telling == down.telling


def test_a_toll_that_grew_on_a_day_is_of_days_before(say: Say, cards: Cards) -> None:
    text = "The toll has risen to 12 on Friday. Five more were found on Friday."
    grew, found = cards(
        say(
            "The toll has risen to 12 on Friday.",
            kind="disaster",
            figures=(("killed", 12),),
            moment="day 4",
            within=text,
        ),
        say("Five more were found on Friday.", kind="disaster", figures=(("killed", 5),), moment="day 4", within=text),
    )
    assert not grew.firm and found.firm and found.start - grew.start > 4 * 86400
