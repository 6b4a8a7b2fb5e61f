"""Name of a data file -> its table, and a list of phrases -> one pattern that finds them in linear time."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML data file `name` (without its ending), read once."""
    return tomllib.loads((files("onrecord") / "data" / f"{name}.toml").read_text(encoding="utf-8"))


def phrases(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of `words` as whole words, longest first, without regard to case; a space fits any white space.

    With no words, a pattern that fits nowhere.
    """
    longest = sorted(set(words), key=lambda w: (-len(w), w))
    if not longest:
        return re.compile(r"(?!)")
    parts = (re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") for word in longest)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)
