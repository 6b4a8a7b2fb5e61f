"""Words of the data files as patterns: whole words, longest first, inflected by the rules of spelling."""

import re
import time

import pytest

from onrecord.claims.lexicon import either, inflect, phrases, table


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("urge", {"urge", "urges", "urged", "urging"}),
        ("dismiss", {"dismiss", "dismisses", "dismissed", "dismissing"}),
        ("call for", {"call for", "calls for", "called for", "calling for"}),
        ("falsely claim", {"falsely claim", "falsely claims", "falsely claimed", "falsely claiming"}),
    ],
)
def test_regular_forms(entry: str, forms: set[str]) -> None:
    assert inflect(entry) == forms


def test_irregular_forms_are_added() -> None:
    assert {"say", "says", "said", "saying"} <= inflect("say|said")


def test_the_longest_phrase_wins() -> None:
    found = phrases(["call", "call for", "call for help"]).search("They CALL  for help now")
    assert found is not None
    assert found.group() == "CALL  for help"


def test_only_whole_words() -> None:
    assert not phrases(["may"]).search("mayor dismay")


def test_curly_apostrophes_fit() -> None:
    assert phrases(["couldn't"]).search("They couldn’t say")


def test_no_words_fit_nowhere() -> None:
    assert not phrases([]).search("anything")


def test_a_table_is_read_once() -> None:
    table("cues")
    started = time.process_time()
    assert table("cues") is table("cues")
    assert time.process_time() - started < 0.1


def test_a_part_of_a_pattern_takes_the_longest_of_its_words() -> None:
    found = re.match(either(["press", "press centre", "press"]), "press  centre of Mar")
    assert found is not None
    assert found[0] == "press  centre"
