from datetime import date

import pytest

from onrecord.claims.hearing import SEAT, Voice, called, fits, loose, owned, ruled, serves, telling
from onrecord.claims.naming import Sort
from onrecord.records import Party, Speaker

ARLAND = Party(name="Arland", adjectives=("Arlandic",), aliases=("the Republic",))


def voice(sort: Sort, gender: str = "", name: str | None = "Ada Orm", rule: str = "named") -> Voice:
    return Voice(speaker=Speaker(name=name, rule=rule), at=0, sort=sort, printed=name or "", gender=gender)


@pytest.mark.parametrize(
    ("pronoun", "sort", "gender", "can"),
    [
        ("she", "person", "she", True),
        ("she", "person", "", True),
        ("he", "person", "she", False),
        ("it", "body", "", True),
        ("it", "person", "she", False),
        ("they", "body", "", True),
        ("they", "person", "", False),
    ],
)
def test_a_pronoun_stands_for_whom_it_can(pronoun: str, sort: Sort, gender: str, can: bool) -> None:
    assert fits(voice(sort, gender), pronoun) is can
    assert not fits(voice(sort, gender, name=None), pronoun)


def test_a_body_is_called_as_its_party_calls_it() -> None:
    assert owned("Arland’s defence ministry", ARLAND) == "its defence ministry"
    assert owned("the Arlandic army", ARLAND) == "its army"
    assert owned("Borland's army", ARLAND) == "Borland's army"


def test_a_noun_is_found_whole_and_where_a_body_sits_is_left_out() -> None:
    assert called("army").by.search("The Army said") and not called("army").by.search("armyworm")
    assert SEAT.sub("", "the air force in Mar") == "the air force"


def test_what_tells_which_body_it_is() -> None:
    assert telling("defence ministry") and not telling("agency")


def test_a_supposed_party_stays_supposed() -> None:
    assert ruled(voice("person", rule="supposed"), "pronoun") == "supposed"
    assert ruled(voice("person"), "pronoun") == "pronoun"


def test_an_office_is_held_from_its_first_day_to_its_last() -> None:
    first, last = date(2030, 1, 1), date(2031, 1, 1)
    assert serves(first, last, first) and serves(first, last, last) and serves(first, last, None)
    assert not serves(first, None, date(2029, 12, 31)) and not serves(None, last, date(2031, 1, 2))


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("a commander", True),
        ("Ada Orm", True),
        ("Doctor Orm", True),
        ("the farmer Bo Ek", True),
        ("Safe Seas Watch", False),
        ("a UN spokesman, Ada Orm", False),
        ("a lawyer", False),
    ],
)
def test_whom_no_word_gives_to_anybody(phrase: str, expected: bool) -> None:
    assert loose(phrase) is expected
