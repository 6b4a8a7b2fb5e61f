from typing import Any

import pytest

from onrecord.briefing.credit import theirs
from onrecord.briefing.unit import Unit


def unit(claim: Any) -> Unit:
    return Unit(claims=(claim,), spans=claim.attribution.content or (claim.proposition,))


@pytest.mark.parametrize(
    "text",
    [
        "A depot burned in Harno, by the count of the ministry in Vell.",
        "A depot burned in Harno, so Governor Olin Marr.",
        "A depot burned in Harno, as Governor Olin Marr has it.",
    ],
)
def test_what_a_report_credits_to_somebody_is_not_its_own(desk: Any, text: str) -> None:
    report = desk.report("wire", text)
    assert not theirs(unit(desk.claim(report, text)), desk.shelf)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("By the air force's account it was a short night. ", ""),
        ("", " The ministry of defence announced this in the morning."),
    ],
)
def test_so_is_what_its_neighbours_credit(desk: Any, before: str, after: str) -> None:
    told = "A depot burned in Harno."
    claim = desk.claim(desk.report("wire", f"{before}{told}{after}"), told)
    report = desk.documents[-1]
    at = report.text.index(told)
    sentence = type(claim.sentence)(start=at, end=at + len(told))
    assert not theirs(
        unit(
            type(claim)(
                **{f: getattr(claim, f) for f in claim.__struct_fields__ if f not in ("id", "sentence")},
                sentence=sentence,
            )
        ),
        desk.shelf,
    )


def test_what_is_taken_back_in_the_report_is_not_told(desk: Any) -> None:
    text = "The Vell Post reported that a cloud hung over Harno.\nNothing of that was right."
    claim = desk.claim(desk.report("post", text), "a cloud hung over Harno", speaker="The Vell Post", cue="reported")
    assert not theirs(unit(claim), desk.shelf)


def test_a_content_that_lost_its_verb_is_not_told(desk: Any) -> None:
    report = desk.report("wire", "That Norland had put a halt on the table was denied by Olin Marr.")
    claim = desk.claim(report, "Norland had | a halt on the table", speaker="Olin Marr", cue="was denied")
    assert not theirs(unit(claim), desk.shelf)
    whole = desk.report("wire", "A depot burned in Harno, Olin Marr said; nine houses were hit.")
    claim = desk.claim(whole, "A depot burned in Harno | nine houses were hit", speaker="Olin Marr", cue="said")
    assert theirs(unit(claim), desk.shelf)


def test_a_content_that_lost_its_number_is_not_told(desk: Any) -> None:
    report = desk.report("wire", "PRISONERS: 83 people of Harno came home, says Olin Marr.")
    claim = desk.claim(report, "people of Harno came home", speaker="Olin Marr", cue="says")
    assert not theirs(unit(claim), desk.shelf)


def test_an_hour_before_a_content_is_no_number_of_it(desk: Any) -> None:
    report = desk.report("wire", "08:15 Two spans of the bridge at Harno are down, says Olin Marr.")
    claim = desk.claim(report, "Two spans of the bridge at Harno are down", speaker="Olin Marr", cue="says")
    assert theirs(unit(claim), desk.shelf)


def test_a_report_s_own_sentence_is_not_given_to_whom_it_quoted_before(desk: Any) -> None:
    report = desk.report("wire", "A depot burned in Harno, Olin Marr said. Classes in Harno had been due to begin.")
    colour = desk.claim(report, "Classes in Harno had been due to begin.", speaker="Olin Marr", rule="follow-on")
    assert not theirs(unit(colour), desk.shelf)
    assert theirs(unit(desk.claim(report, "A depot burned in Harno", speaker="Olin Marr", cue="said")), desk.shelf)


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        ("", "A depot burned in Harno.", " The army said that it would go on."),
        ("", "A depot burned in Harno.", " So the trains stood still."),
        ("", "A depot burned in Harno, so Harno has no light.", ""),
        ("", "A depot burned in Harno.", " On Friday a brigade took it back."),
    ],
)
def test_what_goes_on_is_no_credit(desk: Any, before: str, text: str, after: str) -> None:
    report = desk.report("wire", f"{before}{text}{after}")
    assert theirs(unit(desk.claim(report, text)), desk.shelf)
