from collections.abc import Callable

from onrecord.events.card import Card
from onrecord.records import Claim, Document

Say = Callable[..., tuple[Document, Claim]]
Cards = Callable[..., list[Card]]


def test_entries_of_a_list_tell_each_of_its_own(say: Say, cards: Cards) -> None:
    lines = ("18:20 Three are dead.", "17:04 The bridge at Torva burned.", "16:10 The mill at Brin was hit.")
    sentences = [line[6:] for line in lines]
    numbered = [f"{n}. {sentence}" for n, sentence in enumerate(sentences, 1)]
    for text, told in (
        ("\n\n".join(lines), [0, 1, 2]),
        (" ".join(lines), [0, 0, 1]),
        ("\n\n".join(numbered), [0, 1, 2]),
    ):
        found = cards(
            say(sentences[0], kind="casualty_toll", within=text),
            say(sentences[1], kind="strike_impact", places=("Torva",), within=text),
            say(sentences[2], kind="strike_impact", places=("Brin",), within=text),
        )
        assert [c.telling for c in found] == told


def test_a_round_of_towns_lends_no_other_speaker_a_place(say: Say, cards: Cards) -> None:
    lines = ("There are 13.", "A third died at Brin.", "Torva was left.", "Rain fell on Hollow Creek.", "It shut.")
    voices = ("the rescue service of Averia", "Governor Ilm Taro", "Averia's General Staff", "Governor Ilm Taro", None)
    places = ((), ("Brin",), ("Torva",), ("Hollow Creek",), ())

    def told(count: int) -> list[Card]:
        text = " ".join(lines[:count])
        every = zip(lines[:count], voices, places, strict=False)
        return cards(*(say(t, kind="casualty_toll", speaker=v, places=p, within=text) for t, v, p in every))

    assert [len(c.spots) for c in told(5)] == [0, 1, 1, 1, 0]
    assert [len(c.spots) for c in told(3)] == [1, 1, 1], "a report of two towns is no round"
