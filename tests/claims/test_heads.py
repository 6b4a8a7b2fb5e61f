from onrecord.claims.heads import extent, following, heading, preceding
from onrecord.records import Extent


def test_a_head_may_follow_or_lead() -> None:
    text = "the Oryol region and the village of Zhovte"
    assert heading(text, 4, 9) == (Extent.REGION, "region")
    assert heading(text, text.index("Zhovte"), len(text)) == (Extent.SETTLEMENT, "village")
    assert heading("in Kharkiv today", 3, 10) == (None, "")


def test_fronts_have_many_words() -> None:
    assert {extent(w) for w in ("front", "direction", "axis", "sectors")} == {Extent.FRONT}
    assert extent("table") is None


def test_the_words_on_both_sides() -> None:
    text = "fell near the Oskil river"
    assert preceding(text, text.index("Oskil")) == "near"
    assert following(text, text.index(" river")) == "river"
    assert (preceding("Oskil", 0), following("Oskil", 5)) == ("", "")


def test_whence_something_comes_is_no_front() -> None:
    text = "Nine drones came from the direction of Ostrell; in the direction of Velin guns fell silent."
    one, two = text.index("Ostrell"), text.index("Velin")
    assert heading(text, one, one + 7) == (None, "")
    assert heading(text, two, two + 5) == (Extent.FRONT, "direction")
