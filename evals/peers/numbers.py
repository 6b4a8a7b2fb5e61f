"""How many: what a rival writes in an afternoon, a regex for numbers and the nearest noun after or before each."""

import re
from typing import Any

from evals.peers.english import NLP
from spacy.tokens import Doc, Token

_UNITS = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORDS = {word: value for value, word in enumerate(_UNITS)} | {word: 10 * at for at, word in enumerate(_TENS, 2)}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}

_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
_SPELLED = rf"(?:{'|'.join(_TENS)})-(?:{'|'.join(_UNITS[1:10])})|{'|'.join(sorted(WORDS, key=len, reverse=True))}"
NUMBER = re.compile(
    rf"\b(?:(?P<digits>{_DIGITS})|(?P<spelled>{_SPELLED}))(?P<scale>(?:[ -](?:{'|'.join(SCALES)}))?)\b", re.I
)


def nearest_noun(text: str) -> list[dict[str, Any]]:
    """Each number with its characters, its value and the lemma of the noun nearest to it in its sentence."""
    doc = NLP(text)
    return [
        {"start": m.start(), "end": m.end(), "value": value(m), "object": _noun(doc, m.start(), m.end())}
        for m in NUMBER.finditer(text)
    ]


def value(number: re.Match[str]) -> float:
    """What the digits or words come to."""
    if digits := number["digits"]:
        base = float(digits.replace(",", ""))
    else:
        base = float(sum(WORDS[word] for word in number["spelled"].lower().split("-")))
    return base * SCALES.get(number["scale"].strip(" -").lower(), 1)


def _noun(doc: Doc, start: int, end: int) -> str | None:
    within = doc.char_span(start, end, alignment_mode="expand")
    nouns = [token for token in within.sent if token.pos_ in ("NOUN", "PROPN") and not start <= token.idx < end]
    after = [token for token in nouns if token.idx >= end]

    def far(token: Token) -> int:
        return abs(int(token.i) - int(within[0].i))

    chosen = min(after or nouns, key=far, default=None)
    return chosen.lemma_.lower() if chosen is not None else None
