"""Speakers are whole, contents without loose ends."""

import pytest

from onrecord.claims.borders import tidy
from onrecord.records import Attribution, Span


def at(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start=start, end=start + len(part))


def mended(text: str, speaker: str, cue: str, *content: str) -> tuple[str | None, list[str]]:
    before = Attribution(speaker=at(text, speaker), cue=at(text, cue), content=tuple(at(text, c) for c in content))
    after = tidy(text, before, Span(start=text.rfind("\n") + 1, end=len(text)))
    assert after is not None
    return after.speaker.of(text) if after.speaker else None, [c.of(text) for c in after.content]


@pytest.mark.parametrize(
    ("text", "seen", "whole"),
    [
        ("Ivo Holm, the governor of Orle region, said it rained", "Ivo Holm", "Ivo Holm, the governor of Orle region"),
        ("Ivo Holm, the governor, said it rained", "the governor,", "Ivo Holm, the governor"),
        ("In July, the agency said it rained", "the agency", "the agency"),
        ("The Mar Agency (MNA) said it rained", "The Mar Agency (MNA", "The Mar Agency"),
        ("Arland's defence ministry said it rained", "Arland", "Arland's defence ministry"),
    ],
)
def test_speakers(text: str, seen: str, whole: str) -> None:
    assert mended(text, seen, "said", "it rained") == (whole, ["it rained"])


def test_a_citing_clause_is_no_apposition() -> None:
    assert mended("Tass, the agency reported, said it rained", "Tass", "said", "it rained")[0] == "Tass"


def test_an_article_is_no_speaker() -> None:
    assert mended("The claim said it rained", "The", "said", "it rained")[0] is None


def test_an_empty_subject_is_no_speaker() -> None:
    assert mended("It was reported that it rained", "It", "was reported", "it rained")[0] is None


def test_a_speaker_gives_back_the_end_of_a_content() -> None:
    text = "It rained over Black Sea, the army said"
    assert mended(text, "Black Sea, the army", "said", "It rained over Black Sea") == (
        "the army",
        ["It rained over Black Sea"],
    )


def test_neighbours_are_one_content() -> None:
    assert mended("Lind said it rained, and it froze", "Lind", "said", "it rained,", "and it froze")[1] == [
        "it rained, and it froze"
    ]


def test_denied_doing() -> None:
    assert mended("Lind denied shelling the town", "Lind", "denied shelling", "the town")[1] == ["shelling the town"]


def test_a_dateline_is_no_content() -> None:
    text = "MAR, Dec 14 (Wire) - It rained, Lind said"
    assert mended(text, "Lind", "said", "Dec 14 (Wire) - It rained")[1] == ["It rained"]


def test_nothing_is_nothing() -> None:
    text = "Lind said, ,"
    assert tidy(text, Attribution(cue=at(text, "said"), content=(at(text, ", ,"),)), Span(start=0, end=12)) is None


@pytest.mark.parametrize(
    ("text", "pieces", "kept"),
    [
        (
            "Asked whether it had hit the dam, Ivo Holm would not deny it, and left",
            ["whether it had hit the dam", "it"],
            ["whether it had hit the dam"],
        ),
        (
            "Three lorries burned, Ivo Holm would not deny; transport of patients is arranged",
            ["Three lorries burned", "transport"],
            ["Three lorries burned"],
        ),
        (
            "It rained, Ivo Holm would not deny; nobody slept.",
            ["It rained", "nobody slept"],
            ["It rained", "nobody slept"],
        ),
    ],
)
def test_a_scrap_is_no_piece_of_what_is_said(text: str, pieces: list[str], kept: list[str]) -> None:
    start = text.rindex(f" {pieces[1]}") + 1
    content = (at(text, pieces[0]), Span(start=start, end=start + len(pieces[1])))
    before = Attribution(speaker=at(text, "Ivo Holm"), cue=at(text, "would not deny"), content=content)
    after = tidy(text, before, Span(start=0, end=len(text)))
    assert after is not None
    assert [c.of(text) for c in after.content] == kept


def test_no_piece_ends_between_a_number_and_what_it_counts() -> None:
    text = "Ivo Holm said 12 barns burned while 1,290 houses were partially damaged, and left"
    content = (at(text, "12 barns burned while 1,290"),)
    before = Attribution(speaker=at(text, "Ivo Holm"), cue=at(text, "said"), content=content)
    after = tidy(text, before, Span(start=0, end=len(text)))
    assert after is not None
    assert [c.of(text) for c in after.content] == ["12 barns burned while 1,290 houses were partially damaged"]


def test_a_number_before_a_preposition_ends_a_piece() -> None:
    text = "Ivo Holm said that brings the toll to 11 in a statement to the Mar Agency"
    content = (at(text, "that brings the toll to 11"),)
    before = Attribution(speaker=at(text, "Ivo Holm"), cue=at(text, "said"), content=content)
    after = tidy(text, before, Span(start=0, end=len(text)))
    assert after is not None and after.content == content
