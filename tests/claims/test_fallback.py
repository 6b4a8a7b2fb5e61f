"""The patterns add what was missed, and nothing where the encoder saw something."""

import pytest

from onrecord.claims.cast import Cast
from onrecord.claims.fallback import missed, subject
from onrecord.claims.naming import speaks, stands
from onrecord.records import Attribution, Span


def words(text: str, span: Span | None) -> str | None:
    return span.of(text) if span else None


def found(text: str, cast: Cast, *heard: Attribution) -> list[tuple[str | None, str | None, str]]:
    made = missed(
        text,
        Span(start=0, end=len(text)),
        heard,
        lambda phrase: speaks(phrase, cast),
        lambda phrase: stands(phrase, cast),
    )
    return [(words(text, a.speaker), words(text, a.cue), a.content[0].of(text)) for a in made]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dale: Tolland fired 93 missiles", ("Dale", ":", "Tolland fired 93 missiles")),
        ("Tolland fired 93 missiles - ministry", ("ministry", "-", "Tolland fired 93 missiles")),
        ("Tolland fired 93 missiles (source: ministry).", ("ministry", "(source: ", "Tolland fired 93 missiles")),
        ("Tolland fired 93 missiles (ministry, noon count)", ("ministry", "(", "Tolland fired 93 missiles")),
        ("Tolland fired 93 missiles: ministry", ("ministry", ":", "Tolland fired 93 missiles")),
        ("Tolland fired 93 missiles, says Dale", ("Dale", "says", "Tolland fired 93 missiles")),
        ("According to the mayor, it rained.", ("the mayor", "According to", "it rained")),
        ("It rained all day, according to the mayor.", ("the mayor", "according to", "It rained all day")),
        ("By the reckoning of the mayor, it rained.", ("the mayor", "By the reckoning of", "it rained")),
        ("It rained all day, by the tally of the mayor.", ("the mayor", "by the tally of", "It rained all day")),
        (
            "Tolland has neither confirmed nor denied the strike.",
            ("Tolland", "has neither confirmed nor denied", "the strike"),
        ),
        ("The mayor put the toll at ten.", ("The mayor", "put", "the toll at ten")),
        ("The General Staff counts five drones.", ("The General Staff", "counts", "five drones")),
        ("Dale called for more help.", ("Dale", "called for", "more help")),
    ],
)
def test_missed(text: str, expected: tuple[str, str, str], cast: Cast) -> None:
    assert found(text, cast) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Weather: rain in the north today",
        "War in Varland: what we know so far",
        "Note: the road to the coast is closed",
        "The team put the ball in the net.",
        "Prices rose, according to plan.",
        "They were judged by the figures of the dance.",
        "They urged.",
    ],
)
def test_not_missed(text: str, cast: Cast) -> None:
    assert found(text, cast) == []


def test_nothing_is_added_where_something_was_seen(cast: Cast) -> None:
    text = "According to the mayor, it rained."
    seen = Attribution(speaker=Span(start=13, end=22), cue=Span(start=0, end=12), content=(Span(start=24, end=33),))
    assert found(text, cast, seen) == []


def test_subject_is_the_phrase_before_a_cue() -> None:
    text = "It rained, and the mayor said so"
    cue = Span(start=text.index("said"), end=text.index("said") + 4)
    there = subject(text, Span(start=0, end=len(text)), cue, lambda phrase: phrase == "the mayor")
    assert there is not None
    assert there.of(text) == "the mayor"
    assert subject(text, Span(start=0, end=len(text)), cue, lambda _: False) is None
