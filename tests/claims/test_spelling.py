import pytest

from onrecord.claims.spelling import skeleton

FAMILIES = [
    ("UA", "huliaipole hulyaypole gulyaipole gulyaypole hulyaipole"),
    ("UA", "robotyne rabotino"),
    ("UA", "orikhiv orekhov"),
    ("UA", "staromaiorske staromayorskoye"),
    ("UA", "klishchiivka kleshcheevka"),
    ("UA", "yenakiieve yenakiyevo enakievo"),
    ("RU", "grayvoron graivoron"),
    ("SY", "saraqib saraqeb saraqueb"),
]


@pytest.mark.parametrize(("land", "names"), FAMILIES, ids=lambda x: x)
def test_spellings_of_one_name_share_a_skeleton(land: str, names: str) -> None:
    assert len({skeleton(name, land) for name in names.split()} - {""}) == 1


@pytest.mark.parametrize(("one", "two"), [("novosilka", "novoselivka"), ("kramatorsk", "krasnodon")])
def test_other_names_do_not(one: str, two: str) -> None:
    assert skeleton(one, "UA") != skeleton(two, "UA") or not skeleton(one, "UA")


def test_articles_and_vowels_do_not_count_in_arabic_names() -> None:
    assert skeleton("tall rifat", "SY") == skeleton("tal rifaat", "SY")
    assert skeleton("al qamishli", "SY") == skeleton("qamishli", "SY")


def test_short_names_and_other_lands_have_none() -> None:
    assert skeleton("yar", "UA") == skeleton("hama", "SY") == skeleton("springfield", "US") == ""
