import pytest

from onrecord.briefing.proof.statement import form, stutters
from onrecord.records import Evidence, Sentence, Span


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("Accounts of drones shot down differ: A said 1 and B said 2.", "differ"),
        ("No figure for people killed was found.", "absence"),
        ("A and B both reported a strike in Vell.", "joint"),
        ("A put casualties at 12 on 14 May, up from nine on 13 May.", "change"),
        ("A said that 58 drones were shot down.", "tally"),
        ("A said, citing preliminary data, that 58 drones were shot down.", "tally"),
        ("A said that a depot burned.", "unit"),
        ("A depot burned, A said.", "unit"),
    ],
)
def test_the_shape_of_a_sentence(text: str, shape: str) -> None:
    assert form(text) == shape


@pytest.mark.parametrize(
    ("text", "quote", "refused"),
    [
        ("A depot burned on on 14 May, A said.", "a depot burned on 14 May", True),
        ("A depot burned on 14 May, A said.", "a depot burned on 14 May", False),
        ("A had had a depot, B said.", "it had had a depot", False),
    ],
)
def test_no_word_stands_twice_that_was_said_once(text: str, quote: str, refused: bool) -> None:
    evidence = Evidence(document="d-1", span=Span(start=0, end=len(quote)), quote=quote, prefix="", suffix="")
    assert bool(stutters(Sentence(text=text, evidence=(evidence,), claims=("c-1",)))) is refused
