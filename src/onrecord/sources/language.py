"""Text in, language code out (ISO 639-1), by py3langid; a text too short to tell has its publisher's language.

Plain English is known by its commonest words: the tables of py3langid take half a second to load.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

from py3langid.langid import MODEL_FILE, LanguageIdentifier

_ENOUGH = 0.5
"""Below this probability the identifier is guessing: names and headlines of foreign places lie between .05 and .4."""
_HEAD = 500
"""Characters that are looked at: more changes nothing and costs time."""
_WORD = re.compile(r"\w+")
_KINDS, _SHARE = 3, 0.12
"""How many different words of English a text needs to be plain English, and which part of its words they are."""


def identify(text: str, expected: str) -> str:
    """The language of `text`, or `expected` where the text does not say clearly."""
    if _plain(text[:_HEAD]):
        return "en"
    code, sure = _identifier().classify(text[:_HEAD])
    return str(code) if sure >= _ENOUGH else primary(expected)


def _plain(head: str) -> bool:
    """Whether a text is plain English: Latin letters, held together by words of English and of no other language."""
    words = _WORD.findall(head.lower())
    found = [word for word in words if word in _english()]
    plain = sum(c.isalpha() and not c.isascii() for c in head) * 50 <= len(head)
    return plain and len(set(found)) >= _KINDS and len(found) >= _SHARE * len(words)


@cache
def _english() -> frozenset[str]:
    table = tomllib.loads((files("onrecord") / "data/sources/english.toml").read_text("utf-8"))
    return frozenset(table["words"])


def sureness(text: str) -> float:
    """How much a text reads like some language, 0 to 1: low for characters in a wrong encoding."""
    return float(_identifier().classify(text[:_HEAD])[1])


def primary(tag: str) -> str:
    """The language of a tag of RFC 5646: "en" of "en-GB"."""
    return tag.strip().replace("_", "-").split("-")[0].lower()


def forget() -> None:
    """Let go of the identifier's tables, 70 MB; the next text loads them again."""
    _identifier.cache_clear()


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
