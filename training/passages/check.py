"""Whether labels fit their texts. `python -m training.passages.check FILE...` ends with 1 where one does not."""

import sys
from collections import Counter
from pathlib import Path

import msgspec
from evals.passages.gold import STORIES, Fault, Passage, Raw, read, resolve, stories

from onrecord.records import Measure, Operator, Scope, Stance
from training.classes import KINDS

CODES = {"measure": Measure, "operator": Operator, "scope": Scope}


def faults(raw: Raw, once: bool = False) -> list[str]:
    """What is wrong with one passage: texts that do not occur, codes that do not exist, a half that is not its own.

    Passages labelled `once` are all trained on; of the others every third is held back.
    """
    found = []
    try:
        resolve(raw)
    except Fault as fault:
        found.append(str(fault))
    if raw.story not in STORIES:
        found.append(f"{raw.id}: no story {raw.story!r} in {', '.join(STORIES)}")
    number = int(raw.id.rpartition("-")[2])
    if raw.half not in ("tune", "score") and raw.half != ("train" if once or number % 3 else "held"):
        found.append(f"{raw.id}: half is {raw.half!r}")
    if raw.off and raw.claims:
        found.append(f"{raw.id}: off the topic, but has claims")
    for label in raw.claims:
        kinds = [label.kind] if isinstance(label.kind, str) else label.kind or []
        found += [f"{raw.id}: no kind {kind!r}" for kind in kinds if kind not in KINDS]
        if label.stance is not None and label.stance not in set(Stance):
            found.append(f"{raw.id}: no stance {label.stance!r}")
        for figure in label.quantities:
            given = {name: getattr(figure, name) for name in CODES}
            found += [f"{raw.id}: no {n} {v!r}" for n, v in given.items() if v is not None and v not in set(CODES[n])]
    return found


def main(*names: str) -> int:
    bad = 0
    for name in names:
        try:
            every = list(read(Path(name)))
            lines = [line for raw in every for line in faults(raw, Path(name).parent.name == "more")]
            made: list[Passage] = [] if lines else [resolve(raw) for raw in every]
            stories(made)
        except (msgspec.ValidationError, ValueError) as fault:
            every, lines = [], [str(fault)]
        print(f"{name}: {len(every)} passages, {sum(len(raw.claims) for raw in every)} claims, {len(lines)} faults")
        print("\n".join(lines))
        stances = Counter(label.stance for raw in every for label in raw.claims)
        print("   ".join(f"{stance} {count}" for stance, count in stances.most_common()))
        bad += bool(lines)
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
