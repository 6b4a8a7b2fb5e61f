from training.passages.english import english, passages

from onrecord.briefing.lexicon import english as listed


def test_words_that_are_never_names() -> None:
    texts = ["The toll rose, and the toll of Mark rose. A mark and a mark; the mark of the toll."]
    found = english(texts)
    assert "toll" in found
    assert "mark" not in found


def test_the_list_of_the_package_is_what_the_command_makes() -> None:
    assert listed() == set(english(passages()))
