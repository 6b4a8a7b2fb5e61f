"""How fast: words a CPU-second of the whole reader and of spaCy's small English parse alone, on the same texts."""

import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from bench import documents
from evals.attribution import FILE, rows
from evals.beside.score import NOT_INSTALLED, Cell, Group, Score
from evals.passages.gold import HERE, passages
from evals.peers import ask

from onrecord.records import Capture, Story
from onrecord.sources import Cache, Kept, collect

REPORTS = 200
"""How many reports are generated."""

Spent = dict[str, float]


class Load(NamedTuple):
    """Texts to read, and the story that ours reads them for."""

    name: str
    story: Path
    texts: list[str]

    @property
    def words(self) -> int:
        return sum(len(text.split()) for text in self.texts)

    def rate(self, spent: Spent) -> float:
        return self.words / spent["seconds"]


def group() -> Group:
    """Each load is read in a process of its own, by ours and by spaCy."""
    with tempfile.TemporaryDirectory() as made:
        runs = [(load, *_spent(load)) for load in loads(Path(made))]
    speeds = [
        _row(f"{load.name}, words a CPU-second", load.words, load.rate(us), load.rate(them) if them else None, ",.0f")
        for load, us, them in runs
    ]
    skipped = () if FILE.exists() else (f"PolNeAR dev: skipped, {FILE.name} is not there",)
    return Group("how fast, one thread", ("spaCy parse", "ours / spaCy"), (*speeds, *_costs(runs)), skipped, "words")


def loads(made: Path) -> Iterator[Load]:
    """The example story's reports, generated ones, PolNeAR where it is, and what is about no story at all."""
    here = HERE["ukraine"]
    yield Load("example story", here, _reports(here))
    documents.write(made, REPORTS)
    yield Load("generated reports", made / "story.toml", _reports(made / "story.toml"))
    if FILE.exists():
        yield Load("PolNeAR dev", here, [row["text"] for row in rows()])
    yield Load("off topic", here, [p.document.text for p in passages() if p.raw.off])


def _reports(path: Path) -> list[str]:
    """What a story's sources hold, in their order."""
    story = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Story)
    captures = collect(story, path.parent, Kept(Cache(path.parent / "cache")))
    return [c.document.text for c in captures if isinstance(c, Capture)]


def _spent(load: Load) -> tuple[Spent, Spent | None]:
    case: dict[str, Any] = {"story": str(load.story), "texts": load.texts}
    us, them = ask("reader.onrecord", [case], Path(sys.executable)), ask("parse.spacy", [case])
    assert us
    return us[0], them[0] if them else None


def _costs(runs: list[tuple[Load, Spent, Spent | None]]) -> Iterator[Score]:
    """The highest peak of all loads, and the least that loading took: each load had its own process."""
    us, them = [us for _, us, _ in runs], [them for _, _, them in runs if them]
    for name, what, worst, form in (
        ("peak memory, MB", "peak", max, ",.0f"),
        ("until ready, CPU-seconds", "ready", min, ".2f"),
    ):
        yield _row(name, 0, worst(s[what] for s in us), worst((s[what] for s in them), default=None), form)


def _row(name: str, words: int, us: float, them: float | None, form: str) -> Score:
    peer: Cell = NOT_INSTALLED if them is None else them
    ratio = "" if them is None else f"{us / them:.2f}"
    return Score(name, words, us, (peer, ratio), form)
