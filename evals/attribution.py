"""Score who said what on PolNeAR (US political news, 2016). `python -m evals.attribution [FILE] [--encoder]`.

FILE is a line a text, gzip: {"text", "attributions": [{"source", "cue", "content": [[start, end], ...]}]}. `--encoder`
scores the encoder alone, without the rules after it. Every span counts as the words that it covers, so that marks at
its borders never matter. Micro-averaged, in percent, precision, recall and F1 of

  speaker, cue, content   spans with equal words
  content50               one to one, contents share half of their words or more
  linked                  content50, and the speakers share a word or both are absent: "who said what"
  exact                   all three equal

and recall of linked by how much of the content is quoted. Two human annotators reach linked F1 75.4.
"""

import bisect
import gzip
import json
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.claims.attribution import attributions, listen
from onrecord.claims.cast import Cast
from onrecord.claims.encoder import encoder
from onrecord.claims.text import sentences
from onrecord.records import Attribution, Span, Story

FILE = Path(__file__).parents[2] / "shared/data/polnear/dev.jsonl.gz"
ROLES = ("speaker", "cue", "content")
NOWHERE = Story(title="none", first_day=date(2000, 1, 1), time_zone="UTC")

_WORD = re.compile(r"\w+(?:[’'.\-]\w+)*")
_MARK = re.compile(r"[\"“”\n]")

Words = frozenset[int]
Reads = Callable[[str], Iterable[Attribution]]


class Said(NamedTuple):
    """One attribution as the words of its roles."""

    speaker: Words
    cue: Words
    content: Words


class Page:
    """The words of one text, and which of them stand in quotation marks."""

    def __init__(self, text: str) -> None:
        found = list(_WORD.finditer(text))
        self.starts, self.ends = [m.start() for m in found], [m.end() for m in found]
        self.quoted = list(_quoted(text, self.starts))

    def words(self, spans: Iterable[tuple[int, int]]) -> Words:
        """The indices of the words that the spans touch."""
        return frozenset(
            at
            for start, end in spans
            for at in range(bisect.bisect_right(self.ends, start), bisect.bisect_left(self.starts, end))
        )

    def sort(self, content: Words) -> str:
        """direct, mixed or indirect: all, some or none of the content in quotation marks."""
        marks = [self.quoted[at] for at in content]
        return "direct" if marks and all(marks) else "mixed" if any(marks) else "indirect"


def _quoted(text: str, starts: list[int]) -> Iterator[bool]:
    marks = [(m.start(), m.group()) for m in _MARK.finditer(text)]
    inside, passed = False, 0
    for start in starts:
        while passed < len(marks) and marks[passed][0] < start:
            mark = marks[passed][1]
            inside = mark == "“" or (mark == '"' and not inside)
            passed += 1
        yield inside


def gold(page: Page, row: dict[str, Any]) -> list[Said]:
    return _kept(
        Said(*(page.words(map(tuple, given[role] or ())) for role in ("source", "cue", "content")))
        for given in row["attributions"]
    )


def read(page: Page, found: Iterable[Attribution]) -> list[Said]:
    return _kept(
        Said(page.words(_edges(a.speaker)), page.words(_edges(a.cue)), page.words(_edges(*a.content))) for a in found
    )


def _edges(*spans: Span | None) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans if span is not None]


def _kept(said: Iterable[Said]) -> list[Said]:
    return [s for s in said if s.content or s.cue]


def runs(words: Words) -> set[Words]:
    """Words that stand side by side."""
    made: list[set[int]] = []
    for at in sorted(words):
        if made and at - 1 in made[-1]:
            made[-1].add(at)
        else:
            made.append({at})
    return {frozenset(run) for run in made}


def count(page: Page, asked: list[Said], found: list[Said], tally: Counter[str]) -> None:
    """Add one text to the tally: right, asked and found, by row of the table."""
    for role in ROLES:
        spans = [{run for said in side for run in runs(getattr(said, role))} for side in (asked, found)]
        _add(tally, role, len(spans[0] & spans[1]), len(spans[0]), len(spans[1]))
    pairs = list(_pairs(asked, found))
    linked = [(a, b) for a, b in pairs if a.speaker & b.speaker or not (a.speaker or b.speaker)]
    _add(tally, "content50", len(pairs), len(asked), len(found))
    _add(tally, "linked", len(linked), len(asked), len(found))
    _add(tally, "exact", (Counter(asked) & Counter(found)).total(), len(asked), len(found))
    for said in asked:
        _add(tally, page.sort(said.content), 0, 1, 0)
    for said, _ in linked:
        _add(tally, page.sort(said.content), 1, 0, 0)


def _add(tally: Counter[str], row: str, right: int, asked: int, found: int) -> None:
    tally.update({f"{row} right": right, f"{row} asked": asked, f"{row} found": found})


def _pairs(asked: list[Said], found: list[Said]) -> Iterator[tuple[Said, Said]]:
    """One to one, the best first: share of content words, then of cue and speaker."""
    near = [
        (len(a.content & b.content) / len(a.content | b.content), len(a.cue & b.cue), len(a.speaker & b.speaker), i, j)
        for i, a in enumerate(asked)
        for j, b in enumerate(found)
        if a.content & b.content
    ]
    left, right = set(range(len(asked))), set(range(len(found)))
    for share, _, _, i, j in sorted(near, reverse=True):
        if share >= 0.5 and i in left and j in right:
            left.remove(i)
            right.remove(j)
            yield asked[i], found[j]


def score(rows: Iterable[dict[str, Any]], reads: Reads) -> dict[str, float]:
    """Shares from 0 to 1: precision, recall and F1 of each row of the table, and recall by sort of content."""
    tally: Counter[str] = Counter()
    for row in rows:
        page = Page(row["text"])
        count(page, gold(page, row), read(page, reads(row["text"])), tally)
    shares: dict[str, float] = {}
    for line in (*ROLES, "content50", "linked", "exact"):
        right, asked, found = (tally[f"{line} {what}"] for what in ("right", "asked", "found"))
        shares[f"{line} precision"], shares[f"{line} recall"] = right / max(1, found), right / max(1, asked)
        shares[f"{line} F1"] = 2 * right / max(1, asked + found)
    for name in ("direct", "mixed", "indirect"):
        shares[f"{name} recall"] = tally[f"{name} right"] / max(1, tally[f"{name} asked"])
    return shares


def rows(path: Path = FILE) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def reader() -> Reads:
    """Encoder and rules, without a story."""
    cast, eye = Cast(NOWHERE), encoder()
    return lambda text: listen(text, sentences(text), eye, cast)


def main(*options: str) -> None:
    path = next((Path(o) for o in options if not o.startswith("-")), FILE)
    if not path.exists():
        print(f"not run: the corpus is not here ({path})")
        return
    eye = encoder()
    reads: Reads = (lambda text: attributions(text, eye)) if "--encoder" in options else reader()
    texts = rows(path)
    start = time.process_time()
    shares = score(texts, reads)
    spent = time.process_time() - start
    print(f"{'':10s}{'precision':>10s}{'recall':>10s}{'F1':>10s}")
    for name in (*ROLES, "content50", "linked", "exact"):
        cells = [100 * shares[f"{name} {what}"] for what in ("precision", "recall", "F1")]
        print(f"{name:10s}" + "".join(f"{cell:10.1f}" for cell in cells))
    print(
        "linked recall, " + ", ".join(f"{n} {100 * shares[f'{n} recall']:.1f}" for n in ("direct", "mixed", "indirect"))
    )
    words = sum(len(row["text"].split()) for row in texts)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{words:,} words, {words / spent:,.0f} a CPU-second with scoring, peak memory {memory} MB")


if __name__ == "__main__":
    main(*sys.argv[1:])
