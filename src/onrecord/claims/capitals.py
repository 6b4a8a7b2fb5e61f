"""Text -> runs of capitalised words, and the people among them: where names of places can stand."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
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
_OWNED = re.compile(r"['’]s ")
_OPENING = re.compile(r"(?:^|[.!?…:;\"“”«»\n\r(\[|•*–—-])[\s\"'“‘«(\[]*$")
_BACK = 6
LONGEST = 40
"""A run of more capitalised words than this is cut: a headline in capitals, or noise."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    short = "|".join(re.escape(a) for a in sorted(table("places")["abbreviations"], key=lambda a: (-len(a), a)))
    joints = "|".join(table("places")["words"]["joints"])
    upper = r"[^\W\d_a-zß-öø-ÿ]"
    article = r"(?:(?:al|el|ad|an|ar|as|ash|at|az|ed|er|es|esh|et|ez|d|l)[-‐'’])?"
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


@lru_cache(maxsize=4)
def runs(text: str) -> tuple[Run, ...]:
    """Capitalised words that stand together, in order; joints such as "of the" may stand between them."""
    return tuple(_runs(text))


def _runs(text: str) -> Iterator[Run]:
    word, gap = _patterns()
    run: list[Word] = []
    for match in word.finditer(text):
        if not match[0].isalpha() and _SHORTENED.search(match[0]):
            continue
        found = _word(text, match)
        between = text[run[-1].end : found.start] if run else ""
        if run and (run[-1].owns or len(run) == LONGEST or len(between) > 14 or not gap.fullmatch(between)):
            yield tuple(run)
            run = []
        run.append(found._replace(joined=between if run else ""))
    if run:
        yield tuple(run)


def joined(text: str, found: Sequence[Run], known: Callable[[str], bool]) -> list[Run]:
    """The runs, two of them as one where an owner and what it owns are one `known` name: "Cox's Bazar"."""
    whole: list[Run] = []
    for run in found:
        last = whole[-1] if whole else ()
        if last and last[-1].owns and _OWNED.fullmatch(text, last[-1].end, run[0].start):
            end = run[0].start - 1
            names = (text[word.start : then.end] for word in last[-2:] for then in run[:2])
            if any(known(fold(name)) for name in names):
                owner = last[-1]._replace(end=end, text=text[last[-1].start : end], owns=False)
                whole[-1] = (*last[:-1], owner._replace(key=fold(owner.text)), run[0]._replace(joined=" "), *run[1:])
                continue
        whole.append(run)
    return whole


def _word(text: str, match: re.Match[str]) -> Word:
    start, plain, owns = match.start(), match[0], False
    if not plain.isalpha():
        printed = _TAIL.sub("", plain.rstrip("-‐"))
        owned = _ENDING.search(printed)
        plain, owns = (printed[: owned.start()] if owned else printed) or printed, owned is not None
    return Word(start, start + len(plain), plain, fold(plain), "", owns, _opens(text, start))


def _opens(text: str, start: int) -> bool:
    """Whether a sentence, a quotation or an item of a list may begin here."""
    if text[start - 1 : start] == " " and text[start - 2 : start - 1].isalnum():
        return False
    return start == 0 or _OPENING.search(text[max(0, start - _BACK) : start]) is not None


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
