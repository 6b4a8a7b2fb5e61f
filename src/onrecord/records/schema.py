"""JSON Schemas of the published records, made from the records themselves."""

from typing import Any

import msgspec

from onrecord.records.record import Record


def schema(record: type[Record]) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that every `record.json()` satisfies."""
    made = msgspec.json.schema(record)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
