"""The record as tables: CSV, JSON Lines, Parquet."""

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.errors import UsageError
from onrecord.newsroom import lines
from onrecord.newsroom.day import Desk, view_of
from onrecord.newsroom.press import place_bytes
from onrecord.records import Claim, Document, Quantity, View

Row = dict[str, Any]


def claim_rows(view: View) -> Iterator[Row]:
    """A row a claim, flat."""
    texts = {document.id: document for document in view.documents}
    for claim in view.claims:
        yield {**_origin(texts[claim.document]), **lines.row(claim, texts[claim.document].text)}


def figure_rows(view: View) -> Iterator[Row]:
    """A row a figure, with the claim it stands in."""
    texts = {document.id: document for document in view.documents}
    for claim in view.claims:
        for quantity in claim.quantities:
            yield {**_origin(texts[claim.document]), **_figure(claim, quantity, texts[claim.document])}


def document_rows(view: View) -> Iterator[Row]:
    """A row a document, with its text."""
    for document in view.documents:
        yield {"document": document.id, **_origin(document), "language": document.language, "text": document.text}


def _origin(document: Document) -> Row:
    published = document.published.isoformat() if document.published else None
    return {
        "source": document.source,
        "address": document.address,
        "title": document.title,
        "published": published,
    }


def _figure(claim: Claim, quantity: Quantity, document: Document) -> Row:
    return {
        "claim": claim.id,
        "speaker": claim.speaker.name if claim.speaker else None,
        "party": claim.speaker.party if claim.speaker else None,
        "kind": claim.kind,
        "characters": quantity.span.of(document.text),
        **{name: _flat(getattr(quantity, name)) for name in FIGURE},
    }


FIGURE = ("measure", "object", "population", "operator", "value", "low", "high", "unit", "scope", "place")
WHAT = {"claims": claim_rows, "figures": figure_rows, "documents": document_rows}


def _flat(value: Any) -> Any:
    return str(value) if isinstance(value, str) else float(value) if isinstance(value, int | float) else value


def export_rows(desk: Desk, what: str, day: date) -> Iterator[Row]:
    """The rows of one table as of `day`. Raises UsageError that lists the tables there are."""
    if what not in WHAT:
        raise UsageError(f"--what {what!r}: there are {', '.join(WHAT)}.")
    return WHAT[what](view_of(desk, day))


def save(rows: Iterable[Row], what: str, form: str, to: Path | None) -> int:
    """Write rows to a file, or to standard output; how many there were. Parquet needs a file and pyarrow."""
    if form not in WRITERS:
        raise UsageError(f"--format {form!r}: there are {', '.join(WRITERS)}.")
    if form == "parquet" and to is None:
        raise UsageError("--format parquet needs a file: add --out FILE.")
    made = list(rows)
    data = WRITERS[form](made)
    if to is None:
        sys.stdout.write(data.decode())
    else:
        place_bytes(to, data)
    return len(made)


def _csv(rows: list[Row]) -> bytes:
    text = io.StringIO(newline="")
    if rows:
        writer = csv.DictWriter(text, list(rows[0]))
        writer.writeheader()
        writer.writerows({key: _safe(value) for key, value in row.items()} for row in rows)
    return text.getvalue().encode()


def _safe(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def _jsonl(rows: list[Row]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def _parquet(rows: list[Row]) -> bytes:
    try:
        # Heavy and optional: only this format needs it.
        import pyarrow  # noqa: PLC0415
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError:
        raise UsageError("--format parquet needs pyarrow: pip install 'onrecord[parquet]'.") from None
    sink = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), sink)
    return sink.getvalue()


WRITERS = {"csv": _csv, "jsonl": _jsonl, "parquet": _parquet}
