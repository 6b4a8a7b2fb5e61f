"""The words that our passages print without a capital, as the package's list. `python -m training.passages.english`."""

import re
from collections import Counter
from pathlib import Path

from evals.passages.gold import FOLDERS, read

OUT = Path(__file__).parents[2] / "src/onrecord/data/briefing/english.txt"
HEAD = "# Words that are no names, as our own passages print them. Made by training.passages.english."
LEAST = 2
"""How often a word must stand without a capital."""
RATIO = 10
"""How much oftener than with one: "mark" and "general" are words and parts of names."""
_LOWER = re.compile(r"(?<![\w.’'-])[a-z]{2,}(?![\w’'-])")
_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?![\w-]| [A-Z])")


def english(texts: list[str]) -> list[str]:
    """The words that texts print in lower case, and hardly ever with a capital inside a sentence; in their order."""
    low = Counter(w for text in texts for w in _LOWER.findall(text))
    high = Counter(w.lower() for text in texts for w in _CAPITAL.findall(text))
    return sorted(word for word, count in low.items() if count >= LEAST and count > RATIO * high[word])


def passages() -> list[str]:
    """The texts of our passages."""
    folders = (FOLDERS[1], FOLDERS[1] / "more")
    return [raw.text for folder in folders for path in sorted(folder.glob("*.toml")) for raw in read(path)]


def main() -> None:
    """Write the list."""
    OUT.write_text("\n".join([HEAD, *english(passages())]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
