import pytest

from onrecord.newsroom.romanise import russian, ukrainian


@pytest.mark.parametrize(
    ("name", "printed"),
    [("Згурівка", "Zghurivka"), ("Веселий Гай", "Veselyi Hai"), ("Єнакієве", "Yenakiieve"), ("Щастя", "Shchastia")],
)
def test_ukrainian_names_follow_the_official_table(name: str, printed: str) -> None:
    assert ukrainian(name) == printed


@pytest.mark.parametrize(
    ("name", "printed"), [("Веселое", "Veseloye"), ("Старый Оскол", "Stary Oskol"), ("Ельня", "Yelnya")]
)
def test_russian_names_are_as_newspapers_print_them(name: str, printed: str) -> None:
    assert russian(name) == printed
