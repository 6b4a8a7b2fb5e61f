"""Language: what clear text says, and whose word counts where text is too short."""

from pathlib import Path

import pytest

from onrecord.sources import language
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


@pytest.mark.parametrize(
    "text",
    [
        "De burgemeester zei dat het water was gestegen en dat er boten nodig waren. Of het was in de nacht.",
        "Borgmesteren sagde at floden var steget, og bad om både for at hjælpe. Det er for sent, said han.",
        "O prefeito disse que o rio subiu por três metros e pediu barcos.",
        "The Guardian, The Times and That Was The Week: ако е вярно, реката се е покачила с три метра през нощта.",
    ],
)
def test_other_languages_are_no_plain_english(text: str) -> None:
    assert not language._plain(text)


def test_plain_english_needs_no_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_identifier", lambda: pytest.fail("the tables were loaded"))
    assert identify("The mayor of Odesa said on Friday that two people died in the strike.", "uk") == "en"


def test_what_is_plain_english_is_english_to_the_identifier_too() -> None:
    reports = sorted((Path(__file__).parents[2] / "examples").glob("*/reports/**/*.txt"))
    plain = [text for path in reports if language._plain(text := path.read_text(encoding="utf-8")[:500])]
    assert len(plain) > len(reports) / 2 > 10
    assert {language._identifier().classify(text)[0] for text in plain} == {"en"}
