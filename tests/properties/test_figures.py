"""What must hold of the rules over any text: exact spans, no exceptions, linear time."""

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.claims.background import background
from onrecord.claims.cast import Cast
from onrecord.claims.figures import figures
from onrecord.claims.kinds import Kinds, names
from onrecord.claims.propositions import split
from onrecord.claims.roles import roles
from onrecord.claims.tallies import breaches
from onrecord.records import Party, Span, Speaker, Story

PARTIES = (Party(name="Arland", adjectives=("Arlandish",)), Party(name="Boria", adjectives=("Borian",)))
STORY = Story(title="T", first_day=date(2030, 1, 1), time_zone="UTC", parties=PARTIES)
KINDS, CAST = Kinds(STORY), Cast(STORY)
SPEAKER = Speaker(name="Boria", party="Boria")
BITS = [
    "killed",
    "58",
    "of",
    "132",
    "drones",
    ",",
    "shot down",
    "a",
    "boy",
    "and",
    "Boria",
    "Arlandish",
    "over",
    "Vesk region",
    "each",
    "half",
    "of them",
    "which",
    "no",
    "casualties",
    "(",
    ")",
    "“",
    "”",
    ";",
    ".",
    "more than",
    "twenty",
    "-",
    "three",
    "dozen",
    "the",
    "were",
    "lost",
    "by",
    "its forces",
    "$5m",
    "12 sq km",
    "on 14 December",
    "-year-old",
    "’s",
    "while",
    "said",
    "including",
    "all but two of the",
    "strike",
    "on",
    "depot",
    "hundreds",
    "to",
    "\u00a0",
    "\n",
]
TEXTS = st.one_of(st.text(max_size=120), st.lists(st.sampled_from(BITS), max_size=40).map(" ".join))


@given(TEXTS, st.data())
@settings(max_examples=300, deadline=None)
def test_every_rule_takes_any_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start=start, end=data.draw(st.integers(start, len(text))))
    parts = split(text, (span,), KINDS)
    assert all(span.holds(part) for part in parts)
    assert all(a.end <= b.start for a, b in pairwise(parts))
    kind = KINDS.of(text, span)
    assert kind in {*names(), "information", "other"}
    found = figures(text, span, kind)
    assert all(span.holds(q.span) for q in found)
    assert all(q.subset_of is None or (0 <= q.subset_of < len(found)) for q in found)
    assert all(q.value is not None or q.low is not None or q.high is not None for q in found)
    told = roles(text, span, kind, SPEAKER, CAST)
    assert all(part is None or span.holds(part.span) for part in (told.agent, told.target, told.object, told.weapon))
    assert isinstance(background(text, span, None, None), bool)
    assert isinstance(breaches(found), tuple)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_same_text_same_reading(text: str) -> None:
    span = Span(start=0, end=len(text))
    assert figures(text, span, "interception") == figures(text, span, "interception")
    assert [m.span.of(text) for m in CAST.mentions(text)] == [m.span.of(text) for m in CAST.inside(text, span)]


@pytest.mark.parametrize(
    "bit", ["58 drones, ", "killed a man and ", "58 of ", "twenty ", "over Vesk, ", "a man ", "more than ", "Boria "]
)
def test_time_grows_with_length(bit: str) -> None:
    def seconds(times: int) -> float:
        text = "It shot down " + bit * times
        span = Span(start=0, end=len(text))
        begin = time.process_time()
        kind = KINDS.of(text, span)
        figures(text, span, kind)
        roles(text, span, kind, SPEAKER, CAST)
        split(text, (span,), KINDS)
        return time.process_time() - begin

    seconds(200)
    assert seconds(8000) < 12 * (seconds(1000) + 0.05) + 1


def test_a_unit_cut_by_the_span_makes_no_figure() -> None:
    assert all(q.span.end <= 3 for q in figures("0SQ M", Span(start=0, end=3), "other"))
