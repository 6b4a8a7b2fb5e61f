from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.briefing.proof.stack import Stack
from onrecord.briefing.proof.statement import form
from onrecord.briefing.proof.withdrawal import withdrawal
from onrecord.records import Sentence


def told(desk: Any, after: str = "Nothing of that was right.") -> tuple[Sentence, Stack]:
    report = desk.report("post", f"This morning The Vell Post reported that a cloud hung over Harno.\n{after}")
    claim = desk.claim(report, "a cloud hung over Harno", speaker="The Vell Post", cue="reported")
    shelf = desk.shelf
    made = Sentence(
        text="The Vell Post withdrew its report that a cloud hung over Harno.",
        claims=(claim.id,),
        evidence=(shelf.evidence(claim, claim.proposition),),
    )
    return made, Stack(shelf.day, desk.view, desk.story)


def test_a_withdrawal_stands(desk: Any) -> None:
    made, stack = told(desk)
    assert form(made.text) == "withdrawn"
    assert withdrawal(made, stack) is None


def test_a_report_that_nobody_took_back_was_not_withdrawn(desk: Any) -> None:
    assert withdrawal(*told(desk, "It rained."))


@pytest.mark.parametrize(
    ("old", "new"), [("The Vell Post", "Wire One"), ("a cloud", "a flag"), ("over Harno", "over Brod")]
)
def test_outlet_and_words_are_the_report_s(desk: Any, old: str, new: str) -> None:
    made, stack = told(desk)
    assert withdrawal(replace(made, text=made.text.replace(old, new), id=""), stack)
