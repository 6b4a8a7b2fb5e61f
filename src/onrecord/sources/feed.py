"""An RSS or Atom feed in, a document an entry out. feedparser gets bytes and never an address: it would open it."""

import io
import re
from typing import Any
from urllib.parse import urljoin

from onrecord.sources.dates import stamp
from onrecord.sources.entries import Entry, publish
from onrecord.sources.markup import fragment
from onrecord.sources.parcel import Found, Parcel

_END = re.compile(rb"</(?:[\w.-]+:)?(?:rss|feed|rdf)\s*>", re.I)
_CLOSED = re.compile(rb"</(?:[\w.-]+:)?(?:item|entry)\s*>", re.I)
_WEB = re.compile(r"https?://", re.I)
_TAIL = 4096
"""Bytes at the end in which a whole feed closes its root element."""


def read(parcel: Parcel) -> Found:
    """The entries in the order of the feed. A truncated feed gives its whole entries and a Problem."""
    # Loaded here: most files are no feeds, and it takes longer to load than a page takes to read.
    import feedparser  # noqa: PLC0415

    try:
        feed = feedparser.parse(io.BytesIO(parcel.data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # its loose parser stumbles over malformed input in many ways
        yield parcel.problem(f"is a feed that cannot be read ({type(error).__name__}): look at it in a browser.")
        return
    cut = bool(feed.bozo) and not _END.search(parcel.data[-_TAIL:])
    whole = feed.entries[: len(_CLOSED.findall(parcel.data))] if cut else feed.entries
    language = feed.feed.get("language")
    base = parcel.address if _WEB.match(parcel.address) else feed.feed.get("link") or ""
    yield from publish(parcel, [_entry(raw, language, base, parcel) for raw in whole])
    if cut:
        yield parcel.problem(f"ends in the middle: its {len(whole)} whole entries are kept; collect it again.")


def _entry(raw: Any, language: str | None, base: str, parcel: Parcel) -> Entry:
    """One entry with its fullest text. The text is extracted only when it is asked for."""
    part = max(raw.get("content") or [{}], key=lambda c: len(c.get("value") or ""))
    if not (part.get("value") or "").strip():
        part = raw.get("summary_detail") or {}
    value, kind = part.get("value") or "", part.get("type") or "text/html"
    title = raw.get("title_detail") or {}
    dates = (stamp(dict.get(raw, key) or "", parcel.zone) for key in ("published", "updated", "created"))
    return Entry(
        link=_link(base, raw.get("link") or ""),
        id=raw.get("id") or "",
        title=fragment(title.get("value") or "") if title.get("type") != "text/plain" else title.get("value") or "",
        date=next((date for date in dates if date), None),
        body=value,
        plain=kind == "text/plain",
        language=part.get("language") or language,
    )


def _link(base: str, link: str) -> str:
    """The address of an entry's page; nothing where the link is an id that is no address (feedparser gives such)."""
    try:
        joined = urljoin(base, link) if link else ""
    except ValueError:
        return ""
    return joined if _WEB.match(joined) else ""
