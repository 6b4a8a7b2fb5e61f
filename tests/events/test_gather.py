from collections.abc import Callable

from onrecord.events.card import Card
from onrecord.events.gather import kind, moment, place, rises
from onrecord.records import Claim, Document

Said = tuple[Document, Claim]
Say = Callable[..., Said]
Cards = Callable[..., list[Card]]


def test_the_most_specific_kind_that_a_quarter_has(say: Say, cards: Cards) -> None:
    told = cards(*(say(f"{n}.", "post", "aerial_attack") for n in range(5)), say("Hit.", "post", "strike_impact"))
    assert kind(told) == "aerial_attack"
    assert kind(told[3:]) == "strike_impact"
    assert kind(cards(say("Hm.", kind="other"), say("So.", kind="legal"))) == "legal"


def test_the_time_that_all_share(say: Say, cards: Cards) -> None:
    found = moment(cards(say("A.", moment="day 4"), say("B.", moment="night 4"), say("C.")))
    assert found and found.earliest and found.latest
    assert (found.earliest.hour, found.latest.hour, found.latest.day, found.rule) == (0, 6, 4, "intersection")
    assert moment(cards(say("C."))) is None


def test_the_most_precise_place_that_nothing_excludes(say: Say, cards: Cards) -> None:
    def named(*sets: tuple[str, ...]) -> str | None:
        found = place(cards(*(say(f"{n}.", kind="strike_impact", places=s) for n, s in enumerate(sets))))
        return found.name if found else None

    assert named(("Lund region",), ("Brin",), ("Averia",)) == "Brin"
    assert named(("Brin",), ("Brin", "Sava region")) == "Brin"
    assert named(()) is None


def test_a_wave_over_many_regions_has_no_one_place(waves: list[Said], cards: Cards) -> None:
    assert place(cards(*waves[2:])) is None


def test_words_say_that_a_toll_grew(say: Say, cards: Cards) -> None:
    def grew(text: str, kind: str = "casualty_toll") -> bool:
        return rises(cards(say(text, kind=kind, figures=(("killed", 10),)))[0])

    assert grew("The number of dead had increased to 10.") and grew("The toll has risen to 10.")
    assert grew("Later, the governor spoke of 10 dead.")
    assert not grew("Ten people died.") and not grew("Ten died in fighting later.")
    assert not grew("Prices rose after 10 were killed.", "sanction")
