"""A proposition without a subject is the speaker's act only where it follows the word of saying."""

import pytest

from onrecord.claims.elided import elided, trails
from onrecord.claims.marks import marks
from onrecord.records import Span, Speaker

VOICE = Speaker(name="Arland's army", party="Arland")


def doer(lead: str, part: str, word: str) -> str | None:
    text = lead + part
    span = Span(start=len(lead), end=len(text))
    seen = marks(text)
    mark = next(m for m in seen.of("trigger", span) if m.span.of(text) == word)
    found = elided(seen, span, mark, VOICE)
    return found.party if found else None


@pytest.mark.parametrize(
    ("lead", "part", "word", "party"),
    [
        ("The army denied ", "striking the hospital", "striking", "Arland"),
        ("The army claimed ", "to have captured Vesk", "captured", "Arland"),
        ("Boria struck a market, ", "killing six people", "killing", None),
        ("Boria hit a mill and ", "damaged a school", "damaged", None),
    ],
)
def test_whose_act_it_is(lead: str, part: str, word: str, party: str | None) -> None:
    assert doer(lead, part, word) == party


@pytest.mark.parametrize(
    ("text", "at", "goes"),
    [
        ("it fired on the port, hit a ferry", 22, True),
        ("it fired on the port, two died", 22, False),
        ("Killing six people", 0, False),
    ],
)
def test_a_clause_that_goes_on(text: str, at: int, goes: bool) -> None:
    assert trails(marks(text), Span(start=at, end=len(text))) is goes
