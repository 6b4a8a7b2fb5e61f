"""Tokens and their offsets."""

from onrecord.claims.tokens import tokens
from onrecord.records import Span


def test_sorts() -> None:
    source = tokens("Boria’s F-16 hit 1,026.")
    assert [(t.low, t.sort) for t in source.all] == [
        ("boria", "word"),
        ("’s", "owner"),
        ("f", "word"),
        ("-", "mark"),
        ("16", "number"),
        ("hit", "word"),
        ("1,026", "number"),
        (".", "mark"),
    ]
    assert source.joined(4) and not source.joined(5)
    assert source.printed(0) == "Boria"


def test_range_of_a_span() -> None:
    source = tokens("one two three")
    assert source.range(Span(start=4, end=7)) == (1, 2)
    assert source.range(Span(start=0, end=13)) == (0, 3)
