from typing import Any

from msgspec.structs import replace

from onrecord.briefing.proof.stack import Stack
from onrecord.records import Evidence, Span


def test_evidence_must_be_exact(full: Any) -> None:
    stack = Stack(full.shelf.day, full.view, full.story)
    document = full.documents[0]
    good = Evidence.take(document.id, document.text, Span(start=0, end=9), document.source)
    assert stack.exact(good)
    for bad in (
        replace(good, quote="other"),
        replace(good, prefix="x"),
        replace(good, source="post"),
        replace(good, document="d-0"),
        replace(good, span=Span(start=0, end=10**6)),
        replace(good, span=Span(start=0, end=0), quote=""),
    ):
        assert not stack.exact(bad)


def test_what_a_document_calls_false_is_kept_apart(full: Any) -> None:
    stack = Stack(full.shelf.day, full.view, full.story)
    assert [c.debunked for told in stack.false.values() for c in told] == [True]
    assert len(stack.fresh) == 8
