"""Claims to statements, one for each property that says something, and back."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import lru_cache
from typing import Any, TypeVar

import msgspec
from msgspec.structs import force_setattr

from onrecord.ledger.instant import utc
from onrecord.records import Claim, Statement

PROPERTIES = {f.name: f.default for f in msgspec.structs.fields(Claim) if f.name not in ("id", "document")}
"""The properties of a claim in their order, each with its default: a property that has it is not stated."""
RANK = {name: rank for rank, name in enumerate(PROPERTIES)}
CLAIMS = msgspec.json.Decoder(list[Claim])
ALIKE = (
    "document", "attribution", "proposition", "sentence", "speaker", "kind", "agent", "target", "object", "weapon",
    "places",
)  # fmt: skip
"""Properties that claims of one document, or one template, often share."""
T = TypeVar("T")


def state(claim: Claim, reader: str, seen: datetime) -> Iterator[Statement]:
    """The statements that make a claim, in the order of its properties."""
    when = utc(seen)
    for name, default in PROPERTIES.items():
        value: Any = getattr(claim, name)
        if value is not default and value != default:
            text = msgspec.json.encode(value, order="sorted").decode()
            yield Statement(
                claim=claim.id, document=claim.document, property=name, value=text, reader=reader, seen=when
            )


def rebuild(document: str, stated: Iterable[tuple[str, str, str]]) -> tuple[Claim, ...]:
    """The claims of one document from its (claim, property, value) triples, in the order of their characters.

    Raises msgspec.ValidationError where they do not make a claim.
    """
    parts: dict[str, list[str]] = {}
    for claim, name, value in stated:
        parts.setdefault(claim, []).append(f'"{name}":{value}')
    made = (f'{{"id":"{claim}","document":"{document}",{",".join(rest)}}}' for claim, rest in parts.items())
    return tuple(sorted(map(shared, CLAIMS.decode(f"[{','.join(made)}]")), key=place))


def shared(claim: Claim) -> Claim:
    """The claim itself, holding once what many claims say alike."""
    for name in ALIKE:
        value = getattr(claim, name)
        if value:
            force_setattr(claim, name, one(value))
    if when := claim.moment:
        offsets = tuple(at and at.utcoffset() for at in (when.earliest, when.latest))
        force_setattr(claim, "moment", one((when, offsets))[0])  # Equal instants may stand in other zones.
    return claim


@lru_cache(maxsize=1 << 14)
def one(value: T) -> T:
    """The value that equal values are held as."""
    return value


def place(claim: Claim) -> tuple[int, int, str]:
    """Where a claim stands in its document: the key that claims are sorted by."""
    return claim.proposition.start, claim.proposition.end, claim.id


def age(statement: Statement) -> tuple[datetime, str, int, str]:
    """The key that the history of a claim is sorted by: oldest first, then by reader and property."""
    return statement.seen, statement.reader, RANK.get(statement.property, len(RANK)), statement.id
