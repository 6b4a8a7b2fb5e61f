"""What a search looks for: words, whatever else the user typed."""

import re
import unicodedata

MOST = 32
"""Distinct words of a query that count; a pasted page would only find itself."""


def words(query: str) -> list[str]:
    """The first distinct words of a query, lower case, without accents. Punctuation and operators mean nothing."""
    return list(dict.fromkeys(split(query[:10_000])))[:MOST]


def split(text: str) -> list[str]:
    """All words of a text, folded as `words` does."""
    plain = unicodedata.normalize("NFKD", text.lower())
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", bare)
