from typing import Any

from onrecord.records import Measure, Quantity, Span, Stance

MARR = {"speaker": "Olin Marr", "party": "Sudland", "cue": "said"}
STAFF = {"speaker": "Norland's staff", "party": "Norland"}


def test_a_denial_stands_behind_what_it_denies(desk: Any, said: Any) -> None:
    report = desk.report(
        "wire", "Missiles hit a market in Harno, Olin Marr said. Norland's staff denied hitting the market."
    )
    hit = desk.claim(report, "Missiles hit a market in Harno", **MARR)
    deny = desk.claim(report, "hitting the market", cue="denied", stance=Stance.DENIED, **STAFF)
    desk.event("strike_impact", hit, deny)
    briefing = desk.write()
    (told,) = said(briefing)
    assert told.startswith("Missiles hit a market in Harno, Olin Marr, governor of Vell region, said; Norland's staff ")
    assert told.endswith("denied hitting the market.")
    assert not briefing.dropped


def test_what_cannot_stand_alone_is_told_behind_its_claim(desk: Any, said: Any) -> None:
    report = desk.report(
        "wire", "Missiles hit a market in Harno, Olin Marr said. Norland's staff denied any such strike."
    )
    hit = desk.claim(report, "Missiles hit a market in Harno", **MARR)
    deny = desk.claim(report, "any such strike", cue="denied", stance=Stance.DENIED, **STAFF)
    desk.event("strike_impact", hit, deny)
    assert said(desk.write())[0].endswith("said; Norland's staff denied any such strike.")


def test_an_answer_to_nothing_that_is_told_stands_alone(desk: Any, said: Any) -> None:
    report = desk.report(
        "wire", "Norland's staff denied hitting the dam of Harno.\n\nA bridge is closed in Vell, Olin Marr said."
    )
    deny = desk.claim(report, "hitting the dam of Harno", cue="denied", stance=Stance.DENIED, **STAFF)
    bridge = desk.claim(report, "A bridge is closed in Vell", **MARR)
    desk.event("strike_impact", deny, bridge)
    assert "Norland's staff denied hitting the dam of Harno." in said(desk.write())


def test_one_speaker_s_two_sentences_are_one(desk: Any, said: Any) -> None:
    report = desk.report("wire", "Olin Marr said a depot burned in Harno. Olin Marr said nine houses were hit in Vell.")
    one = desk.claim(report, "a depot burned in Harno", **MARR)
    two = desk.claim(report, "nine houses were hit in Vell", **MARR)
    desk.event("strike_impact", one, two)
    briefing = desk.write()
    assert said(briefing) == [
        "Olin Marr, governor of Vell region, said that a depot burned in Harno, and that nine houses were hit in Vell."
    ]
    assert not briefing.dropped


def test_a_count_that_leans_on_a_sentence_is_told_behind_it(desk: Any, said: Any) -> None:
    text = "Two people died in a minibus near Harno, Olin Marr said.\nSix others were injured, he added."
    report = desk.report("wire", text)
    six = Quantity(
        span=Span(start=text.index("Six"), end=text.index("Six") + 3), measure=Measure.WOUNDED, value=6, object="person"
    )
    one = desk.claim(report, "Two people died in a minibus near Harno", **MARR)
    voice = {"speaker": "Olin Marr", "party": "Sudland", "cue": "added", "rule": "pronoun"}
    desk.event("casualty_toll", one, desk.claim(report, "Six others were injured", counts=(six,), **voice))
    briefing = desk.write()
    (told,) = said(briefing)
    assert told == (
        "Olin Marr, governor of Vell region, said that two people died in a minibus near Harno, and that six others "
        "were injured."
    )
    assert not briefing.dropped


def test_who_was_held_is_told_behind_the_deed(desk: Any, said: Any) -> None:
    text = "A device went off beneath a goods train near Harno, Olin Marr said.\nThree others were detained, he added."
    report, at = desk.report("wire", text), text.index("Three")
    three = Quantity(span=Span(start=at, end=at + 5), measure=Measure.CAPTURED, value=3, object="person")
    one = desk.claim(report, "A device went off beneath a goods train near Harno", **MARR)
    voice = {"speaker": "Olin Marr", "party": "Sudland", "cue": "added", "rule": "pronoun"}
    desk.event("sabotage", one, desk.claim(report, "Three others were detained", counts=(three,), **voice))
    briefing = desk.write()
    (told,) = said(briefing)
    assert told.endswith("went off beneath a goods train near Harno, and that three others were detained.")
    assert not briefing.dropped
