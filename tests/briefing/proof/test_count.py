from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.briefing.proof.count import Fact, numbers, parse, tally
from onrecord.briefing.proof.stack import Stack
from onrecord.briefing.proof.statement import form
from onrecord.records import Measure, Operator


def test_a_tally_is_taken_apart() -> None:
    parsed = parse(
        "it shot down 58 of at least 132 Sudlandish drones launched in the night to 14 May "
        "and that 72 were lost to electronic warfare; two returned to Sudland."
    )
    assert parsed is not None
    assert parsed.active
    assert parsed.owner == "Sudlandish"
    assert parsed.time == " in the night to 14 May"
    assert parsed.facts == (
        Fact(Measure.LAUNCHED, 132, Operator.AT_LEAST, "drones"),
        Fact(Measure.SHOT_DOWN, 58, Operator.EXACT, "drones"),
        Fact(Measure.LOST_TO_EW, 72, Operator.EXACT),
        Fact(Measure.RETURNED, 2, Operator.EXACT, "", "Sudland"),
    )


def test_where_a_wave_flew_is_read() -> None:
    whole = parse("it shot down 58 of 132 drones launched at Vell on 14 May.")
    part = parse("that 58 drones were shot down over Vell.")
    assert whole is not None and (whole.where, whole.time) == ("Vell", " on 14 May")
    assert part is not None and (part.where, part.time) == ("Vell", "")


@pytest.mark.parametrize(
    "text",
    [
        "it shot down 58 of 132 drones launched",
        "it shot down some drones.",
        "that 58 drones was shot down.",
        "that 58 drones were shot down and that many were lost to electronic warfare.",
        "that 58 drones were shot down; two returned.",
        "that 58 drones were massively shot down.",
    ],
)
def test_what_is_not_house_style_is_not_read(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("text", "value"), [("two hundred", 200), ("1,026", 1026), ("a dozen", 12), ("no casualties", 0), ("some 58", 58)]
)
def test_numbers_of_a_few_words(text: str, value: float) -> None:
    assert value in set(numbers(text))


def test_a_claim_that_adds_no_figure_is_not_cited(full: Any) -> None:
    """Else a tally may seem to rest on more than it does: on its report's own headline beside it."""
    stack = Stack(full.shelf.day, full.view, full.story)
    told = next(s for part in full.write().sections for s in part.sentences if form(s.text) == "tally")
    assert tally(told, stack, set()) is None
    lead = stack.claims[told.claims[0]]
    again = replace(lead, id="", proposition=replace(lead.proposition, end=lead.proposition.end - 1))
    stack.claims[again.id] = again
    more = replace(told, id="", claims=(*told.claims, again.id))
    assert tally(more, stack, set()) == "it cites a claim of which it tells nothing"
