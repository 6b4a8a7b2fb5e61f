"""Corpora -> texts with labels. PolNeAR teaches who said what (Newell, Margolin and Ruths, LREC 2018)."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from onrecord.records import Span
from training.labels import Said, Text


def polnear(path: Path) -> Iterator[Text]:
    """The articles of one part: a line a text, {"text", "attributions": [{"source", "cue", "content"}]}, all spans."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            said = [Said(*(_spans(a[role]) for role in ("source", "cue", "content"))) for a in row["attributions"]]
            yield Text(row["text"], said)


def _spans(pairs: list[list[int]] | None) -> tuple[Span, ...]:
    return tuple(Span(start=start, end=end) for start, end in pairs or ())
