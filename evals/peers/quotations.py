"""Who said what: textacy's extractor of direct quotations over spaCy's parse."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from evals.peers.english import NLP
from textacy.extract.triples import direct_quotations

_PARAGRAPH = re.compile(r"[^\n]+")

Edges = tuple[int, int]


def textacy(text: str) -> list[dict[str, Edges]]:
    """Speaker, cue and content as characters. A paragraph at a time: one unclosed mark makes it refuse the whole."""
    found: list[dict[str, Edges]] = []
    for paragraph in _PARAGRAPH.finditer(text):
        with suppress(ValueError):
            found += _quoted(paragraph.group(), paragraph.start())
    return found


def _quoted(paragraph: str, start: int) -> Iterator[dict[str, Edges]]:
    for speaker, cue, content in direct_quotations(NLP(paragraph)):
        yield {"speaker": _edges(speaker, start), "cue": _edges(cue, start), "content": _edges(content, start)}


def _edges(tokens: Any, start: int) -> Edges:
    return start + tokens[0].idx, start + tokens[-1].idx + len(tokens[-1])
