"""JSON Lines: a document a line, a Problem for each bad one."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from onrecord.records import Source, SourceKind

Open = Callable[..., Any]
GOOD = {"source": "wire", "url": "https://w.example/1", "published": "2024-12-14T09:00:00+02:00", "text": "It rose."}
SOURCES = (Source(id="wire", name="Wire", kind=SourceKind.WIRE, language="de"),)


def lines(*rows: object) -> str:
    return "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)


def test_a_line_is_a_document(opened: Open) -> None:
    row = {
        **GOOD,
        "text": " It\r\nrose.\n",
        "title": "T",
        "language": "en-GB",
        "views": 12,
        "tags": ["b", "a"],
        "by": "X",
    }
    (document,) = opened(lines(row), "a.jsonl").documents
    assert (document.source, document.address, document.title) == ("wire", "https://w.example/1", "T")
    assert (document.text, document.language) == (" It\r\nrose.\n", "en")
    assert document.extra == (("by", "X"), ("tags", '["b","a"]'), ("views", "12"))


def test_the_bytes_of_a_document_are_its_line(opened: Open) -> None:
    one, two = opened(lines(GOOD, {**GOOD, "url": "https://w.example/2"}), "a.jsonl").documents
    assert one.raw != two.raw


def test_html_is_read_as_page_or_fragment(opened: Open) -> None:
    row = {key: value for key, value in GOOD.items() if key != "text"}
    page = "<html><body><nav>Home</nav><p>The river rose by three metres on Friday, the mayor said.</p></body></html>"
    first, second = opened(lines({**row, "html": "<p>One.</p>Two."}, {**row, "html": page}), "a.jsonl").documents
    assert first.text == "One.\nTwo."
    assert second.text == "The river rose by three metres on Friday, the mayor said."


def test_bad_lines_are_named_and_the_others_go_on(opened: Open) -> None:
    undated = {key: value for key, value in GOOD.items() if key != "published"}
    bad = {
        "{broken": "is not JSON",
        '"text"': "is not a JSON object",
        lines({**GOOD, "source": "elsewhere"}): "'elsewhere'",
        lines({**GOOD, "published": "soon"}): "'soon'",
        lines({**GOOD, "published": 1734160000}): '"published" that is no string',
        lines({**GOOD, "text": ""}): 'neither "text" nor "html"',
        lines({**GOOD, "text": None, "html": "<p>"}): "shows no text",
        lines(undated): "--published",
        '{"a":' * 50_000: "is not JSON",
    }
    found = opened(lines(GOOD, *bad, "", GOOD), "a.jsonl", sources=SOURCES)
    assert len(found.documents) == 2
    for number, (problem, words) in enumerate(zip(found.problems, bad.values(), strict=True), 2):
        assert problem.message.startswith(f"line {number}: ") and words in problem.message


def test_a_thousand_bad_lines_are_counted(opened: Open) -> None:
    found = opened(lines(*["x"] * 1000), "a.jsonl")
    assert len(found.problems) == 21 and "980 more" in found.problems[-1].message


def test_without_source_or_language_the_collecting_source_stands(opened: Open) -> None:
    row = {"published": "2024-12-14", "text": "58", "id": "x7"}
    (document,) = opened(lines(row), "a.jsonl").documents
    assert (document.source, document.language, document.address) == ("post", "en", "a.jsonl#x7")
    (document,) = opened(lines({**GOOD, "text": "58"}), "a.jsonl", sources=SOURCES).documents
    assert document.language == "de"


@pytest.mark.parametrize("text", ["\\ud800", "\\u0000", "a\\udfffb"])
def test_characters_that_no_file_holds_do_no_harm(opened: Open, text: str) -> None:
    found = opened('{"published": "2024-12-14", "text": "x ' + text + '"}', "a.jsonl")
    assert [d.json() for d in found.documents] or found.message


def test_an_empty_file_of_lines_says_so(opened: Open) -> None:
    assert "holds no line" in opened("\n\n", "a.jsonl").message
