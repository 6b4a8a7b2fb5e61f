from collections.abc import Callable

from onrecord.events.card import Card
from onrecord.events.echo import Echoes
from onrecord.records import Claim, Document

Said = tuple[Document, Claim]
Say = Callable[..., Said]
Cards = Callable[..., list[Card]]
LEAD = "The dam above the old mill at Brin gave way on Sunday and water ran through four streets."
NEXT = "Forty families left their homes before noon, and the road to Torva was closed."
TAIL = "The mayor went to see the bridge later in the day."


def test_a_truncated_copy_is_found_and_its_words_shown(say: Say, cards: Cards) -> None:
    first = say(LEAD, "wire", within=f"{LEAD} {NEXT} {TAIL}", at="04T08:00")
    short = say("The dam above the old mill at Brin gave way on Sunday.", "post")
    found = cards(first, short)
    echoes = Echoes(found)
    assert echoes.holds(found[0].id, found[1].id) and echoes.holds(found[1].id, found[0].id)
    assert echoes.shared(found[0].id, found[1].id) == "the dam above the old mill at brin gave way on sunday"


def test_a_paraphrase_is_no_copy(say: Say, cards: Cards) -> None:
    found = cards(say(LEAD), say("Water flooded Brin after a dam failed near the mill.", "post"))
    assert not Echoes(found).sources


def test_a_copied_frame_with_another_figure_is_no_copy(say: Say, cards: Cards) -> None:
    frame = "Over the past day our defenders on the western front shot down {} enemy drones of all kinds."
    one, two = (
        say(frame.format(n), source, figures=(("shot_down", n, "drone"),)) for n, source in ((37, "wire"), (60, "post"))
    )
    assert not Echoes(cards(one, two)).sources


def test_two_named_speakers_never_share_words(say: Say, cards: Cards) -> None:
    told = cards(say(LEAD, "wire", speaker="Mayor Una Holt"), say(LEAD, "post", speaker="Governor Ilm Taro"))
    assert not Echoes(told).sources


def test_a_thousand_copies_cost_little(say: Say, cards: Cards) -> None:
    told = [say(LEAD, f"s{n}", at=f"04T{n // 60:02}:{n % 60:02}") for n in range(600)]
    echoes = Echoes(sorted(cards(*told), key=lambda c: c.order))
    assert max(map(len, echoes.sources.values())) <= 8


def test_a_text_is_looked_for_in_the_week_before(say: Say, cards: Cards) -> None:
    told = cards(
        say(LEAD, "wire", at="04T09:00"), say(LEAD, "post", at="11T08:00"), say(LEAD, "monitor", at="18T09:00")
    )
    assert Echoes(told).sources == {told[1].id: (told[0].id,)}


def test_when_the_original_is_forgotten_the_next_is_the_source(say: Say, cards: Cards) -> None:
    told = cards(
        *(say(LEAD, source, at=f"04T{hour}:00") for source, hour in (("wire", "08"), ("post", "09"), ("air", "10")))
    )
    echoes = Echoes(told)
    assert echoes.sources[told[2].id] == (told[0].id, told[1].id)
    echoes.change(told[:1], ())
    assert echoes.sources == {told[2].id: (told[1].id,)}
