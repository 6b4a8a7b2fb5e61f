"""Whom a text means by an office of a place that names nobody: never the holder of the same office elsewhere."""

from datetime import UTC, date, datetime

import pytest

from onrecord.claims.cast import Cast
from onrecord.claims.seats import placed, seat
from onrecord.claims.speakers import Voices
from onrecord.claims.text import sentences
from onrecord.records import Attribution, Document, Party, Person, Span, Story

ONE = (Person(name="Ana Lind", role="governor of Orle region"),)
TWO = (*ONE, Person(name="Bo Rask", role="governor of Vantry region"), Person(name="Cai Holm", role="mayor of Vantry"))


def heard(marked: str, people: tuple[Person, ...]) -> list[str | None]:
    """The names of the speakers in [brackets], in order, in a story with these people."""
    parties = (Party(name="Varland", adjectives=("Varlandish",), people=people), Party(name="Tolland"))
    story = Story(title="T", first_day=date(2024, 1, 1), time_zone="UTC", parties=parties)
    text, spans = "", []
    for part in marked.split("["):
        phrase, closed, rest = part.partition("]")
        spans += [Span(start=len(text), end=len(text) + len(phrase))] if closed else []
        text += phrase + rest
    document = Document(source="wire", address="a", title="", text=text, published=datetime(2024, 12, 14, tzinfo=UTC))
    room = Voices(document, text, sentences(text), Cast(story), story, lambda _: None)
    cues = [Span(start=span.end, end=span.end + 1) for span in spans]
    found = [room.hear(Attribution(speaker=s, cue=c, content=(c,)), None) for s, c in zip(spans, cues, strict=True)]
    return [speaker.name if speaker else None for speaker in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Varland downed six drones over the hill region of Orle, [its governor] said.", ["Ana Lind"]),
        (
            "Varland downed six drones over the hill region of Quell, [its governor] said.",
            ["the governor of Quell region"],
        ),
        ("Six fell in Quell region, [the region's governor] said.", ["the governor of Quell region"]),
        ("Six fell in Quell province, [the provincial governor] said.", ["the governor of Quell province"]),
        ("[Ana Lind] spoke of rain. Six fell in Quell region, [the governor] said.", ["Ana Lind", "the governor"]),
        ("[Ana Lind] spoke of rain. Six fell, [the governor] said.", ["Ana Lind", "Ana Lind"]),
        ("Tolland hit a school in Orle region, [its governor] said.", ["Ana Lind"]),
        ("[The governor of the hill region of Orle] said so.", ["Ana Lind"]),
        ("[Orle's regional governor] said so.", ["Ana Lind"]),
        ("[The governor of Quell region] said so.", ["the governor of Quell region"]),
        ("[The deputy governor of Orle region] said so.", ["the deputy governor of Orle region"]),
        ("[The Tollish-installed governor of Orle region] said so.", ["the Tollish-installed governor of Orle region"]),
        ("[The governor of the Bank of Varland] said so.", ["the governor of the Bank of Varland"]),
    ],
)
def test_the_only_governor_of_a_story_is_not_every_governor(text: str, names: list[str]) -> None:
    assert heard(text, ONE) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Two died in Orle region and six drones fell over Vantry region, [its governor] said.", ["Bo Rask"]),
        ("Two died in Vantry region. Six drones fell over Orle region, [its governor] said.", ["Ana Lind"]),
        (
            "[Bo Rask] spoke. Over Orle region six fell, [the regional governor] said. [He] added.",
            ["Bo Rask", "Ana Lind", "Ana Lind"],
        ),
        ("A shop burnt in Vantry, [the city's mayor] said. It went out, [the mayor] added.", ["Cai Holm", "Cai Holm"]),
    ],
)
def test_it_is_that_of_the_place_told_last(text: str, names: list[str]) -> None:
    assert heard(text, TWO) == names


@pytest.mark.parametrize(
    ("noun", "office"), [("regional governor", "governor"), ("mayor", "mayor"), ("bank governor", ""), ("chief", "")]
)
def test_an_office_of_a_place(noun: str, office: str) -> None:
    assert placed(noun) == office


def test_the_place_of_an_office() -> None:
    assert seat(Person(name="Ana Lind", role="Tollish-installed head of Orle region")) == {"Orle"}
    assert seat(None) == frozenset()
