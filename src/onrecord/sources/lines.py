"""JSON Lines in, a document a line out; a bad line is a Problem with its number, and the others go on."""

import io
from typing import Any

import msgspec

from onrecord.sources.dates import stamp
from onrecord.sources.decode import refuse
from onrecord.sources.page import markup
from onrecord.sources.parcel import Draft, Found, Parcel
from onrecord.sources.text import headline

_KNOWN = frozenset({"source", "url", "published", "title", "text", "html", "language"})
_SHOWN = 20
"""Bad lines that are named one by one; the rest are counted."""


class BadLine(Exception):
    """A line that makes no document; the message says why."""


def read(parcel: Parcel) -> Found:
    """The documents of a file whose lines are objects {source, url, published, title, text | html, language}."""
    refuse(parcel.data)
    bad = made = 0
    for number, line in enumerate(io.BytesIO(parcel.data.removeprefix(b"\xef\xbb\xbf")), 1):
        if not line.strip():
            continue
        try:
            draft = _draft(line.strip(), number, parcel)
            when = parcel.when(draft)
            if when is None:
                raise BadLine('has no publication date: add "published", or pass --published DATE.')
            yield parcel.capture(draft, when)
            made += 1
        except BadLine as why:
            bad += 1
            if bad <= _SHOWN:
                yield parcel.problem(str(why), line=number)
    if bad > _SHOWN:
        yield parcel.problem(f"{bad - _SHOWN} more lines could not be used.")
    if not bad and not made:
        yield parcel.problem("holds no line: each line is to be a JSON object with source, published and text.")


def _draft(line: bytes, number: int, parcel: Parcel) -> Draft:
    row = _row(line)
    known = {key: _word(row, key) for key in sorted(_KNOWN)}
    source = known["source"] or parcel.source.id
    if parcel.sources and all(source != s.id for s in parcel.sources):
        raise BadLine(
            f"names the source '{source}', which story.toml does not have: add it there, or correct the line."
        )
    draft = _body(known, parcel)
    published = known["published"]
    date = stamp(published, parcel.zone) if published else None
    if published and date is None:
        raise BadLine(f"has a publication date that is none: '{published[:60]}' (use 2024-12-14T09:00:00+02:00).")
    return Draft(
        text=draft.text,
        title=known["title"] or draft.title or headline(draft.text),
        dates=(date,) if date else draft.dates,
        shown=draft.shown,
        address=known["url"] or f"{parcel.address}#{_name(row, number)}",
        language=known["language"] or _home(source, parcel),
        sure=bool(known["language"]),
        source=source,
        raw=line,
        extra={key: _plain(value) for key, value in row.items() if key not in _KNOWN},
    )


def _row(line: bytes) -> dict[str, Any]:
    try:
        row = msgspec.json.decode(line)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise BadLine(f"is not JSON: {error}.") from error
    if not isinstance(row, dict):
        raise BadLine('is not a JSON object: write {"source": ..., "published": ..., "text": ...}.')
    return row


def _word(row: dict[str, Any], key: str) -> str:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise BadLine(f'has a "{key}" that is no string.')
    return value or ""


def _body(known: dict[str, str], parcel: Parcel) -> Draft:
    """What the line tells: its text with every character, or the report in its HTML."""
    if known["text"].strip():
        return Draft(text=known["text"])
    if not known["html"].strip():
        raise BadLine('has neither "text" nor "html".')
    draft = markup(known["html"], parcel.zone)
    if not draft.text:
        raise BadLine('has "html" that shows no text.')
    return draft


def _name(row: dict[str, Any], number: int) -> str:
    """What a line without a URL is called: its own id, else its number."""
    own = row.get("id")
    return str(own) if isinstance(own, str | int) and str(own) else f"L{number}"


def _home(source: str, parcel: Parcel) -> str | None:
    """The language that a source of the story usually writes."""
    return next((s.language for s in parcel.sources if s.id == source), None)


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value, order="sorted").decode()
