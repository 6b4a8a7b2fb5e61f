"""Where the encoder takes for an attribution what nobody says."""

import pytest

from onrecord.claims.cast import Cast
from onrecord.claims.void import heading, void
from onrecord.records import Attribution, Span


def at(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start=start, end=start + len(part))


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content", "expected"),
    [
        ("Lind said it rained.", "Lind", "said", "it rained", False),
        ("They were backed by guns.", "guns", "backed by", "They", True),
        ("The lake, which Lind said froze.", "which Lind", "said", "froze", True),
        ("Lind gave no figures.", "Lind", "gave", "no figures", True),
        ("The bridge was closed on Monday.", None, "was closed", "The bridge", True),
    ],
)
def test_nobody_is_heard(text: str, speaker: str | None, cue: str, content: str, expected: bool) -> None:
    heard = Attribution(speaker=at(text, speaker) if speaker else None, cue=at(text, cue), content=(at(text, content),))
    assert void(text, heard) is expected


@pytest.mark.parametrize(
    ("text", "speaker", "expected"),
    [
        ("HALVIK: Missiles hit a mill.", "HALVIK", True),
        ("TOLLAND: Missiles hit a mill.", "TOLLAND", True),
        ("Halvik: Missiles hit a mill.", "Halvik", False),
        ("General Staff: Missiles hit a mill.", "General Staff", False),
        ("HALVIK said missiles hit a mill.", "HALVIK", False),
    ],
)
def test_a_capital_in_capitals_heads_a_report(text: str, speaker: str, expected: bool, cast: Cast) -> None:
    heard = Attribution(speaker=at(text, speaker), content=(at(text, "issiles hit a mill"),))
    assert heading(text, heard, cast) is expected
