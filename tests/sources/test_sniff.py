"""Formats: content decides, the name only where content is silent."""

import pytest

from onrecord.sources.decode import Unreadable
from onrecord.sources.sniff import Format, sniff


@pytest.mark.parametrize(
    ("data", "name", "format"),
    [
        ("The river rose.", "a.txt", Format.TEXT),
        ("# Flood\n\nThe river rose.", "a.md", Format.TEXT),
        ("The river rose.", "", Format.TEXT),
        ("<b>not</b> a page", "a.txt", Format.TEXT),
        ('{"a": 1} is how it looks', "a.txt", Format.TEXT),
        ("<!DOCTYPE html><p>x", "a.txt", Format.PAGE),
        ("\ufeff  <!-- hi -->\n<HTML lang='en'>", "page", Format.PAGE),
        ("<p>x</p>", "a.html", Format.PAGE),
        ('<?xml version="1.0"?><!DOCTYPE html><html>', "a.xhtml", Format.PAGE),
        ('<?xml version="1.0"?>\n<?xml-stylesheet href="x"?><!-- c --><rss version="2.0">', "a.txt", Format.FEED),
        ('<feed xmlns="http://www.w3.org/2005/Atom">', "a.html", Format.FEED),
        ('<rdf:RDF xmlns="http://purl.org/rss/1.0/">', "a.xml", Format.FEED),
        ('{"version": "https://jsonfeed.org/version/1.1", "items": []}', "a.txt", Format.JSON_FEED),
        ('{"version": "https:\\/\\/jsonfeed.org\\/version\\/1"}', "feed", Format.JSON_FEED),
        ("{}", "a.json", Format.JSON_FEED),
        ('{"text": "x"}', "a.jsonl", Format.LINES),
        ("broken", "a.ndjson", Format.LINES),
    ],
)
def test_format(data: str, name: str, format: Format) -> None:
    assert sniff(data.encode(), name) == format


def test_utf16_markup_is_seen() -> None:
    assert sniff("<html><p>x".encode("utf-16"), "a.txt") == Format.PAGE


@pytest.mark.parametrize(
    ("data", "what"), [("<html>moved", "web page, not a feed"), ("<svg/>", "neither RSS nor Atom")]
)
def test_a_feed_that_is_none(data: str, what: str) -> None:
    with pytest.raises(Unreadable, match=what):
        sniff(data.encode(), "feed.xml")
