"""Whose word a channel's text is by its own first words."""

from datetime import UTC, datetime

import msgspec
import pytest

from onrecord.claims.cast import Cast
from onrecord.claims.masthead import signed
from onrecord.claims.speakers import Voices
from onrecord.claims.text import sentences
from onrecord.records import Attribution, Document, Source, SourceKind, Span, Story


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Tarn city council. Order No. 7: the bridge is closed.", "official", "Tarn city council"),
        ("Summary of the Tarn fire service: two fires, one ship.", "official", "Tarn fire service"),
        ("Coast Command informs. Over the past day 20 shells fell.", "official", "Coast Command"),
        ("Lantern Watch: April in the air\n\nWe logged 96 strikes.", "ngo", "Lantern Watch"),
        ("Lantern Watch: April in the air\n\nWe logged 96 strikes.", "osint", None),
        ("Clarification. Yesterday we wrote of a bomb.", "official", None),
        ("Orle region: two drones down.", "official", None),
        ("On Friday, 3 May, the council met.", "official", None),
        ("The council has met. It rained.", "official", None),
        ("PRESS FREEDOM ALERT\n\nA photographer is missing.", "ngo", None),
    ],
)
def test_signed(text: str, kind: str, expected: str | None) -> None:
    found = signed(text, SourceKind(kind))
    assert (found and found.of(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("General Staff of Varland. Two fires were put out.", ("Varland's General Staff", "Varland")),
        ("Tarn city council. We were hit by Tollish drones.", ("Tarn city council", None)),
        ("Two fires were put out.", None),
    ],
)
def test_speaks(text: str, expected: tuple[str, str | None] | None, cast: Cast, story: Story) -> None:
    """A channel of which the story does not say for whom it speaks is whom its text begins with."""
    bare = Source(id="bare", name="Bare", kind=SourceKind.OFFICIAL)
    known = msgspec.structs.replace(story, sources=(*story.sources, bare))
    document = Document(source="bare", address="a", title="", text=text, published=datetime(2024, 12, 14, tzinfo=UTC))
    room = Voices(document, text, sentences(text), cast, known, lambda _: None)
    said = room.hear(Attribution(content=(Span(start=0, end=4),)), None)
    assert (said and (said.name, said.party)) == expected
