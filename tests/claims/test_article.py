import pytest

from onrecord.claims.article import alone, stream


def at(text: str, name: str = "Ostra") -> tuple[str, int, int]:
    return text, text.index(name), text.index(name) + len(name)


@pytest.mark.parametrize(
    "text",
    ["The Ostra rose.", "They crossed the Ostra.", "on the banks of the Ostra in May", "The Ostra burst its banks."],
)
def test_what_rises_and_is_crossed_is_a_river(text: str) -> None:
    assert stream(*at(text))


@pytest.mark.parametrize(
    "text", ["Ostra rose early.", "The Ostra offensive began.", "They crossed Ostra.", "near the Ostra"]
)
def test_towns_have_no_article_and_names_before_nouns_say_nothing(text: str) -> None:
    assert not stream(*at(text))


@pytest.mark.parametrize(("text", "found"), [
    ("The Ostra was sunk.", True), ("aboard the Ostra.", True), ("the Ostra in port", True),
    ("the Ostra offensive", False), ("the Ostra, Velin and Lower regions", False), ("Ostra was shelled.", False),
])  # fmt: skip
def test_a_name_after_the_article_stands_alone_before_verbs_and_ends(text: str, found: bool) -> None:
    assert alone(*at(text)) is found
