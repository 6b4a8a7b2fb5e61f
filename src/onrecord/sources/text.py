"""A text file in, its one document out: the characters unchanged."""

from onrecord.sources.dates import named
from onrecord.sources.decode import decode
from onrecord.sources.parcel import Draft, Found, Parcel

_TITLE = 200
"""Characters beyond which a first line is a paragraph and no title."""


def read(parcel: Parcel) -> Found:
    """The document, and a Problem where bytes could not be read."""
    found = decode(parcel.data, parcel.charset)
    if found.damaged:
        yield parcel.problem(
            f"{found.damaged} bytes are not valid {found.encoding}: they show as \N{REPLACEMENT CHARACTER}."
        )
    extra = {"encoding": found.encoding} if found.guessed else None
    _, rest = named(parcel.name.rpartition(".")[0] or parcel.name, parcel.zone)
    yield parcel.single(Draft(text=found.text, title=headline(found.text) or rest or parcel.name, extra=extra))


def headline(text: str) -> str:
    """The first line of a text, if a blank line follows it and it is no whole paragraph; else nothing."""
    first, _, rest = text.lstrip("\r\n")[: _TITLE * 2].partition("\n")
    second = rest.partition("\n")[0]
    line = first.strip().lstrip("#").strip()
    return line if rest and not second.strip() and len(line) <= _TITLE else ""
