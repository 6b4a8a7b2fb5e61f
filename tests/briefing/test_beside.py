from typing import Any

import pytest

from onrecord.records import Measure, Quantity, Span

MARR = {"speaker": "Olin Marr", "party": "Sudland", "cue": "said"}
STAFF = {"speaker": "Norland's staff", "party": "Norland", "cue": "said"}


def many(document: Any, words: str, value: int, thing: str = "person", measure: Measure = Measure.WOUNDED) -> Quantity:
    at = document.text.index(words)
    return Quantity(span=Span(start=at, end=at + len(words)), measure=measure, value=value, object=thing)


@pytest.mark.parametrize(
    ("number", "value", "between"), [("seven", 7, "said, while Norland's"), ("two", 2, "said; Norland's")]
)
def test_two_sides_that_count_one_thing_are_told_together(
    desk: Any, said: Any, number: str, value: int, between: str
) -> None:
    report = desk.report("wire", "Two people were wounded in Harno, Olin Marr said.")
    other = desk.report("post", f"Norland's staff said that a shell on the station wounded {number} men.")
    two = desk.claim(report, "Two people were wounded in Harno", counts=(many(report, "Two", 2),), **MARR)
    words = f"a shell on the station wounded {number} men"
    desk.event("casualty_toll", two, desk.claim(other, words, counts=(many(other, number, value),), **STAFF))
    briefing = desk.write()
    (told,) = said(briefing)
    assert between in told and "two people" in told.lower() and f"{number} men" in told
    assert not briefing.dropped


def test_what_was_damaged_and_what_was_destroyed_stand_together(desk: Any, said: Any) -> None:
    report = desk.report("wire", "Two houses were damaged in Harno, Olin Marr said.")
    other = desk.report("post", "Norland's staff said that six houses were destroyed in Harno.")
    two = many(report, "Two", 2, "house", Measure.DAMAGED)
    six = many(other, "six", 6, "house", Measure.DESTROYED)
    one = desk.claim(report, "Two houses were damaged in Harno", counts=(two,), **MARR)
    desk.event("strike_impact", one, desk.claim(other, "six houses were destroyed in Harno", counts=(six,), **STAFF))
    (told,) = said(desk.write())
    assert ", while " in told and "six houses" in told and "two houses" in told


def test_parts_of_two_tolls_are_not_held_against_each_other(desk: Any, said: Any) -> None:
    report = desk.report("wire", "Seven people, two of them children, were wounded in Harno, Olin Marr said.")
    other = desk.report(
        "post", "Norland's staff said that seven people, three of them children, were wounded in Harno."
    )
    counts = [
        (many(d, first, 7), Quantity(span=many(d, w, 0).span, measure=Measure.WOUNDED, value=v, subset_of=0))
        for d, first, w, v in ((report, "Seven", "two", 2), (other, "seven", "three", 3))
    ]
    words = ("Seven people, two of them children, were wounded in Harno", other.text[26:-1])
    one = desk.claim(report, words[0], counts=counts[0], **MARR)
    desk.event("casualty_toll", one, desk.claim(other, words[1], counts=counts[1], **STAFF))
    assert not any(", while " in told for told in said(desk.write()))


def test_short_accounts_of_two_who_fight_stand_beside_each_other(desk: Any, said: Any) -> None:
    report = desk.report(
        "wire", "Olin Marr said a depot burned in Harno. Norland's staff said nine houses were hit in Vell."
    )
    one = desk.claim(report, "a depot burned in Harno", **MARR)
    desk.event("strike_impact", one, desk.claim(report, "nine houses were hit in Vell", **STAFF))
    (told,) = said(desk.write())
    assert told.endswith("said that a depot burned in Harno; Norland's staff said that nine houses were hit in Vell.")
