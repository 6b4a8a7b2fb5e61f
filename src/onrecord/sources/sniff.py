"""Bytes in, their format out: what they are counts, and the name only where they do not say."""

import re
from enum import StrEnum
from pathlib import PurePosixPath

from onrecord.sources.decode import Unreadable

SUFFIXES = frozenset({".txt", ".md", ".html", ".htm", ".xhtml", ".xml", ".rss", ".atom", ".json", ".jsonl", ".ndjson"})
"""Names that are collected from a folder."""

_HEAD = 4096
_PROLOGUE = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!doctype\s+(?!html)[^>\[]*>)*", re.I | re.S)
_FEED = re.compile(r"<(?:rss|feed|(?:\w+:)?rdf)[\s>]", re.I)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.I)
_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org')
_FEEDS = frozenset({".xml", ".rss", ".atom"})


class Format(StrEnum):
    """What a parcel holds."""

    TEXT = "text"
    PAGE = "page"
    FEED = "feed"
    JSON_FEED = "json-feed"
    LINES = "json-lines"


def sniff(data: bytes, name: str) -> Format:
    """The format. Raises Unreadable where bytes and name contradict each other: a feed that is a web page."""
    suffix = PurePosixPath(name).suffix.lower()
    head = _head(data)
    body = head[_PROLOGUE.match(head).end() :]  # type: ignore[union-attr]
    if _FEED.match(body):
        return Format.FEED
    if _PAGE.match(body):
        if suffix in _FEEDS:
            raise Unreadable("is a web page, not a feed: look in that page for the address of the feed.")
        return Format.PAGE
    if suffix in _FEEDS:
        raise Unreadable("is neither RSS nor Atom: collect a feed, a page, a text or JSON Lines.")
    return _named(suffix, body)


def _named(suffix: str, body: str) -> Format:
    if suffix in (".jsonl", ".ndjson"):
        return Format.LINES
    if suffix == ".json" or (body.startswith("{") and _JSON_FEED.search(body)):
        return Format.JSON_FEED
    return Format.PAGE if suffix in (".html", ".htm", ".xhtml") else Format.TEXT


def _head(data: bytes) -> str:
    """The first characters, well enough to see ASCII markup."""
    start = data[:_HEAD]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return start.decode("utf-16", "replace")
    return start.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
