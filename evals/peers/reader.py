"""Speed: the whole `Extractor`, from text to claims, in a process of its own as a peer is, but on our Python."""

import time
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
from evals.peers.clock import measured

from onrecord.claims import Extractor
from onrecord.records import Document, Source, SourceKind, Story

NOW = datetime(2024, 12, 14, 12, tzinfo=UTC)
SOURCE = Source(id="peer", name="Peer", kind=SourceKind.MEDIA)


def onrecord(case: dict[str, Any]) -> dict[str, Any]:
    """Read the case's texts, as one source of its story brings them."""
    story = msgspec.convert(tomllib.loads(Path(case["story"]).read_text(encoding="utf-8")), Story)
    extractor = Extractor(msgspec.structs.replace(story, sources=(*story.sources, SOURCE)))
    extractor(_document("The mayor of Odesa said on Friday that two people died."))
    ready = time.process_time()
    return measured(lambda texts: [extractor(_document(text)) for text in texts], case["texts"], ready)


def _document(text: str) -> Document:
    return Document(source=SOURCE.id, address=SOURCE.id, title="", text=text, published=NOW)
