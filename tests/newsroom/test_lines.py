"""The contract of --json: every span with its characters."""

from onrecord.newsroom import lines
from onrecord.records import Attribution, Claim, Problem, Span

TEXT = "The board said a dam had burst."
CLAIM = Claim(
    document="d-1",
    attribution=Attribution(
        speaker=Span(start=0, end=9), cue=Span(start=10, end=14), content=(Span(start=15, end=30),)
    ),
    proposition=Span(start=15, end=30),
    sentence=Span(start=0, end=31),
)


def test_spans_bring_their_characters() -> None:
    told = lines.plain(CLAIM, TEXT)
    assert told["attribution"]["speaker"] == {"start": 0, "end": 9, "text": "The board"}
    assert told["attribution"]["content"] == [{"start": 15, "end": 30, "text": "a dam had burst"}]
    assert told["attribution"]["venue"] is None
    assert told["stance"] == "unattributed"


def test_failure_has_the_shape_of_a_reading() -> None:
    told = lines.failure("a.txt", [Problem(subject="a.txt", stage="collect", message="is empty")])
    assert (told["doc"], told["text"], told["claims"]) == ("a.txt", "", [])
    assert told["problems"] == [{"subject": "a.txt", "stage": "collect", "message": "is empty"}]


def test_row_is_flat() -> None:
    row = lines.row(CLAIM, TEXT)
    assert row["proposition"] == "a dam had burst"
    assert not any(isinstance(value, dict | list) for value in row.values())
