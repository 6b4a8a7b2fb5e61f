"""Where: toponyms of LGL and GeoVirus, found and placed, beside the largest place of a name and spaCy's names."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from evals.beside.score import NOT_INSTALLED, Cell, Group, Score, percent
from evals.peers import ask
from evals.places import FOLDER, NEAR, NOWHERE, documents, end_to_end, far, given, gold, overlap

from onrecord.claims.gazetteer import Entry, Gazetteer, fold
from onrecord.claims.places import Locator
from onrecord.records import Extent, Place, Span

CORPORA = {"lgl": "LGL", "geovirus": "GeoVirus"}
PEERS = ("largest place", "spaCy", "spaCy + largest")
Edges = tuple[int, int]


def group() -> Group:
    gazetteer = Gazetteer.open()
    paths = {name: FOLDER / f"{file}.jsonl.gz" for file, name in CORPORA.items()}
    scores = tuple(s for name, path in paths.items() if path.exists() for s in corpus(name, path, gazetteer))
    skipped = (f"{name}: skipped, {path.name} is not there" for name, path in paths.items() if not path.exists())
    return Group("where", PEERS, scores, tuple(skipped))


def corpus(name: str, path: Path, gazetteer: Gazetteer) -> Iterator[Score]:
    chosen = list(documents(path))
    named = ask("names.spacy", [document["text"] for document in chosen])
    us, them = Counter[str](), Counter[str]()
    locator = Locator(NOWHERE, gazetteer)
    for at, document in enumerate(chosen):
        us += placed(locator, document) + found(document, [p.span for p in locator.places(document["text"])])
        us += ended(end_to_end(locator.places, document))
        them["near"] += sum(not far(largest(gazetteer, t["name"]), t) for t in gold(document))
        if named:
            spans = [Span(start=start, end=end) for start, end in named[at] or ()]
            them += found(document, spans) + ended(end_to_end(partial(_rival, gazetteer, spans), document))
    yield from _scores(name, us, them, named is not None)


def _scores(name: str, us: Counter[str], them: Counter[str], installed: bool) -> Iterator[Score]:
    def cell(value: float) -> Cell:
        return value if installed else NOT_INSTALLED

    asked, points = us["toponyms"], us["points"]
    base, names = percent(them["near"], points), cell(percent(them["found"], asked))
    yield Score(f"{name}, toponyms found", asked, percent(us["found"], asked), ("", names, ""))
    yield Score(f"{name}, within {NEAR:.0f} km, spans given", points, percent(us["near"], points), (base, "", ""))
    yield Score(f"{name}, found and placed F1", points, f1(us), ("", "", cell(f1(them))))


def f1(tally: Counter[str]) -> float:
    return percent(2 * tally["right"], tally["made"] + tally["wanted"])


def placed(locator: Locator, document: dict[str, Any]) -> Counter[str]:
    """Gold toponyms that have a point, and how many of them ours places near it."""
    spans = gold(document)
    places = given(locator, document["text"], spans)
    near = sum(not far(place, t) for t, place in zip(spans, places, strict=True))
    return Counter(points=len(spans), near=near)


def found(document: dict[str, Any], spans: list[Span]) -> Counter[str]:
    """Gold toponyms, with a point or without, and how many of them were seen at all."""
    asked = document["toponyms"]
    return Counter(toponyms=len(asked), found=sum(any(overlap(s, t) for s in spans) for t in asked))


def ended(counts: tuple[int, int, int]) -> Counter[str]:
    return Counter(dict(zip(("right", "made", "wanted"), counts, strict=True)))


def largest(gazetteer: Gazetteer, name: str) -> Entry | None:
    """The population baseline."""
    return next(iter(gazetteer.named(fold(name))), None)


def _rival(gazetteer: Gazetteer, spans: list[Span], text: str) -> tuple[Place, ...]:
    """The largest place of each name that spaCy saw."""
    pairs = ((span, largest(gazetteer, span.of(text).removeprefix("the "))) for span in spans)
    return tuple(
        Place(span=span, name=entry.name, precision=Extent.POINT, lat=entry.lat, lon=entry.lon)
        for span, entry in pairs
        if entry
    )
