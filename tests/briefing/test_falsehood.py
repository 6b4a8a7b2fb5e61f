from typing import Any

from onrecord.briefing.falsehood import falsehoods, same
from onrecord.records import Measure, Quantity, Span

CHECK = "The story that 600 soldiers surrendered there is made up; the photograph was taken at a fair."
HOAX = "A whole regiment of Norland has given up. 600 soldiers surrendered to scouts in Harno during the night."


def many(document: Any) -> Quantity:
    at = document.text.index("600")
    return Quantity(span=Span(start=at, end=at + 3), measure=Measure.CAPTURED, value=600, object="soldier")


def spread(desk: Any) -> tuple[Any, Any]:
    """A story without a source, and the report that calls it false without saying where."""
    hoax, check = desk.report("post", HOAX, hour=8), desk.report("wire", CHECK, hour=12)
    told = desk.claim(hoax, "600 soldiers surrendered to scouts in Harno during the night.", counts=(many(hoax),))
    desk.claim(hoax, "A whole regiment of Norland has given up.")
    false = desk.claim(check, "600 soldiers surrendered there", counts=(many(check),), debunked=True)
    desk.event("detention_exchange", *desk.claims.values())
    return told, false


def test_a_story_is_told_with_who_calls_it_false_and_not_as_reported(desk: Any, said: Any) -> None:
    spread(desk)
    briefing = desk.write()
    assert said(briefing) == [
        "Wire One called it false that 600 soldiers surrendered to scouts in Harno during the night."
    ]
    assert not briefing.dropped


def test_the_report_s_own_words_do_where_they_say_enough(desk: Any, said: Any) -> None:
    check = desk.report("wire", "The story that a dam had burst in Harno is made up.")
    desk.event("disaster", desk.claim(check, "a dam had burst in Harno", debunked=True))
    assert said(desk.write()) == ["Wire One called it false that a dam had burst in Harno."]


def test_who_denies_it_stands_beside_it(desk: Any, said: Any) -> None:
    check = desk.report(
        "wire", "The story that a dam had burst in Harno is made up, Olin Marr said the dam of Harno stands."
    )
    false = desk.claim(check, "a dam had burst in Harno", debunked=True)
    stands = desk.claim(check, "the dam of Harno stands", speaker="Olin Marr", party="Sudland", cue="said")
    desk.event("disaster", false, stands)
    assert any(t.startswith("Wire One called it false that a dam had burst in Harno") for t in said(desk.write()))


def test_another_number_is_another_story(desk: Any) -> None:
    told, false = spread(desk)
    assert same(false, told, desk.shelf)
    other = desk.report("post", "60 soldiers surrendered to scouts in Harno.")
    at = Span(start=0, end=2)
    sixty = Quantity(span=at, measure=Measure.CAPTURED, value=60, object="soldier")
    assert not same(
        false, desk.claim(other, "60 soldiers surrendered to scouts in Harno.", counts=(sixty,)), desk.shelf
    )


def test_what_says_neither_where_nor_anything_whole_is_left_out(desk: Any) -> None:
    check = desk.report("wire", CHECK)
    false = desk.claim(check, "the surrender", debunked=True) if "the surrender" in check.text else None
    heading = desk.claim(check, "The story", debunked=True)
    assert false is None and not falsehoods([heading], desk.shelf)


def test_what_an_office_calls_false_is_its_own_word_and_no_outlet_s(desk: Any) -> None:
    post = desk.report("air", "The story that a dam had burst in Harno is made up.")
    assert not falsehoods([desk.claim(post, "a dam had burst in Harno", debunked=True)], desk.shelf)


def test_what_a_party_calls_false_is_no_outlets_finding(desk: Any) -> None:
    check = desk.report("wire", "Olin Marr said Norland had falsely claimed that a dam had burst in Harno.")
    said = {"speaker": "Olin Marr", "party": "Sudland", "cue": "said", "debunked": True}
    claim = desk.claim(check, "a dam had burst in Harno", **said)
    assert not falsehoods([claim], desk.shelf)
