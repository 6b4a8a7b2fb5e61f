from collections.abc import Callable

from onrecord.events.card import Card
from onrecord.events.grams import Grams
from onrecord.events.passages import passages
from onrecord.records import Claim, Document

Said = tuple[Document, Claim]
Say = Callable[..., Said]
Cards = Callable[..., list[Card]]


def test_a_passage_has_its_neighbours_beside_it(say: Say, cards: Cards) -> None:
    text = "The dam broke. The mill at Brin stood under water. Trains stood still."
    (one,) = passages(cards(say("The mill at Brin stood under water.", within=text)), Grams())
    begin, end = one.window
    assert " ".join(one.words[begin:end]) == "the dam broke the mill at brin stood under water trains stood still"
    assert (len(one.own), len(one.around)) == (3, 9)
    assert one.runs()[0] == "the dam broke the mill" and len(one.runs()) == 9


def test_a_short_text_is_one_shingle(say: Say, cards: Cards) -> None:
    grams = Grams()
    told = cards(say("No casualties."), say("No  casualties", "post"), say("No damage.", "air"))
    first, second, third = (passages([card], grams)[0].own.tolist() for card in told)
    assert len(first) == 1 and first == second != third


def test_a_short_sentence_is_a_shingle_of_its_own_and_none_of_its_window(say: Say, cards: Cards) -> None:
    text = "The mill at Brin stood under water. Trains stopped. Nobody was hurt at the station."
    (one,) = passages(cards(say("Trains stopped.", within=text)), Grams())
    assert len(one.own) == 1 and len(one.around) == 11 and one.own[0] not in one.around


def test_claims_of_one_sentence_share_a_passage(say: Say, cards: Cards) -> None:
    text = "The mill at Brin burned. Trains stood still."
    told = [say(part, within=text) for part in ("The mill at Brin", "Brin burned", "Trains")]
    found = passages(sorted(cards(*told), key=lambda c: c.order), Grams())
    assert sorted(len(p.cards) for p in found) == [1, 2]
    assert all(p.order == p.cards[0].order for p in found)
