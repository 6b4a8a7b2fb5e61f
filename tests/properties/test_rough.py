"""What is hardly a text is read all the same: no fault, spans that are exact, time in proportion to its length."""

import pytest
from bench import rough
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.claims.extract import LONGEST, Extractor
from onrecord.records import Claim, Document, Reading, Span

READ = Extractor(rough.STORY)
KINDS = sorted(rough.KINDS)
PIECES = st.one_of(
    st.tuples(st.sampled_from(KINDS), st.integers(1, 160)).map(lambda drawn: rough.KINDS[drawn[0]](drawn[1])),
    st.text(alphabet=rough.QUOTES + "\u00ad\u200f\u202e\u00a0\u2028 \n.,-:&<>", max_size=12),
)
FAR = 6
"""Four times as long may take this many times as long: some of the difference is chance."""


def read(text: str) -> Reading:
    return READ(Document(source="wire", address="wire", title="", text=text))


def spans(claim: Claim) -> list[Span]:
    said = claim.attribution
    some = (said.speaker, said.cue, said.venue, claim.hedge, *said.content, *said.chain)
    sides = (claim.agent, claim.target, claim.object, claim.weapon)
    more = [part.span for part in (*sides, *claim.quantities, *claim.places) if part is not None]
    return [claim.proposition, claim.sentence, *(span for span in some if span is not None), *more]


def exact(reading: Reading) -> None:
    """Every span has characters of its own document, and begins and ends with what is no white space."""
    text = reading.document.text
    for claim in reading.claims:
        assert claim.sentence.holds(claim.proposition)
        for span in spans(claim):
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text) == span.of(text).strip()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [0, 1, 7, 300, 2000])
def test_what_is_hardly_a_text_is_read(kind: str, size: int) -> None:
    reading = read(rough.KINDS[kind](size))
    exact(reading)
    assert [p.message for p in reading.problems if "--published" not in p.message] == []


@settings(max_examples=80, deadline=None)
@given(st.lists(PIECES, max_size=8).map("".join))
def test_so_is_any_mix_of_it(text: str) -> None:
    reading = read(text)
    exact(reading)
    assert read(text) == reading


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_time_grows_with_length(kind: str) -> None:
    made = rough.KINDS[kind]
    read(made(4000))
    # What else the machine does can only lengthen a reading: the shortest of a few is its time.
    short, long = (min(rough.seconds(READ, made(size)) for _ in range(3)) for size in (4000, 16_000))
    assert long < FAR * short + 0.2


@pytest.mark.slow
def test_five_million_characters_in_a_line_are_read_up_to_a_point() -> None:
    text = rough.commas(5_000_000)
    reading = read(text)
    assert "only the first" in reading.problems[-1].message
    assert rough.seconds(READ, text) < 30
    assert max((span.end for claim in reading.claims for span in spans(claim)), default=0) <= LONGEST
