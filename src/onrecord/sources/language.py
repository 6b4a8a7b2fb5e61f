"""Text in, language code out (ISO 639-1), by py3langid; a text too short to tell has its publisher's language."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

_ENOUGH = 0.5
"""Below this probability the identifier is guessing: names and headlines of foreign places lie between .05 and .4."""
_HEAD = 500
"""Characters that are looked at: more changes nothing and costs time."""


def identify(text: str, expected: str) -> str:
    """The language of `text`, or `expected` where the text does not say clearly."""
    code, sure = _identifier().classify(text[:_HEAD])
    return str(code) if sure >= _ENOUGH else primary(expected)


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
