"""Any text at all is read: spans lie inside it, nothing is raised, the same text reads the same."""

from datetime import UTC, date, datetime
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.claims.extract import Extractor
from onrecord.claims.text import sentences
from onrecord.records import Claim, Document, Party, Person, Span, Story

STORY = Story(
    title="T",
    first_day=date(2024, 1, 1),
    time_zone="Europe/Kyiv",
    parties=(Party(name="Varland", adjectives=("Varlandish",), people=(Person(name="Jon Dale", role="president"),)),),
)
READ = Extractor(STORY)

PIECES = st.sampled_from(
    [
        "the ministry said",
        " that 58 of 132 drones were shot down",
        " in Mar",
        ", according to Varland",
        ", a claim Dale denied",
        "Dale: ",
        "It said another 72 were lost.",
        "“",
        "”",
        '"',
        "\n",
        "\n\n",
        " citing preliminary data",
        " on Friday",
        " on Telegram",
        ". ",
        ", ",
        " and ",
        " could not be verified",
        "he fabricated the story that ",
        " neither confirmed nor denied ",
        "\u00a0",
        "\u00ad",
        "\u200f",
        "\u202e",
        "12 345",
        "МІНІСТЕРСТВО ",
        "死者は5人",
        "  ",
        "(Wire) - ",
        "MAR, Dec 14 ",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(PIECES, max_size=30).map("".join),
    st.lists(PIECES, max_size=30).map("".join).map(str.upper),
)


def spans(claim: Claim) -> list[Span]:
    said = claim.attribution
    some = (
        said.speaker,
        said.cue,
        said.venue,
        *said.content,
        *said.chain,
        claim.proposition,
        claim.sentence,
        claim.hedge,
    )
    more = [q.span for q in claim.quantities] + [p.span for p in claim.places]
    return [span for span in (*some, *more) if span is not None]


def read(text: str) -> tuple[Claim, ...]:
    published = datetime(2024, 12, 14, 12, tzinfo=UTC)
    return READ(Document(source="s", address="a", title="", text=text, published=published)).claims


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_text_is_read(text: str) -> None:
    claims = read(text)
    for claim in claims:
        assert claim.proposition.of(text).strip() == claim.proposition.of(text) != ""
        assert claim.sentence.holds(claim.proposition)
        assert all(0 <= span.start < span.end <= len(text) for span in spans(claim))
    assert claims == read(text)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_sentences_are_disjoint_and_lose_no_word(text: str) -> None:
    found = sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = {i for s in found for i in range(s.start, s.end)}
    assert all(c.isspace() or i in covered for i, c in enumerate(text))
