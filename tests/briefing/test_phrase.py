from typing import Any

import pytest

from onrecord.briefing.fit import units
from onrecord.briefing.phrase import phrase
from onrecord.records import Extent, Measure, Moment, Place, PlaceRole, Quantity, Span, Stance


def worded(desk: Any, text: str, content: str, dated: bool = False, **rest: Any) -> str | None:
    document = desk.report("wire", text)
    claim = desk.claim(document, content, **{"speaker": "Norland's staff", "cue": "said", **rest})
    found = units([claim], desk.shelf)
    return phrase(found[0], desk.pen, dated) if found else None


def test_speech_in_front(desk: Any) -> None:
    told = worded(desk, "Norland's staff said drones struck 5 depots in Wel.", "drones struck 5 depots in Wel")
    assert told == "Norland's staff said that drones struck five depots in Vell."


def test_speech_behind_keeps_its_place(desk: Any) -> None:
    told = worded(desk, "Drones struck a depot in Vell, Norland's staff said.", "Drones struck a depot in Vell")
    assert told == "Drones struck a depot in Vell, Norland's staff said."


def test_two_halves_round_a_cue(desk: Any) -> None:
    text = "Drones struck a depot, Norland's staff said, setting it on fire in Vell."
    told = worded(desk, text, "Drones struck a depot | setting it on fire in Vell")
    assert told == "Norland's staff said that drones struck a depot, setting it on fire in Vell."


def test_a_weekday_is_dated(desk: Any) -> None:
    day = Moment.parse(
        b'{"earliest":"2031-05-14T00:00:00Z","latest":"2031-05-15T00:00:00Z","precision":"day","rule":"weekday"}'
    )
    text = "Norland's staff said that on Wednesday drones struck a depot in Vell."
    told = worded(desk, text, "on Wednesday drones struck a depot in Vell", moment=day, when="Wednesday")
    assert told == "Norland's staff said that on 14 May drones struck a depot in Vell."


def test_a_part_of_the_day_that_only_bounds_keeps_its_words(desk: Any) -> None:
    night = Moment.parse(
        b'{"earliest":"2031-05-14T00:00:00Z","latest":"2031-05-14T04:00:00Z","precision":"part","rule":"before"}'
    )
    text = "Norland's staff said drones struck a depot in Vell before dawn on Wednesday."
    told = worded(
        desk, text, "drones struck a depot in Vell before dawn on Wednesday", moment=night, when="dawn on Wednesday"
    )
    assert told == "Norland's staff said that drones struck a depot in Vell before dawn on 14 May."


@pytest.mark.parametrize("printed", ["on Wednesday, 14 May", "on Wednesday 14 May"])
def test_a_weekday_with_its_date_is_dated_once(desk: Any, printed: str) -> None:
    day = Moment.parse(
        b'{"earliest":"2031-05-14T00:00:00Z","latest":"2031-05-15T00:00:00Z","precision":"day","rule":"weekday"}'
    )
    text = f"Norland's staff said that between 07:00 and 10:00 {printed}, drones struck a depot in Vell."
    words = f"between 07:00 and 10:00 {printed}, drones struck a depot in Vell"
    told = worded(desk, text, words, moment=day, when=f"between 07:00 and 10:00 {printed.split(',')[0]}")
    assert told is not None and told.count("14 May") == 1


def test_what_happened_yesterday_needs_a_date(desk: Any) -> None:
    text = "Norland's staff said that drones struck a depot in Vell yesterday."
    assert worded(desk, text, "drones struck a depot in Vell yesterday") is None


def test_background_says_when_it_was_said(desk: Any) -> None:
    told = worded(desk, "Norland's staff said a depot burned in Vell.", "a depot burned in Vell", dated=True)
    assert told == "Norland's staff said on 14 May that a depot burned in Vell."


def test_whom_the_story_does_not_know_the_outlet_cites(desk: Any) -> None:
    told = worded(
        desk, "Two rescue workers said a depot burned in Vell.", "a depot burned in Vell", speaker="Two rescue workers"
    )
    assert told == "Wire One reported, citing two rescue workers, that a depot burned in Vell."


def test_a_common_word_loses_the_capital_of_its_sentence(desk: Any) -> None:
    told = worded(desk, "Norland's staff said: Classes were stopped in Vell.", "Classes were stopped in Vell")
    assert told == "Norland's staff said that classes were stopped in Vell."


def test_a_quotation_ends_without_the_comma_before_its_speaker(desk: Any) -> None:
    told = worded(desk, '"A depot burned in Vell," Norland\'s staff said.', '"A depot burned in Vell,"')
    assert told == '"A depot burned in Vell", Norland\'s staff said.'


def test_no_time_is_dated_inside_a_quotation(desk: Any) -> None:
    day = Moment.parse(
        b'{"earliest":"2031-05-14T00:00:00Z","latest":"2031-05-15T00:00:00Z","precision":"day","rule":"today"}'
    )
    text = "Norland's staff said a depot “burned today, in Vell”."
    assert worded(desk, text, "a depot “burned today, in Vell”", moment=day, when="today") is None


@pytest.mark.parametrize(
    ("content", "printed"),
    [
        ("Sadly, a depot burned in Vell", "sadly, a depot burned in Vell"),
        ("New attacks burned a depot in Vell", "new attacks burned a depot in Vell"),
        ("Arlish drones burned a depot in Vell", "Arlish drones burned a depot in Vell"),
    ],
)
def test_only_names_keep_the_capital_of_their_sentence(desk: Any, content: str, printed: str) -> None:
    """One outlet prints "arlish" without a capital, others with one; "New" is a word as well as a part of New Vell."""
    desk.report("post", "They came from New Vell in arlish boats, and in Arlish ones.")
    assert worded(desk, f"Norland's staff said: {content}.", content) == f"Norland's staff said that {printed}."


def test_a_count_that_looks_like_a_year_has_its_comma(desk: Any) -> None:
    text = "Norland's staff said that 1050 people were hurt in Vell in 2031."
    start = text.index("1050")
    hurt = Quantity(span=Span(start=start, end=start + 4), value=1050, measure=Measure.WOUNDED, object="person")
    told = worded(desk, text, "1050 people were hurt in Vell in 2031", counts=(hurt,))
    assert told == "Norland's staff said that 1,050 people were hurt in Vell in 2031."


def test_a_call_and_a_denial(desk: Any) -> None:
    call = worded(
        desk,
        "Norland's staff called on Westmark to react.",
        "Westmark to react",
        cue="called on",
        stance=Stance.CALLED_FOR,
    )
    denial = worded(
        desk, "Norland's staff denied hitting the Vell dam.", "hitting the Vell dam", cue="denied", stance=Stance.DENIED
    )
    assert call == "Norland's staff called on Westmark to react."
    assert denial == "Norland's staff denied hitting the Vell dam."


def at(text: str, words: str) -> Span:
    return Span(start=text.index(words), end=text.index(words) + len(words))


def counted(desk: Any, opening: str, *towns: str) -> tuple[Any, Any]:
    """A governor's report that opens with what was hit, in `towns`, and goes on with a count."""
    text = f"{opening}, Olin Marr said. Seven people were killed, Marr said."
    report = desk.report("wire", text)
    held = tuple(
        Place(span=at(text, t), name=t, precision=Extent.SETTLEMENT, role=PlaceRole.AT, region="Vell") for t in towns
    )
    voice = {"speaker": "Olin Marr", "party": "Sudland", "cue": "said"}
    one = desk.claim(report, opening, places=held, **voice)
    count = Quantity(span=at(text, "Seven"), measure=Measure.KILLED, object="person", value=7)
    voice["cue"] = "said."
    return one, desk.claim(report, "Seven people were killed", counts=(count,), **voice)


def test_a_figure_is_told_of_the_town_that_its_speaker_has_just_named(desk: Any) -> None:
    hit, toll = counted(desk, "A missile hit the market of Harno", "Harno")
    told = phrase(next(u for u in units([hit, toll], desk.shelf) if u.lead == toll), desk.pen)
    assert told == "Olin Marr, governor of Vell region, said of Harno that seven people were killed."


def test_a_report_of_two_towns_lends_none_to_a_figure(desk: Any) -> None:
    _, toll = counted(desk, "A missile hit Harno and another hit Brod", "Harno", "Brod")
    told = phrase(units([toll], desk.shelf)[0], desk.pen)
    assert told == "Olin Marr, governor of Vell region, said that seven people were killed."


def test_what_is_called_untrue_is_denied(desk: Any, said: Any) -> None:
    text = "Norland's staff called it untrue that a bus had come under attack."
    voice = {"speaker": "Norland's staff", "party": "Norland", "cue": "called", "stance": Stance.DENIED}
    desk.event("strike_impact", desk.claim(desk.report("wire", text), "a bus had come under attack", **voice))
    made = desk.write()
    assert said(made) == ["Norland's staff denied that a bus had come under attack."]
    assert not made.dropped
