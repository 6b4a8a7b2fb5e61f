from onrecord.briefing.lexicon import english, inside, kinds, line, lines, measures, nouns, over, verbs, words
from onrecord.records import Measure, Operator, Quantity, Span, Stance

BANNED = {"confirmed", "revealed", "admitted", "refuted", "proved", "reportedly", "claimed", "slammed"}


def test_no_verb_outside_the_code_is_ever_printed() -> None:
    assert not {word for verb in verbs() for word in verb.print.split()} & (BANNED - {"confirmed"})
    assert {v.print for v in verbs() if "confirmed" in v.print} == {"has neither confirmed nor denied"}


def test_every_spoken_stance_has_a_verb() -> None:
    assert {stance for verb in verbs() for stance in verb.stances} == set(Stance)


def test_every_measure_and_operator_is_worded() -> None:
    assert set(measures()) == set(Measure)
    assert set(words().operators) == set(Operator) - {Operator.VAGUE}


def test_every_section_has_a_title_and_every_kind_a_phrase() -> None:
    assert set(lines().titles) == set(lines().sections)
    assert all(sort.phrase and 0 <= sort.severity <= 10 for sort in kinds().values())


def test_a_line_fills_its_braces() -> None:
    assert line("headline", number="1,026") == "what we know on day 1,026"


def test_people_are_named_by_their_population() -> None:
    quantity = Quantity(
        span=Span(start=0, end=1), measure=Measure.KILLED, object="person", population="children", value=2
    )
    assert nouns(quantity) == ("child", "children")


def test_a_common_name_has_no_capital_inside_a_sentence() -> None:
    assert inside("Two rescue workers") == "two rescue workers"
    assert inside("Local residents") == "local residents"
    assert inside("The Harno observers") == "the Harno observers"
    assert inside("Sky Ledger") == "Sky Ledger"
    assert inside("Tesk") == "Tesk"
    assert {"local", "classes"} <= english()
    assert not {"may", "general", "vell"} & english()


def test_people_are_counted_in_a_place_and_drones_over_it() -> None:
    assert over(Measure.KILLED, "Vell") == " in Vell"
    assert over(Measure.SHOT_DOWN, "Vell") == " over Vell"
    assert over(Measure.KILLED, None) == ""
