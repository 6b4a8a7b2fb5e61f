"""What the narrator says beside the speakers."""

import pytest

from onrecord.claims.clauses import told
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


@pytest.mark.parametrize("joint", [" when, ", " because, ", " in which, ", ", moments after what ", ", but which, "])
def test_an_account_keeps_no_word_of_what_joins_it(joint: str) -> None:
    text = f"Nine trucks turned back at Mar{joint}the mayor said, they were fired on."
    assert heard(text, "the mayor", "said", "they were fired on") == ["Nine trucks turned back at Mar"]


def test_a_speaker_alone_tells_nothing() -> None:
    text = "The president on Friday evening said two people died."
    assert heard(text, "The president", "said", "two people died") == []


def test_what_is_told_of_a_place_after_the_words() -> None:
    text = "They left the station, Lind said, which was hit in May."
    assert heard(text, "Lind", "said", "They left the station") == ["which was hit in May."]
    after = "Talks will go on, Lind said on Monday after the army had taken the port."
    assert heard(after, "Lind", "said", "Talks will go on") == ["the army had taken the port."]


def test_a_dateline_is_no_part_of_what_is_told() -> None:
    text = "GALDIS, Dec 14 - Missiles hit the station of Mar at noon."
    assert clauses(text, "Dec 14") == ["Missiles hit the station of Mar at noon."]


def test_a_dateline_alone_tells_nothing() -> None:
    assert clauses("MAR, 1 June (Agency).") == []


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content", "expected"),
    [
        (
            "A depot in Mar burned on Friday, hours after the governor reported nine drones over the port.",
            "the governor",
            "reported",
            "nine drones over the port",
            "A depot in Mar burned on Friday",
        ),
        (
            "Tollish jets struck the ministry in Galdis in a raid that, by its account, took 200 planes.",
            "its",
            "account",
            "took 200 planes",
            "Tollish jets struck the ministry in Galdis",
        ),
        (
            "The last soldiers have left the bank at Mar, ending a foothold that cost, Lind reckons, 300 lives.",
            "Lind",
            "reckons",
            "300 lives",
            "The last soldiers have left the bank at Mar",
        ),
    ],
)
def test_a_main_clause_is_told_before_what_hangs_on_it(
    text: str, speaker: str, cue: str, content: str, expected: str
) -> None:
    assert heard(text, speaker, cue, content) == [expected]


@pytest.mark.parametrize("first", ["While", "Before", "Once", "Until", "Unless", "Whether"])
def test_what_begins_no_main_clause_is_not_told(first: str) -> None:
    text = f"{first} nine tanks burned in Mar, hours after the governor reported rain, nobody came."
    assert heard(text, "the governor", "reported", "rain") == []


def test_what_holds_only_on_a_condition_is_not_told_without_it() -> None:
    text = "Tolland will not sign the truce until the ministry says its prisoners are home."
    assert heard(text, "the ministry", "says", "its prisoners are home") == []
    text = "It is not known when the army said it would leave."
    assert heard(text, "the army", "said", "it would leave") == []


def test_no_part_of_a_question_is_told() -> None:
    text = "Who will feed 900 people in Mar; where, Lind asks, will they sleep; and what will they drink?"
    assert heard(text, "Lind", "asks", "will they sleep") == []


def test_a_semicolon_parts_what_nobody_is_heard_of() -> None:
    text = "Lines were cut; trains, Lind said, would run by Sunday; five ferries carry the cars."
    assert heard(text, "Lind", "said", "would run by Sunday") == ["Lines were cut", "five ferries carry the cars."]


def test_what_is_told_of_a_speaker_on_the_way() -> None:
    text = "The bureau, which arrested the doctor on Tuesday, said it had no comment."
    for speaker in ("The bureau", "The bureau, which arrested the doctor on Tuesday,"):
        assert heard(text, speaker, "said", "it had no comment") == ["arrested the doctor on Tuesday"]


def test_what_somebody_is_heard_of_on_the_way_is_not_told() -> None:
    text = "Tolland, which monitors accuse of holding 40 clerks, said they were safe."
    first = Attribution(
        speaker=at(text, "monitors"), cue=at(text, "accuse"), content=(at(text, "of holding 40 clerks"),)
    )
    said = Attribution(speaker=at(text, "Tolland"), cue=at(text, "said"), content=(at(text, "they were safe"),))
    assert told(text, whole(text), [first, said]) == ()


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("The army said one plane was hit, without naming a base.", "one plane was hit", "without naming a base."),
        (
            "The army said it hit 31 tanks, a figure that could not be checked.",
            "it hit 31 tanks",
            "a figure that could not be checked.",
        ),
        ("The army said it had the town and later deleted the post.", "it had the town", "later deleted the post."),
    ],
)
def test_what_is_told_of_what_was_said(text: str, content: str, expected: str) -> None:
    assert heard(text, "The army", "said", content) == [expected]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Beijing expelled nine envoys on Friday, hours after Lind reported a leak.",
            ["Beijing expelled nine envoys on Friday"],
        ),
        ("Citing the leak they closed it on Friday, hours after Lind reported a leak.", []),
    ],
)
def test_a_name_begins_a_main_clause_and_a_participle_none(text: str, told: list[str]) -> None:
    assert heard(text, "Lind", "reported", "a leak.") == told
