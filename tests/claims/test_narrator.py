"""What the narrator says beside the speakers, and what is only about information."""

import pytest

from onrecord.claims.narrator import follows, information, informs, names, quoted, supposes, tallies, told
from onrecord.records import Attribution, Span


def whole(text: str) -> Span:
    return Span(start=0, end=len(text))


def at(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start=start, end=start + len(part))


def clauses(text: str, *parts: str) -> list[str]:
    heard = [Attribution(content=tuple(at(text, part) for part in parts))] if parts else []
    return [span.of(text) for span in told(text, whole(text), heard)]


def test_a_sentence_without_speakers_is_the_narrators() -> None:
    assert clauses("Guns fired at noon.") == ["Guns fired at noon."]


def test_a_clause_before_a_speaker() -> None:
    text = "The bridge fell at noon, and the mayor said two people died."
    assert clauses(text, "the mayor", "said", "two people died") == ["The bridge fell at noon"]


def test_a_clause_after_a_speaker() -> None:
    text = "Two people died, the mayor said, and the bridge fell at noon."
    assert clauses(text, "Two people died", "the mayor", "said") == ["the bridge fell at noon."]


def test_no_clause_without_a_join() -> None:
    assert clauses("On Friday in the northern town the mayor said two died.", "the mayor said two died") == []


def heard(text: str, speaker: str, cue: str, content: str) -> list[str]:
    said = Attribution(speaker=at(text, speaker), cue=at(text, cue), content=(at(text, content),))
    return [span.of(text) for span in told(text, whole(text), [said])]


def test_a_subject_acts_before_it_speaks() -> None:
    text = "Arland expelled two envoys on Monday, accusing them of spying."
    assert heard(text, "Arland", "accusing", "them of spying") == ["Arland expelled two envoys on Monday"]


def test_an_account_ends_where_somebody_is_heard_of_it() -> None:
    text = "Nine people were killed in Mar, in what the mayor called a crime."
    assert heard(text, "the mayor", "called", "a crime") == ["Nine people were killed in Mar"]


def test_a_speaker_alone_tells_nothing() -> None:
    text = "The president on Friday evening said two people died."
    assert heard(text, "The president", "said", "two people died") == []


def test_what_is_told_of_a_place_after_the_words() -> None:
    text = "They left the station, Lind said, which was hit in May."
    assert heard(text, "Lind", "said", "They left the station") == ["which was hit in May."]
    after = "Talks will go on, Lind said on Monday after the army had taken the port."
    assert heard(after, "Lind", "said", "Talks will go on") == ["the army had taken the port."]


@pytest.mark.parametrize("text", ["He gave no figures.", "The report could not be independently verified."])
def test_informs(text: str) -> None:
    assert informs(text, whole(text))


def test_an_event_that_ends_without_details_is_an_event() -> None:
    text = "Nine people were killed in a strike on the market, he said, and gave no details."
    assert not informs(text, whole(text))


def test_a_cue_may_be_information() -> None:
    text = "There were no immediate reports of damage."
    found = information(text, whole(text), at(text, "immediate reports of"))
    assert found is not None
    assert found.of(text) == "no immediate reports of"
    assert information(text, whole(text), at(text, "There")) is None


def test_continuations() -> None:
    assert follows("Another 72 were lost.", Span(start=0, end=21))
    assert not follows("The other day it rained.", Span(start=4, end=24))
    assert tallies("Almost 300 were jammed.", Span(start=0, end=23))
    assert not tallies("The 300 were jammed.", Span(start=0, end=20))
    assert quoted("“We held.”", Span(start=0, end=10))
    assert not quoted("“We held,” he said.", Span(start=0, end=19))


def test_what_is_supposed_of_what_was_said() -> None:
    for text, expected in (("They might be used later.", True), ("They were used.", False), ("May was cold.", False)):
        assert supposes(text, whole(text)) is expected


def test_nothing_is_told_before_a_dateline_ends() -> None:
    assert clauses("GALDIS, Dec 14 - Missiles hit the station of Mar at noon.", "Dec 14") == []


@pytest.mark.parametrize(
    "text",
    ["Situation at 06:00", "Weekly figures.", "Attention!", "Report of the rescue service, 8 May", "In addition."],
)
def test_a_heading_only_names(text: str) -> None:
    assert names(text, whole(text))


@pytest.mark.parametrize(
    "text", ["They carried onions.", "Nobody came", "Patrols levy a toll of twenty crowns on each lorry."]
)
def test_a_sentence_tells(text: str) -> None:
    assert not names(text, whole(text))


def test_a_dateline_alone_tells_nothing() -> None:
    assert clauses("MAR, 1 June (Agency).") == []
