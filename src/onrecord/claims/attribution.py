"""Text -> attributions: who said what, as spans of speaker, cue and content."""

from collections.abc import Iterator

from onrecord.claims.decode import decode
from onrecord.claims.encoder import Encoder, Floats
from onrecord.claims.windows import Window, windows
from onrecord.records import Attribution

_BATCH = 16
"""Windows decoded at once; each is encoded alone."""


def attributions(text: str, encoder: Encoder) -> Iterator[Attribution]:
    """What the encoder reads, window after window; memory does not grow with the text."""
    card, heads = encoder.card, encoder.heads
    seen: list[tuple[Window, Floats]] = []
    for window in windows(text, encoder.tokenizer, card.window, card.longest):
        seen.append((window, encoder(window)))
        if len(seen) == _BATCH:
            yield from decode(text, seen, heads, card.decoding)
            seen = []
    yield from decode(text, seen, heads, card.decoding)
