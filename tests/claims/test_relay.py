"""Who passes on what another said is never its speaker, and a statement never its own."""

import pytest

from onrecord.claims.attribution import listen
from onrecord.claims.cast import Cast
from onrecord.claims.encoder import encoder
from onrecord.claims.relay import relayed
from onrecord.claims.text import sentences
from onrecord.records import Attribution, Span

Said = tuple[str | None, str | None, list[str], list[str]]


def told(text: str, found: list[Attribution]) -> list[Said]:
    def words(span: Span | None) -> str | None:
        return span.of(text) if span else None

    return [
        (words(a.speaker), words(a.cue), [c.of(text) for c in a.content], [c.of(text) for c in a.chain]) for a in found
    ]


def heard(text: str, cast: Cast) -> list[Said]:
    return told(text, listen(text, sentences(text), encoder(), cast))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The governor later said that two bridges were hit in the raid, Mar News reported.",
            ("The governor", "later said", ["two bridges were hit in the raid"], ["Mar News"]),
        ),
        (
            "The mayor Jon Dale has neither confirmed nor denied the report on talks with Tolland, Mar News reports.",
            (
                "The mayor Jon Dale",
                "has neither confirmed nor denied",
                ["the report on talks with Tolland"],
                ["Mar News"],
            ),
        ),
        (
            "Air defence is at work over Halvik. This was reported by the head of Halvik, Petra Lind, MNA reports.",
            ("the head of Halvik, Petra Lind", "was reported by", ["Air defence is at work over Halvik"], ["MNA"]),
        ),
        (
            "Shells hit Halvik, killing a man of 27, Petra Lind, head of the region, said on Telegram, MNA reports.",
            ("Petra Lind, head of the region", "said", ["Shells hit Halvik, killing a man of 27"], ["MNA"]),
        ),
        (
            "Guns fired twice at the port of Halvik. Guard spokesman Bo Ek said this at a briefing on Monday, "
            "an MNA correspondent reported.",
            ("Guard spokesman Bo Ek", "said", ["Guns fired twice at the port of Halvik"], ["an MNA correspondent"]),
        ),
        (
            "Six drones fell on the port. The mayor announced this on Facebook.",
            ("The mayor", "announced", ["Six drones fell on the port"], []),
        ),
        (
            "Varland's air force said it had downed 24 drones, according to a statement posted on its page.",
            ("Varland's air force", "said", ["it had downed 24 drones"], []),
        ),
    ],
)
def test_what_is_passed_on_is_the_word_of_who_said_it(text: str, expected: Said, cast: Cast) -> None:
    assert heard(text, cast) == [expected]


def test_what_nobody_else_said_is_the_carriers_own() -> None:
    text = "Six drones fell on the port, Mar News reported."
    content, speaker, cue = Span(start=0, end=27), Span(start=29, end=37), Span(start=38, end=46)
    alone = Attribution(speaker=speaker, cue=cue, content=(content,))
    found = relayed(text, Span(start=0, end=len(text)), None, [alone], lambda span: span.of(text) == "Mar News")
    assert found == [alone]


def test_whom_the_carrier_passes_on_alone_is_not_lost() -> None:
    """What the encoder gave to the agency itself stays, where nobody else is heard to say it."""
    text = "Two fell, Ada Holm said, while a hall burned in Halvik, Mar News reports."
    first = Attribution(speaker=Span(start=10, end=18), cue=Span(start=19, end=23), content=(Span(start=0, end=8),))
    rest = Attribution(speaker=Span(start=56, end=64), cue=Span(start=65, end=72), content=(Span(start=31, end=54),))
    found = relayed(text, Span(start=0, end=len(text)), None, [first, rest], lambda span: True)
    assert [a.content for a in found if a.speaker == rest.speaker] == [rest.content]
    assert any(a.speaker == first.speaker and a.chain for a in found)


def test_a_paper_that_tells_more_than_who_is_heard_beside_it_is_kept() -> None:
    text = "According to the bulletin, which Ada Holm said was whole, 171 planes were lost."
    paper = Attribution(speaker=Span(start=13, end=25), cue=Span(start=0, end=12), content=(Span(start=58, end=78),))
    said = Attribution(speaker=Span(start=33, end=41), cue=Span(start=42, end=46), content=(Span(start=47, end=56),))
    assert paper in relayed(text, Span(start=0, end=len(text)), None, [paper, said], lambda span: False)
