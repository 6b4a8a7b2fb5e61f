"""Score strands on ECB+ (Cybulska and Vossen, LREC 2014), documents by sub-story.

`python -m evals.stories [FILE] [--cross]`. FILE is a line a document, gzip: {"doc", "topic", "event", "text"}. Each
topic of ECB+ holds two sub-topics, reports of one happening and of another of the same sort: "1ecb" and "1plus". These
are the gold clusters, over all topics at once. No document has a date, so they come in the order of their ids, which is
random. B-cubed (Bagga and Baldwin 1998): precision and recall of each document's cluster, averaged over documents, in
percent.

Beside ours stands TF-IDF in one pass: document frequencies counted as documents come, cosine to the sums of clusters,
at the threshold that suits this very file best. `--cross` chooses our limits, and its threshold, on topics other than
those measured: three shuffles of the topics in three parts, each part measured with what suits the other two best.
"""

import gzip
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import product
from math import log, sqrt
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from onrecord.events.gist import TOKEN
from onrecord.events.strands import strands
from onrecord.events.tables import Bundling, bundling
from onrecord.records import Document

FILE = Path(__file__).parents[2] / "shared/data/ecbplus/dev.jsonl.gz"
THRESHOLDS = tuple(n / 100 for n in range(15, 40, 3))
GRID = tuple(product((0.10, 0.12, 0.14), (0.50, 0.54, 0.57, 0.60), (0.25, 0.35)))
"""`least`, `split` and `usual` to choose from."""
SHUFFLES, PARTS = 3, 3

Labels = list[object]


class Shares(NamedTuple):
    """B-cubed, and how many clusters were made."""

    precision: float
    recall: float
    f1: float
    clusters: int


def bcubed(made: Sequence[object], gold: Sequence[object]) -> Shares:
    """How far clusters are the gold ones; both give each document a label."""
    both, ours, theirs = Counter(zip(made, gold, strict=True)), Counter(made), Counter(gold)
    precision = sum(n * n / ours[m] for (m, _), n in both.items()) / len(made)
    recall = sum(n * n / theirs[g] for (_, g), n in both.items()) / len(made)
    return Shares(precision, recall, 2 * precision * recall / (precision + recall), len(ours))


@cache
def rows(path: Path = FILE) -> tuple[dict[str, Any], ...]:
    """The documents of a file, in the order in which a run takes them."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    return tuple(sorted(found, key=lambda row: document(row).id))


def document(row: dict[str, Any]) -> Document:
    return Document(source="ecbplus", address=row["doc"], title="", text=row["text"])


def ours(told: Sequence[dict[str, Any]], limits: Bundling | None = None) -> Labels:
    """The strand of each document."""
    documents = [document(row) for row in told]
    home = {id: strand.key for strand in strands(documents, limits) for id in strand.documents}
    return [home[d.id] for d in documents]


# ── TF-IDF in one pass ────────────────────────────────────────────────────────────────────────────────────────────


@cache
def _words(text: str) -> Counter[str]:
    return Counter(word.lower() for word in TOKEN.findall(text))


def onepass(told: Sequence[dict[str, Any]], threshold: float) -> Labels:
    """The cluster of each document by TF-IDF."""
    known: Counter[str] = Counter()
    sums: list[dict[str, float]] = []
    sizes: list[float] = []
    labels: Labels = []
    for count, row in enumerate(told, 1):
        found = _words(row["text"])
        known.update(found.keys())
        vector = {w: (1 + log(n)) * (log((1 + count) / (1 + known[w])) + 1) for w, n in found.items()}
        near = [_dot(vector, c) / size for c, size in zip(sums, sizes, strict=True)]
        at = max(range(len(near)), key=lambda n: near[n], default=0)
        own = _size(vector)
        if not near or near[at] < threshold * own:
            at = len(sums)
            sums.append({})
            sizes.append(0.0)
        for word, x in vector.items():
            sums[at][word] = sums[at].get(word, 0.0) + x / own
        sizes[at] = _size(sums[at])
        labels.append(at)
    return labels


def _dot(left: dict[str, float], right: dict[str, float]) -> float:
    return sum(x * right[w] for w, x in left.items() if w in right)


def _size(vector: dict[str, float]) -> float:
    return sqrt(sum(x * x for x in vector.values()))


# ── All documents, and topics left out ────────────────────────────────────────────────────────────────────────────


def gold(told: Sequence[dict[str, Any]]) -> Labels:
    return [row["event"] for row in told]


@cache
def measured(path: Path = FILE) -> tuple[Shares, Shares]:
    """Ours and TF-IDF's on all documents of a file."""
    told = rows(path)
    theirs = (bcubed(onepass(told, threshold), gold(told)) for threshold in THRESHOLDS)
    return bcubed(ours(told), gold(told)), max(theirs, key=lambda shares: shares.f1)


def groups(told: Sequence[dict[str, Any]]) -> Iterator[list[list[dict[str, Any]]]]:
    """Shuffles of the topics, each in so many parts."""
    for seed in range(SHUFFLES):
        topics = sorted({row["topic"] for row in told})
        random.Random(seed).shuffle(topics)
        yield [[row for row in told if row["topic"] in topics[part::PARTS]] for part in range(PARTS)]


def crossed(told: Sequence[dict[str, Any]], trials: Sequence[Callable[[list[dict[str, Any]]], Labels]]) -> list[Shares]:
    """Each part measured with the trial that suits the other parts of its shuffle best."""
    found = []
    for parts in groups(told):
        scored = [[bcubed(trial(part), gold(part)) for part in parts] for trial in trials]
        for at in range(PARTS):
            best = max(scored, key=lambda row: sum(s.f1 for n, s in enumerate(row) if n != at))
            found.append(best[at])
    return found


def cross(told: Sequence[dict[str, Any]]) -> tuple[list[Shares], list[Shares]]:
    """Ours and TF-IDF's, chosen on other topics than those measured."""

    def limited(least: float, split: float, usual: float) -> Callable[[list[dict[str, Any]]], Labels]:
        return lambda part: ours(part, replace(bundling(), least=least, split=split, usual=usual))

    def cut(threshold: float) -> Callable[[list[dict[str, Any]]], Labels]:
        return lambda part: onepass(part, threshold)

    return crossed(told, [limited(*row) for row in GRID]), crossed(told, [cut(t) for t in THRESHOLDS])


def line(name: str, found: Sequence[Shares]) -> str:
    """The means of some scores."""
    cells = "".join(f"{100 * sum(s[n] for s in found) / len(found):10.1f}" for n in range(3))
    return f"{name:34}{cells}{sum(s.clusters for s in found) / len(found):10.0f}"


def main(*options: str) -> None:
    path = next((Path(o) for o in options if not o.startswith("-")), FILE)
    if not path.exists():
        print(f"not run: the corpus is not here ({path})")
        return
    told, start = rows(path), time.process_time()
    ours(told)
    spent = time.process_time() - start
    us, them = measured(path)
    print(f"{'stories':34}{'precision':>10}{'recall':>10}{'F1':>10}{'clusters':>10}")
    print(line("ours", [us]))
    print(line("TF-IDF, one pass", [them]))
    if "--cross" in options:
        fitted = [bcubed(ours(part), gold(part)) for parts in groups(told) for part in parts]
        chosen, cut = cross(told)
        print(line("parts of the topics: ours", fitted))
        print(line("  limits chosen on other topics", chosen))
        print(line("  TF-IDF, chosen on other topics", cut))
    print(f"{len(told)} documents of {len(set(gold(told)))} stories, {len(told) / spent:,.0f} a CPU-second")


if __name__ == "__main__":
    main(*sys.argv[1:])
