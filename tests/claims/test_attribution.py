"""The encoder and the rules together: in order, by sentence, the rules only where the encoder saw nothing."""

import pytest

from onrecord.claims.attribution import attributions, home, listen, once, within
from onrecord.claims.cast import Cast
from onrecord.claims.encoder import encoder
from onrecord.claims.text import sentences
from onrecord.records import Attribution, Span


def heard(text: str, cast: Cast) -> list[tuple[str | None, str | None, list[str]]]:
    def words(span: Span | None) -> str | None:
        return span.of(text) if span else None

    found = listen(text, sentences(text), encoder(), cast)
    return [(words(a.speaker), words(a.cue), [c.of(text) for c in a.content]) for a in found]


def test_in_the_order_of_cues(cast: Cast) -> None:
    text = "The mayor said it rained. It rained, she added, and told reporters that the bridge was closed."
    found = listen(text, sentences(text), encoder(), cast)
    starts = [a.cue.start for a in found if a.cue]
    assert starts == sorted(starts)
    assert len(starts) == 3


def test_rules_leave_a_plain_sentence_as_the_encoder_read_it(cast: Cast) -> None:
    text = "The river was falling, the mayor said."
    (alone,) = attributions(text, encoder())
    assert listen(text, sentences(text), encoder(), cast) == [
        Attribution(speaker=alone.speaker, cue=alone.cue, content=alone.content)
    ]


def test_a_speaker_before_the_cue_is_restored(cast: Cast) -> None:
    text = "Varland's air force counted 193 drones and said 80 had been shot down."
    assert ("Varland's air force", "counted", ["193 drones"]) in heard(text, cast)


def test_the_one_who_cites_a_basis_speaks(cast: Cast) -> None:
    text = "Preliminary data show that nine people died, President Dale said."
    assert [speaker for speaker, _, _ in heard(text, cast)] == ["President Dale"]


def test_a_basis_that_is_read_into_the_words_is_taken_out(cast: Cast) -> None:
    text = "Early figures show that nine people died, the mayor said."
    ((speaker, _, content),) = heard(text, cast)
    assert speaker == "the mayor"
    assert not any("figures" in part for part in content)


def test_what_one_speaker_says_twice_is_heard_once(cast: Cast) -> None:
    text = "From 24 February 2022 to 13 December 2024 Tolland has lost 760,120 personnel, by the General Staff's count."
    ((_, _, content),) = heard(text, cast)
    assert content == [text.partition(", by")[0]]


def test_less_of_the_same_speaker_is_left_out_and_another_speaker_is_not() -> None:
    def said(speaker: int, cue: int, start: int, end: int) -> Attribution:
        voice, verb = (Span(start=at, end=at + 2) for at in (speaker, cue))
        return Attribution(speaker=voice, cue=verb, content=(Span(start=start, end=end),))

    whole, less, other, beside = said(0, 3, 10, 50), said(0, 6, 20, 50), said(60, 63, 20, 50), said(0, 6, 40, 58)
    assert once([less, whole, other, beside]) == [whole, other, beside]


def test_home_is_the_sentence_of_the_cue() -> None:
    spans = (Span(start=0, end=9), Span(start=10, end=20))
    found = Attribution(cue=Span(start=12, end=14), content=(Span(start=0, end=9),))
    assert home(spans, found) == 1
    assert home(spans, Attribution(content=(Span(start=2, end=9),))) == 0


@pytest.mark.parametrize(("start", "end", "expected"), [(0, 9, [0]), (8, 12, [0, 1]), (9, 10, []), (10, 30, [1])])
def test_within_tells_the_sentences_touched(start: int, end: int, expected: list[int]) -> None:
    spans = (Span(start=0, end=9), Span(start=10, end=20))
    assert list(within(spans, Span(start=start, end=end))) == expected
