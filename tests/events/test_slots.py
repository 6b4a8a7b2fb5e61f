from collections.abc import Callable

from onrecord.events.card import Card
from onrecord.events.echo import Echoes
from onrecord.events.slots import compare, total
from onrecord.events.tables import weights
from onrecord.records import Claim, Document, Slot

Said = tuple[Document, Claim]
Say = Callable[..., Said]
Cards = Callable[..., list[Card]]


def rows(left: Card, right: Card) -> dict[str, Slot]:
    return {s.name: s for s in compare(left, right, Echoes([left, right]))}


def test_a_waterfall_can_be_read(waves: list[Said], cards: Cards) -> None:
    air, wire = cards(*waves[:2])
    found = rows(air, wire)
    assert found["figures"].reason == "both have 132 launched"
    assert found["sides"].reason == "in both Borland acts against Averia"
    assert found["moment"].reason == "the same time"
    assert found["speaker"].reason == "Averia's air force speaks in both"
    assert total(tuple(found.values())) >= weights().threshold
    assert all(s.weight == weights().slots[s.name] and -1 <= s.score <= 1 for s in found.values())


def test_what_is_unknown_adds_no_row(say: Say, cards: Cards) -> None:
    found = rows(
        *cards(say("A mill burned.", kind="disaster"), say("Trains stood still.", "post", "infrastructure_effect"))
    )
    assert found.keys() == {"kind", "moment", "words"}
    assert found["words"].score == weights().words.least


def test_figures_far_apart_count_against(say: Say, cards: Cards) -> None:
    told = [say(f"{n} killed.", "post", "casualty_toll", figures=(("killed", n, "person"),)) for n in (5, 90)]
    assert rows(*cards(*told))["figures"].score < 0


def test_the_next_sentence_of_a_speaker_is_context(say: Say, cards: Cards) -> None:
    text = "58 were shot down. 72 more were lost."
    first = say("58 were shot down.", "air", "interception", within=text)
    second = say("72 more were lost.", "air", "interception", within=text)
    assert rows(*cards(first, second))["context"].reason == "one account that runs on"
