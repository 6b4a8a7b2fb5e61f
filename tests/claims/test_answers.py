"""Denials answer what was said; a basis gives its words back; one sentence may hold two acts."""

from onrecord.claims.answers import hollow, inverted, parted, rebut, refer
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
