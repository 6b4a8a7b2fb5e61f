from typing import Any

from msgspec.structs import replace

from onrecord.briefing.proof import typed
from onrecord.briefing.proof.stack import Stack
from onrecord.records import Sentence


def told(desk: Any, words: str) -> tuple[Sentence, Stack]:
    made = desk.write()
    sentence = next(s for section in made.sections for s in section.sentences if words in s.text)
    return sentence, Stack(desk.shelf.day, desk.view, desk.story)


def test_both_must_report_it(desk: Any, tell: Any) -> None:
    tell["depot"](desk)
    made, stack = told(desk, "both reported")
    assert typed.joint(made, stack, set()) is None
    assert typed.joint(replace(made, text=made.text.replace("a strike", "shelling"), id=""), stack, set())
    assert typed.joint(replace(made, claims=made.claims[:1], id=""), stack, set())


def test_each_account_gives_its_own_figure(desk: Any, tell: Any) -> None:
    tell["clash"](desk)
    made, stack = told(desk, "differ")
    assert typed.differ(made, stack, set(), False) is None
    swapped = made.text.replace("15", "x").replace("11", "15").replace("x", "11")
    assert typed.differ(replace(made, text=swapped, id=""), stack, set(), False)


def test_a_change_is_of_one_speaker_and_of_today(desk: Any, tell: Any) -> None:
    tell["losses"](desk)
    made, stack = told(desk, "up from")
    assert typed.change(made, stack, set()) is None
    assert typed.change(replace(made, claims=tuple(reversed(made.claims)), id=""), stack, set())
    assert typed.change(replace(made, text=made.text.replace("up", "down"), id=""), stack, set())


def test_nothing_is_absent_where_a_report_speaks_of_it(desk: Any, tell: Any) -> None:
    tell["depot"](desk)
    claim = next(iter(desk.claims.values()))
    stack = Stack(desk.shelf.day, desk.view, desk.story)
    text = "No figure for people killed or injured in a strike in Vell region was found."
    evidence = desk.shelf.evidence(claim, claim.proposition)
    assert typed.absence(Sentence(text=text, evidence=(evidence,), claims=(claim.id,)), stack)


def test_lists() -> None:
    assert typed.joined(["a", "b", "c"]) == "a, b and c"
