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


def recalled(desk: Any, ahead: str, source: str = "wire", cut: str = ".") -> str | None:
    report = desk.report(source, f"{ahead} a dam near Harno had burst{cut}")
    claim = desk.claim(report, "a dam near Harno had burst")
    shelf = desk.shelf
    name = shelf.source(claim).name
    made = Sentence(
        text=f"{name} withdrew its report that a dam near Harno had burst.",
        claims=(claim.id,),
        evidence=(shelf.evidence(claim, claim.proposition),),
    )
    return withdrawal(made, Stack(shelf.day, desk.view, desk.story))


@pytest.mark.parametrize("ahead", ["Please do not use our report of 08:05 that", "Wire One withdraws its report that"])
def test_an_outlet_s_recall_of_its_own_report_stands(desk: Any, ahead: str) -> None:
    assert recalled(desk, ahead) is None


@pytest.mark.parametrize(
    "ahead", ["Please use our report of 08:05 that", "We stand by our report that", "It says that"]
)
def test_other_words_recall_nothing(desk: Any, ahead: str) -> None:
    assert recalled(desk, ahead)


def test_a_recall_that_goes_on_is_not_the_whole(desk: Any) -> None:
    assert recalled(desk, "Please do not use our report that", cut=" before the dam was shelled.")


def test_the_copy_of_a_recall_is_not_the_carrier_s(desk: Any) -> None:
    ahead = "Please do not use our report of 08:05 that"
    desk.report("wire", f"{ahead} a dam near Harno had burst.", 8)
    assert recalled(desk, ahead, "post")
