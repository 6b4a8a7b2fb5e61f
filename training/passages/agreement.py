"""How far two annotators (GUIDE.md) agree who never saw each other's labels. `python -m training.passages.agreement`.

The first labels lie beside this file, the second in `second/`. Attributions are matched as the reader's are scored
(contents share half of their characters, speakers touch); fields are compared on claims that cover the same part with
the same cue. Differences were settled in the first file; `--before REV` compares with what stood there at a revision.
"""

import argparse
import subprocess
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from evals.passages.agree import iou, linked
from evals.passages.gold import Figure, Gold, Passage, Raw, read, resolve

FOLDER = Path(__file__).parent


class Case(NamedTuple):
    """One label of either annotator: whether the other has it alike."""

    field: str
    passage: str
    alike: bool
    first: str
    second: str


def pairs(name: str, before: str = "") -> Iterator[tuple[Passage, Passage]]:
    """The passages of one file with both labels."""
    second = {raw.id: raw for raw in read(FOLDER / "second" / f"{name}.toml")}
    for raw in _first(name, before):
        yield resolve(raw), resolve(second[raw.id])


def _first(name: str, before: str) -> list[Raw]:
    path = FOLDER / f"{name}.toml"
    if not before:
        return list(read(path))
    command = ["git", "show", f"{before}:training/passages/{name}.toml"]
    text = subprocess.run(command, capture_output=True, text=True, check=True, cwd=FOLDER).stdout
    return msgspec.convert(tomllib.loads(text)["passage"], list[Raw])


def cases(first: Passage, second: Passage) -> Iterator[Case]:
    """Every label of both, the first's against the second's and back; what only one has is a difference."""
    text, name = first.document.text, first.raw.id
    for ours, theirs in ((first, second), (second, first)):
        for gold in (g for g in ours.claims if g.speaker and not g.label.maybe):
            found = any(o.speaker and linked(gold, o.content, o.speaker) for o in theirs.claims)
            yield Case("attribution", name, found, _told(gold, text), "-")
        for gold in ours.claims:
            if (other := _same(gold, theirs)) is not None and ours is first:
                yield from _fields(name, gold, other, text)
        figures = {span: f for g in theirs.claims for span, f in g.figures}
        for gold in ours.claims:
            for span, figure in gold.figures:
                near = [f for s, f in figures.items() if s.overlaps(span)]
                yield Case(
                    "figure", name, any(_equal(figure, f) for f in near), _plain(figure), str([*map(_plain, near)])
                )


def _fields(name: str, one: Gold, two: Gold, text: str) -> Iterator[Case]:
    a, b = one.label, two.label
    where = f" in: {one.part.of(text)}"
    for field in ("stance", "kind", "name", "party", "agent", "target"):
        left, right = getattr(a, field), getattr(b, field)
        if left is not None and right is not None:
            yield Case(field, name, bool(_all(left) & _all(right)), f"{left}{where}", str(right))
    if a.venue or b.venue:
        alike = bool(one.venue and two.venue and one.venue.overlaps(two.venue))
        yield Case("venue", name, alike, f"{a.venue}{where}", str(b.venue))


def _same(gold: Gold, other: Passage) -> Gold | None:
    """The other's claim of the same part with the same cue, if there is one."""
    near = [o for o in other.claims if iou((gold.part,), (o.part,)) >= 0.5 and _cued(gold, o)]
    return max(near, key=lambda o: iou((gold.part,), (o.part,)), default=None)


def _cued(one: Gold, two: Gold) -> bool:
    return one.cue.overlaps(two.cue) if one.cue and two.cue else one.cue is two.cue


def _all(value: str | list[str]) -> set[str]:
    return {v.casefold().removeprefix("the ") for v in ([value] if isinstance(value, str) else value)}


def _equal(one: Figure, two: Figure) -> bool:
    fields = ("value", "measure", "operator")
    return all(getattr(one, f) == getattr(two, f) for f in fields) and (one.object or "") == (two.object or "")


def _plain(figure: Figure) -> str:
    return f"{figure.text} {figure.measure} {figure.value} {figure.operator} {figure.object}"


def _told(gold: Gold, text: str) -> str:
    return " | ".join([s.of(text) if s else "-" for s in (gold.speaker, gold.cue)] + [c.of(text) for c in gold.content])


def main(*arguments: str) -> None:
    parser = argparse.ArgumentParser(prog="python -m training.passages.agreement", description=__doc__)
    parser.add_argument("--differences", metavar="NAME", help="list the differences of one file")
    parser.add_argument("--before", metavar="REV", default="", help="the first labels as they stood at a revision")
    options = parser.parse_args(arguments or None)
    names = sorted(path.stem for path in (FOLDER / "second").glob("*.toml"))
    found: dict[str, list[Case]] = defaultdict(list)
    for name in [options.differences] if options.differences else names:
        for case in (c for pair in pairs(name, options.before) for c in cases(*pair)):
            found[case.field].append(case)
    if options.differences:
        for case in (c for every in found.values() for c in every if not c.alike):
            print(f"{case.passage:12} {case.field:12} first: {case.first}\n{'':26}second: {case.second}")
    print(table(found))


def table(found: dict[str, Any]) -> str:
    """Share of the labels that are alike, with how many there are."""
    rows = [
        f"{field:12} {sum(c.alike for c in every) / len(every):.3f} {len(every):6,}" for field, every in found.items()
    ]
    return "\n".join(["field        alike  cases", *rows])


if __name__ == "__main__":
    main()
