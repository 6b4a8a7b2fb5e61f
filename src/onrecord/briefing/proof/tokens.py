"""Text -> tokens that can be compared: house spellings folded, numbers by value, everything else to the letter."""

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.briefing.lexicon import words
from onrecord.records import Number, Style

_TOKEN = re.compile(
    r"(?<![\w.,])\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?![\w,]\d|\d)|[^\W_]+(?:[-‑–.,'’/:][^\W_]+)*|[^\w\s]|_"
)
_DIGITS = re.compile(r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+|\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Token:
    """One word, number or mark. `key` is what it is compared by; `start` and `end` are offsets in its text."""

    text: str
    key: str
    start: int
    end: int


def tokens(text: str, offset: int = 0) -> list[Token]:
    """The tokens of a text, with offsets from `offset`, keyed by their letters."""
    return [Token(m[0], m[0], m.start() + offset, m.end() + offset) for m in _TOKEN.finditer(text)]


def value(text: str) -> Number | None:
    """The number that one token names, in digits or words; None where it names none."""
    if _DIGITS.fullmatch(text):
        plain = re.sub(r"[^\d.]", "", text)
        return float(plain) if "." in plain else int(plain)
    return _numerals().get(text.lower())


@lru_cache(maxsize=1)
def _numerals() -> dict[str, int]:
    listed = words()
    made = {w: i for i, w in enumerate(listed.small)}
    for rank, ten in enumerate(listed.tens, start=2):
        made[ten] = rank * 10
        made |= {f"{ten}-{one}": rank * 10 + i for i, one in enumerate(listed.small[1:10], start=1)}
    return made


def keyed(found: list[Token], style: Style) -> list[Token]:
    """The tokens with house spellings and numbers folded into their keys; quoted words keep their letters."""
    table = _spellings(style)
    made: list[Token] = []
    at, inside = 0, False
    while at < len(found):
        token = found[at]
        inside = _quoting(token.text, inside)
        spelled = None if inside else _respelled(found, at, table)
        if spelled is None:
            number = None if inside else value(token.text)
            made.append(token if number is None else Token(token.text, f"#{number}", token.start, token.end))
            at += 1
        else:
            length, replaced = spelled
            made += [Token(t, t, token.start, found[at + length - 1].end) for t in replaced]
            at += length
    return made


def _quoting(mark: str, inside: bool) -> bool:
    if mark == '"':
        return not inside
    return True if mark in "“«„" and len(mark) == 1 else False if mark in "”»" and len(mark) == 1 else inside


def _spellings(style: Style) -> dict[str, list[tuple[list[str], list[str]]]]:
    table: dict[str, list[tuple[list[str], list[str]]]] = {}
    for printed, ours in style.spellings.items():
        source = [t.text for t in tokens(printed)]
        if source:
            table.setdefault(source[0], []).append((source, [t.text for t in tokens(ours)]))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table


def _respelled(
    found: list[Token], at: int, table: dict[str, list[tuple[list[str], list[str]]]]
) -> tuple[int, list[str]] | None:
    """How many tokens from `at` on a house spelling replaces, and by what."""
    text = found[at].text
    for source, ours in table.get(text, []):
        if [t.text for t in found[at : at + len(source)]] == source:
            return len(source), ours
    stem, mark, tail = re.match(r"([^'’]*)(['’]?)(.*)", text, re.DOTALL).groups()  # type: ignore[union-attr]
    for source, ours in table.get(stem, []) if mark else []:
        if len(source) == 1:
            return 1, [*ours[:-1], f"{ours[-1]}{mark}{tail}"]
    return None


def alike(left: Token, right: Token, first: bool = False) -> bool:
    """Whether two tokens say the same; the first of a sentence may differ in its capital."""
    if left.key == right.key:
        return True
    return first and left.key[:1].lower() == right.key[:1].lower() and left.key[1:] == right.key[1:]


def same(left: str, right: str) -> bool:
    """Whether two texts are the same but for white space and the first letter's capital."""
    a, b = " ".join(left.split()), " ".join(right.split())
    return a[:1].lower() == b[:1].lower() and a[1:] == b[1:]
