"""Denials answer what was said; a basis gives its words back; one sentence may hold two acts."""

import pytest

from onrecord.claims.answers import claimant, claimed, hollow, inverted, parted, rebut, refer
from onrecord.records import Attribution, Span


def at(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start=start, end=start + len(part))


def said(text: str, speaker: str, cue: str, content: str) -> Attribution:
    return Attribution(speaker=at(text, speaker), cue=at(text, cue), content=(at(text, content),))


def row(text: str, found: Attribution) -> tuple[str | None, str | None, list[str]]:
    return (
        found.speaker.of(text) if found.speaker else None,
        found.cue.of(text) if found.cue else None,
        [c.of(text) for c in found.content],
    )


def test_a_claim_denied_answers_the_content() -> None:
    text = "It rained, the mayor said, a claim Varland denied."
    heard = said(text, "the mayor", "said", "It rained, the mayor said, a claim Varland denied")
    heard = said(text, "the mayor", "said", "It rained")
    found = rebut(text, Span(start=0, end=len(text)), [heard])
    assert [row(text, a) for a in found] == [
        ("the mayor", "said", ["It rained"]),
        ("Varland", "denied", ["It rained"]),
    ]


def test_the_tail_leaves_the_content() -> None:
    text = "According to Lind it rained, which Varland has denied."
    heard = said(text, "Lind", "According to", "it rained, which Varland has denied")
    found = rebut(text, Span(start=0, end=len(text)), [heard])
    assert [row(text, a)[2] for a in found] == [["it rained"], ["it rained"]]


def test_no_rebuttal_changes_nothing() -> None:
    text = "It rained, the mayor said."
    heard = [said(text, "the mayor", "said", "It rained")]
    assert rebut(text, Span(start=0, end=len(text)), heard) == heard


def test_it_is_what_was_said_before() -> None:
    text = "Lind said it rained. Varland denied the claim."
    first, second = said(text, "Lind", "said", "it rained"), said(text, "Varland", "denied", "the claim")
    assert refer(text, second, [first]).content == first.content
    assert refer(text, second, []) == second


def test_nobody_denies_what_they_just_said_themselves() -> None:
    text = "Lind confirmed a strike but disputed the figures."
    first, second = said(text, "Lind", "confirmed", "a strike"), said(text, "Lind", "disputed", "the figures")
    assert refer(text, second, [first]) == second
    text = "It rained, the mayor said. Lind confirmed a strike but disputed this."
    rain, first = said(text, "the mayor", "said", "It rained"), said(text, "Lind", "confirmed", "a strike")
    assert refer(text, said(text, "Lind", "disputed", "this"), [rain, first]).content == rain.content


def test_a_claim_beside_is_what_was_said() -> None:
    text = "Lind said the hill fell – a claim firmly denied by Varland."
    first, second = said(text, "Lind", "said", "the hill fell"), said(text, "Varland", "firmly denied by", "a claim")
    assert refer(text, second, [first]).content == first.content
    cut = said(text, "Varland", "claim firmly denied by", "hill fell")
    assert row(text, refer(text, cut, [first])) == ("Varland", "firmly denied by", ["the hill fell"])


def test_a_claim_at_the_head_is_not_what_was_said_before() -> None:
    text = "Lind said the hill fell. A claim was denied by Varland."
    first, second = said(text, "Lind", "said", "the hill fell"), said(text, "Varland", "was denied by", "A claim")
    assert refer(text, second, [first]) == second


def test_which_answers_the_charges_and_not_the_verdict() -> None:
    text = "A court jailed two men for ten years on charges of arson, which their lawyers deny."
    heard = said(text, "their lawyers", "deny", "which")
    found = rebut(text, Span(start=0, end=len(text)), [heard])
    assert [row(text, a) for a in found] == [("their lawyers", "deny", ["charges of arson"])]


@pytest.mark.parametrize(
    ("text", "content", "told", "words"),
    [
        (
            "Varland refuted the Tollish army's claim that it fled.",
            "the Tollish army's claim that it fled",
            "it fled",
            True,
        ),
        ("Varland refuted Tollish statements that its men fled.", "Tollish statements that", "its men fled", True),
        ("Varland refuted Tollish statements that its men fled.", "Tollish statements", "its men fled", True),
        ("Varland refuted the claim.", "the claim", "the claim", False),
        ("Varland refuted that its men fled.", "its men fled", "its men fled", False),
    ],
)
def test_what_is_denied_is_what_was_claimed(text: str, content: str, told: str, words: bool) -> None:
    found = claimed(text, Span(start=0, end=len(text)), said(text, "Varland", "refuted", content))
    assert [c.of(text) for c in found.content] == [told]
    assert (claimant(text, found) is not None) is words


def test_it_stays_where_nothing_is_denied() -> None:
    text = "Lind said it rained. Varland repeated the claim."
    first, second = said(text, "Lind", "said", "it rained"), said(text, "Varland", "repeated", "the claim")
    assert refer(text, second, [first]) == second


def test_the_words_of_a_basis_are_the_speakers() -> None:
    text = "According to early reports, nine died, said Lind"
    heard = said(text, "early reports", "According to", "nine died, said Lind")
    found = inverted(text, heard)
    assert found is not None
    assert row(text, found) == ("Lind", "said", ["nine died"])


def test_two_acts_are_two_attributions() -> None:
    text = "Lind said she knew of the shelling and urged both sides to stop."
    whole = Span(start=0, end=len(text))
    found = parted(text, whole, said(text, "Lind", "said", "she knew of the shelling and urged both sides to stop"))
    assert [row(text, a) for a in found] == [
        ("Lind", "said", ["she knew of the shelling"]),
        ("Lind", "urged", ["both sides to stop"]),
    ]
    assert parted(text, whole, said(text, "Lind", "said", "she knew of the shelling"))[1:] == found[1:]


def test_a_quotation_is_not_parted() -> None:
    text = "Lind said “we saw it and urged them to stop”"
    heard = said(text, "Lind", "said", "“we saw it and urged them to stop”")
    assert parted(text, Span(start=0, end=len(text)), heard) == [heard]


def test_a_bare_pronoun_is_hollow() -> None:
    text = "They were backed by guns"
    assert hollow(text, said(text, "guns", "backed by", "They"))
    assert not hollow(text, said(text, "guns", "backed by", "They were"))


def test_a_dateline_is_hollow() -> None:
    text = "MAR, 1 June (Agency). A bridge fell."
    assert hollow(text, said(text, "Agency", "(", "MAR, 1 June"))
