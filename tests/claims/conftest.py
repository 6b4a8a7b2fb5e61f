"""One invented story for the tests of reading: Varland at war with Tolland."""

from datetime import UTC, date, datetime
from typing import Protocol

import pytest

from onrecord.claims.cast import Cast
from onrecord.claims.extract import Extractor
from onrecord.claims.gazetteer import Gazetteer
from onrecord.claims.toponyms import Finder
from onrecord.records import Body, Document, Party, Person, Reading, Site, Source, SourceKind, Story

VARLAND = Party(
    name="Varland",
    adjectives=("Varlandish",),
    aliases=("Halvik",),
    bodies=(
        Body(name="Varland's air force", kind="armed-forces", aliases=("air force",)),
        Body(name="Varland's General Staff", kind="armed-forces", aliases=("General Staff",)),
        Body(name="Varland's foreign ministry", kind="ministry"),
    ),
    people=(
        Person(name="Jon Dale", role="Varland's president", pronoun="he", aliases=("President Dale",)),
        Person(name="Petra Lind", role="governor of Orle region", pronoun="she"),
    ),
)
TOLLAND = Party(
    name="Tolland",
    adjectives=("Tollish",),
    bodies=(Body(name="Tolland's defence ministry", kind="ministry", aliases=("Tollish defence ministry",)),),
)
STORY = Story(
    title="War in Varland",
    first_day=date(2024, 1, 1),
    time_zone="UTC",
    parties=(VARLAND, TOLLAND),
    sources=(
        Source(id="wire", name="Wire", kind=SourceKind.WIRE),
        Source(id="air", name="Channel", kind=SourceKind.OFFICIAL, party="Varland", speaker="Varland's air force"),
    ),
)


class Read(Protocol):
    def __call__(self, text: str, source: str = "wire", dated: bool = True, language: str = "en") -> Reading: ...


@pytest.fixture(scope="session")
def story() -> Story:
    return STORY


@pytest.fixture(scope="session")
def cast(story: Story) -> Cast:
    return Cast(story)


@pytest.fixture(scope="session")
def read(story: Story) -> Read:
    """The reader of the story, as text to reading."""
    extractor = Extractor(story)

    def reading(text: str, source: str = "wire", dated: bool = True, language: str = "en") -> Reading:
        published = datetime(2024, 12, 14, 12, tzinfo=UTC) if dated else None
        document = Document(source=source, address="a.txt", title="", text=text, published=published, language=language)
        return extractor(document)

    return reading


@pytest.fixture(scope="session")
def find() -> Finder:
    """Finds the names of places in a story with a party, a person and a site whose names are places' too."""
    story = Story(
        title="t",
        first_day=date(2022, 2, 24),
        time_zone="UTC",
        countries=("UA", "RU"),
        parties=(
            Party(name="Ukraine", adjectives=("Ukrainian",), aliases=("Kyiv",), country="UA"),
            Party(name="Russia", aliases=("Moscow",), country="RU", people=(Person(name="Anna Belgorod"),)),
        ),
        sites=(Site(name="Quell", aliases=("Old Quell",)),),
    )
    return Finder(story, Gazetteer.open())
