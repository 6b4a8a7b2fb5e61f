"""Sentences of the briefings with what they rest on, drawn for reading by hand: does the evidence say it?"""

import csv
import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from evals.marking.answer import Line
from evals.marking.ours import run
from evals.scenarios.gold import Half
from evals.scenarios.write import write

ROUND = 90
"""Characters shown on each side of what a sentence rests on."""

FILE = Path(__file__).parents[1] / "sentences.csv"
"""The sentences of one drawing that were read, with what was found of each."""

VERDICTS = {
    "supported": "its characters say it, and it says who, when and how surely",
    "arguable": "good readers may differ",
    "speaker": "somebody else said it, or nobody",
    "stance": "the source tells it as untrue or taken back, the sentence as told",
    "meaning": "it says what the characters do not",
    "figure": "a figure is another's, or counts something else",
    "time": "old, told as the day's",
    "source": "a hoax, told under its publisher's name",
    "topic": "supported, and no news of this story",
    "broken": "a reader cannot tell what it says",
    "form": "supported and understood, but not English",
}
"""What a sentence may be judged to be. All but the first two and the last mislead a reader, or tell them nothing."""


def sample(size: int, first: int = 1) -> str:
    """`size` sentences of days of the half `tune`, always the same for a first seed; where one book has too few, of the
    seeds that follow."""
    found: list[str] = []
    for seed in count(first):
        told = list(shown(seed))
        found += sorted(random.Random(seed).sample(told, min(len(told), size - len(found))))
        if len(found) >= size or not told:
            break
    return "".join(f"{at}. {entry}\n" for at, entry in enumerate(found, 1))


def shown(seed: int) -> Iterator[str]:
    """Every sentence of one book's tune days."""
    with tempfile.TemporaryDirectory() as made:
        book = write(Path(made), seed)
        at = run(Path(made))
        for day in sorted({r.day for r in book.reports if r.half is Half.TUNE}):
            texts = {d.address: d.text for d in at.view(day).documents}
            for line in at.day(day).lines:
                yield entry(seed, day, line, texts)


def entry(seed: int, day: int, line: Line, texts: dict[str, str]) -> str:
    """One sentence, and below it the characters that it rests on, between marks, with some of the text around."""
    rests = [
        f"   [{p.url}] …{texts[p.url][max(0, p.start - ROUND) : p.start]}»{texts[p.url][p.start : p.end]}«"
        f"{texts[p.url][p.end : p.end + ROUND]}…"
        for p in line.pieces
    ]
    head = f"(book {seed}, day {day:02}, {'news' if line.news else 'background'}) {line.text}"
    return "\n".join([head, *(" ".join(r.split("\n")) for r in rests), ""])


def judged() -> list[dict[str, str]]:
    """The sentences that were read: book, day, sentence, verdict, why."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def table(rows: list[dict[str, str]]) -> str:
    """A Markdown table: how many sentences have each verdict."""
    counts = Counter(row["verdict"] for row in rows)
    lines = [f"| {verdict} | {meaning} | {counts[verdict]} |" for verdict, meaning in VERDICTS.items()]
    return "\n".join(["| verdict | is | sentences |", "|---|---|---|", *lines, f"| all | | {len(rows)} |"])
