"""What every record shares: frozen, keyword-only, JSON in and out, ids by content hash."""

import hashlib
from typing import Any, Self

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """The base of all nouns. Two records with equal fields are equal; an unknown field is an error.

    Records never form circles, so none is looked through for them: of millions that would take long.
    """

    def json(self) -> bytes:
        """Canonical JSON: sorted keys, no spaces, UTF-8. The same record always gives the same bytes."""
        return msgspec.json.encode(self, order="sorted")

    @classmethod
    def parse(cls, data: bytes | str) -> Self:
        """The record that `json` wrote. Raises msgspec.ValidationError, naming the field, if it does not fit."""
        return msgspec.json.decode(data, type=cls)


def digest(data: bytes) -> str:
    """SHA-256 of bytes, in hex: the name under which raw bytes are kept."""
    return hashlib.sha256(data).hexdigest()


def ident(prefix: str, *parts: Any) -> str:
    """A content-hashed id, `prefix-` and 20 hex digits (80 bits of SHA-256 over canonical JSON of `parts`)."""
    return f"{prefix}-{hashlib.sha256(msgspec.json.encode(parts, order='sorted')).hexdigest()[:20]}"


class Identified(Record, frozen=True, kw_only=True):
    """A record whose `id` is a hash of what it is. An id that does not fit the content is refused."""

    id: str = ""

    def identity(self) -> str:
        """The id that this content must have."""
        raise NotImplementedError

    def __post_init__(self) -> None:
        expected = self.identity()
        if not self.id:
            msgspec.structs.force_setattr(self, "id", expected)
        elif self.id != expected:
            raise ValueError(f"id {self.id} does not fit its content, which has {expected}")
