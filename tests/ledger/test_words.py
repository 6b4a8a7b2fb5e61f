"""Words of a search."""

from onrecord.ledger.words import words


def test_words_without_accents_or_punctuation() -> None:
    assert words('"Überfall" am NÄCHSTEN-Tag, am Fluß?') == ["uberfall", "am", "nachsten", "tag", "fluß"]


def test_words_of_other_scripts() -> None:
    assert words("Орёл / Київ") == ["орел", "киів"]


def test_pasted_page_is_cut() -> None:
    assert len(words(" ".join(map(str, range(9999))))) == 32
