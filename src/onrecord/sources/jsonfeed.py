"""A JSON Feed (1.0 or 1.1) in, a document an item out. https://www.jsonfeed.org/version/1.1/"""

from typing import Any

import msgspec

from onrecord.sources.dates import stamp
from onrecord.sources.decode import decode
from onrecord.sources.entries import Entry, publish
from onrecord.sources.parcel import Found, Parcel


def read(parcel: Parcel) -> Found:
    """The items in the order of the feed."""
    try:
        feed = msgspec.json.decode(decode(parcel.data).text)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        yield parcel.problem(f"is not whole JSON ({error}): collect it again.")
        return
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        yield parcel.problem(
            'is JSON, but no JSON Feed: that is an object with "items"; reports go into a .jsonl file.'
        )
        return
    language = _word(feed, "language")
    yield from publish(parcel, [_entry(item, language, parcel) for item in items if isinstance(item, dict)])
    odd = sum(not isinstance(item, dict) for item in items)
    if odd:
        yield parcel.problem(f"{odd} of its {len(items)} items are no objects and are left out.")


def _entry(item: dict[str, Any], language: str, parcel: Parcel) -> Entry:
    markup = _word(item, "content_html")
    plain = _word(item, "content_text") or _word(item, "summary")
    dates = (stamp(_word(item, key), parcel.zone) for key in ("date_published", "date_modified"))
    own = item.get("id")
    return Entry(
        link=_word(item, "url"),
        id=str(own) if isinstance(own, str | int) else "",
        title=_word(item, "title"),
        date=next((date for date in dates if date), None),
        body=markup or plain,
        plain=not markup,
        language=_word(item, "language") or language or None,
        own=bool(_word(item, "language")),
    )


def _word(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    return value if isinstance(value, str) else ""
