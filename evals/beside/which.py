"""Which story: documents of ECB+ by sub-story, beside TF-IDF in one pass."""

from evals.beside.score import Group, Score
from evals.stories import FILE, measured, rows

PEERS = ("TF-IDF, one pass",)


def group() -> Group:
    if not FILE.exists():
        return Group("which story", PEERS, (), (f"ECB+: skipped, {FILE.name} is not there",), "documents")
    us, them = measured()
    names = {"precision": "precision", "recall": "recall", "f1": "F1"}
    scores = (
        Score(f"ECB+ topics, B-cubed {label}", len(rows()), 100 * getattr(us, name), (100 * getattr(them, name),))
        for name, label in names.items()
    )
    return Group("which story", PEERS, tuple(scores), unit="documents")
