"""Who cites whom: the cited one speaks, the citing one carries."""

import msgspec

from onrecord.claims.chain import chained
from onrecord.records import Attribution, Span


def at(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start=start, end=start + len(part))


def said(text: str, speaker: str, cue: str, content: str) -> Attribution:
    return Attribution(speaker=at(text, speaker), cue=at(text, cue), content=(at(text, content),))


def words(text: str, span: Span | None) -> str | None:
    return span.of(text) if span else None


def folded(text: str, *heard: Attribution) -> list[tuple[str | None, str | None, list[str]]]:
    found = chained(text, Span(start=0, end=len(text)), heard, lambda span: span.of(text).split()[-1] in _VOICES)
    return [(words(text, a.speaker), words(text, a.cue), [c.of(text) for c in a.chain]) for a in found]


_VOICES = ("ministry", "officials", "Tass", "Tribune")


def test_citing() -> None:
    text = "Tass, citing the ministry, reported that it rained"
    found = folded(text, said(text, "Tass", "citing", "the ministry"), said(text, "Tass", "reported", "that it rained"))
    assert found == [("the ministry", "reported", ["Tass"])]


def test_quoted_by() -> None:
    text = "It rained, two officials, quoted by Tass, said"
    found = folded(text, said(text, "Tass", "quoted by", "It rained"), said(text, "two officials", "said", "It rained"))
    assert found == [("two officials", "said", ["Tass"])]


def test_said_according_to() -> None:
    text = "It rained, the ministry said, according to Tass"
    found = folded(text, said(text, "Tass", "according to", "It rained, the ministry said"))
    assert found == [("the ministry", "said", ["Tass"])]


def test_inside_the_speaker() -> None:
    text = "Tass, citing the ministry, reported that it rained"
    found = folded(text, said(text, "Tass, citing the ministry", "reported", "that it rained"))
    assert found == [("the ministry", "reported", ["Tass"])]


def test_a_weak_basis_is_no_speaker() -> None:
    text = "It rained, the ministry said, citing preliminary data"
    heard = (said(text, "the ministry", "said", "It rained"), said(text, "the ministry", "citing", "preliminary data"))
    assert folded(text, *heard) == [("the ministry", "said", [])]


def test_what_is_cited_and_said_stays() -> None:
    text = "The ministry closed the road, citing the danger of floods in the north"
    heard = said(text, "The ministry", "citing", "the danger of floods in the north")
    assert folded(text, heard) == [("The ministry", "citing", [])]


def test_the_cited_speaks_already() -> None:
    text = "Tass, citing the ministry, reported that it rained"
    assert folded(text, said(text, "the ministry", "reported", "that it rained")) == [
        ("the ministry", "reported", ["Tass"])
    ]


def test_a_speaker_without_a_name_does_not_pass_itself_on() -> None:
    text = "It rained, according to the papers"
    heard = said(text, "the papers", "according to", "It rained")
    own = msgspec.structs.replace(heard, chain=(at(text, "the papers"),))
    assert folded(text, own) == [("the papers", "according to", [])]


def test_a_clause_may_tell_who_is_cited() -> None:
    text = "The Page, which refers to the Mar Tribune, writes that it rained"
    heard = said(text, "The Page, which refers to the Mar Tribune", "writes", "it rained")
    assert folded(text, heard) == [("the Mar Tribune", "writes", ["The Page"])]


def test_an_article_passes_on_nothing() -> None:
    text = "The Mar News, citing an officer, reported that it rained"
    heard = said(text, "an officer", "reported", "it rained")
    twice = msgspec.structs.replace(heard, chain=(at(text, "The"), at(text, "The Mar News")))
    assert folded(text, twice) == [("an officer", "reported", ["The Mar News"])]


def test_a_name_is_passed_on_whole() -> None:
    text = "The Mar Tribune, citing an officer, reported that it rained"
    heard = said(text, "an officer", "reported", "it rained")
    cut = msgspec.structs.replace(heard, chain=(at(text, "The Mar"),))
    assert folded(text, cut) == [("an officer", "reported", ["The Mar Tribune"])]


def test_who_said_it_on_friday_cites_all_the_same() -> None:
    text = "The hill fell, the ministry said on Friday, citing the guards' chief, Ada Tribune."
    heard = said(text, "the ministry", "said", "The hill fell")
    assert folded(text, heard) == [("the guards' chief, Ada Tribune", "said", ["the ministry"])]
