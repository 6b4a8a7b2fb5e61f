"""Text -> runs of capitalised words, and the people among them: where names of places can stand."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from onrecord.claims.gazetteer import fold
from onrecord.claims.lexicon import table


class Word(NamedTuple):
    """One capitalised word, without a possessive ending. `joined` is what stands between it and the word before."""

    start: int
    end: int
    text: str
    key: str
    joined: str
    owns: bool
    opens: bool


Run = tuple[Word, ...]

_SHORTENED = re.compile(r"['’](?:ve|ll|re|d|m|t)$", re.IGNORECASE)
_TAIL = re.compile(r"[-‐](?:based|area|held|born|controlled|administered|occupied|bound)$")
_ENDING = re.compile(r"(?:['’][sS]|['’])$")
_OPENING = re.compile(r"(?:^|[.!?…:;\"“”«»\n\r(\[|•*–—-])[\s\"'“‘«(\[]*$")
_BACK = 6
LONGEST = 40
"""A run of more capitalised words than this is cut: a headline in capitals, or noise."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    short = "|".join(re.escape(a) for a in sorted(table("places")["abbreviations"], key=lambda a: (-len(a), a)))
    joints = "|".join(table("places")["words"]["joints"])
    upper = r"[^\W\d_a-zß-öø-ÿ]"
    article = r"(?:(?:al|el|ad|an|ar|as|ash|at|az|ed|d|l)[-‐'’])?"
    word = re.compile(
        rf"(?<![\w@#/&])(?:(?:{short})(?!\w)|(?:[A-Z]\.){{2,}}|[A-Z]\.(?= [A-Z])|{article}{upper}[\w'’ʹ‐-]*)"
    )
    return word, re.compile(rf"[ \u00a0](?:(?:{joints})[ \u00a0]){{0,2}}")


@cache
def forenames() -> frozenset[str]:
    """Folded forenames."""
    lines = (files("onrecord.data") / "forenames.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(fold(line) for line in lines if line and not line.startswith("#"))


@cache
def lexicon(name: str) -> frozenset[str]:
    """One of the word lists of data/places.toml."""
    return frozenset(table("places")["words"][name])


def runs(text: str) -> Iterator[Run]:
    """Capitalised words that stand together, in order; joints such as "of the" may stand between them."""
    word, gap = _patterns()
    run: list[Word] = []
    for match in word.finditer(text):
        if _SHORTENED.search(match.group()):
            continue
        found = _word(text, match)
        between = text[run[-1].end : found.start] if run else ""
        if run and (run[-1].owns or len(run) == LONGEST or len(between) > 14 or not gap.fullmatch(between)):
            yield tuple(run)
            run = []
        run.append(found._replace(joined=between if run else ""))
    if run:
        yield tuple(run)


def _word(text: str, match: re.Match[str]) -> Word:
    start = match.start()
    printed = _TAIL.sub("", match.group().rstrip("-‐"))
    owned = _ENDING.search(printed)
    plain = printed[: owned.start()] if owned else printed
    plain = plain or printed
    opens = bool(_OPENING.search(text[max(0, start - _BACK) : start])) if start else True
    return Word(start, start + len(plain), plain, fold(plain), "", bool(owned), opens)


def surnames(found: Sequence[Run], strange: Callable[[Word], bool]) -> frozenset[str]:
    """Folded words after a forename, an initial, a title or a `strange` word: "Hunter Biden" makes "biden" one."""
    first, titles = forenames(), lexicon("titles")
    heads = table("places")["heads"].keys() | lexicon("civic")
    people: set[str] = set()
    for run in found:
        for before, after in pairwise(run):
            leads = before.key in titles or before.key in first or _initial(before) or strange(before)
            if leads and after.joined.isspace() and after.key not in heads and not before.owns:
                people.add(after.key)
                people.update(
                    w.key for w in run[run.index(after) + 1 :][:1] if w.joined.isspace() and w.key not in heads
                )
    return frozenset(people)


def _initial(word: Word) -> bool:
    return len(word.text) == 2 and word.text.endswith(".")
