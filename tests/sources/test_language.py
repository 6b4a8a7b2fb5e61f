"""Language: what clear text says, and whose word counts where text is too short."""

import pytest

from onrecord.sources.language import forget, identify, primary


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mayor said on Saturday that the river had risen by three metres and asked for boats.", "en"),
        ("Le maire a déclaré samedi que la rivière était montée de trois mètres pendant la nuit.", "fr"),
        ("Мэр сообщил в субботу, что река поднялась на три метра, и попросил лодки.", "ru"),
        ("Der Bürgermeister sagte am Samstag, der Fluss sei um drei Meter gestiegen.", "de"),
    ],
)
def test_clear_text_speaks_for_itself(text: str, language: str) -> None:
    assert identify(text, "xx") == language


@pytest.mark.parametrize("text", ["", "58 of 132", "Talvik, Orrin, Vesna.", "!!!"])
def test_short_text_has_its_publishers_language(text: str) -> None:
    assert identify(text, "uk-UA") == "uk"


def test_tags_are_cut_to_the_language() -> None:
    assert [primary(tag) for tag in ("en-GB", "pt_BR", " DE ", "uk")] == ["en", "pt", "de", "uk"]


def test_what_is_forgotten_is_loaded_again() -> None:
    text = "Der Bürgermeister sagte am Samstag, der Fluss sei um drei Meter gestiegen."
    before = identify(text, "xx")
    forget()
    assert identify(text, "xx") == before
