"""Score places on LGL and GeoVirus beside the population baseline. `uv run python evals/places.py [FOLDER]`.

FOLDER holds lgl.jsonl.gz and geovirus.jsonl.gz (one document a line: text, toponyms [{start, end, name, lat, lon}]).
Gold spans: the share of all gold toponyms with coordinates that are placed within 161 km. End to end: F1 of toponyms
that overlap a gold one and lie within 161 km of it; gold without coordinates is neither asked for nor held against.
"""

import gzip
import json
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.claims.gazetteer import Entry, Gazetteer, distance, fold
from onrecord.claims.places import Locator
from onrecord.records import Extent, Place, Span, Story

NEAR = 161.0
FOLDER = Path(__file__).parents[2] / "shared/data/geo"
NOWHERE = Story(title="none", first_day=date(2000, 1, 1), time_zone="UTC")

Reads = Callable[[str], tuple[Place, ...]]


def documents(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def far(place: Place | Entry | None, gold: dict[str, Any]) -> bool:
    if place is None or place.lat is None or place.lon is None:
        return True
    return distance(point(place.lat, place.lon), point(gold["lat"], gold["lon"])) > NEAR


def point(lat: float | None, lon: float | None) -> Entry:
    """An entry that is only where it is, for distances."""
    return Entry(0, "", Extent.POINT, None, None, 0, lat, lon, 0, False)


def gold(document: dict[str, Any]) -> list[dict[str, Any]]:
    return sorted((t for t in document["toponyms"] if t["lat"] is not None), key=lambda t: t["start"])


def given(locator: Locator, text: str, spans: list[dict[str, Any]]) -> tuple[Place, ...]:
    """The places of gold spans: what stands around them is read, whether they are toponyms is not asked."""
    return locator.settle(text, [locator.find.mention(text, t["start"], t["end"]) for t in spans])


def end_to_end(reads: Reads, document: dict[str, Any]) -> tuple[int, int, int]:
    """Right, found, asked."""
    asked = gold(document)
    blank = [t for t in document["toponyms"] if t["lat"] is None]
    found = [p for p in reads(document["text"]) if not any(overlap(p.span, t) for t in blank)]
    right = sum(any(overlap(p.span, t) and not far(p, t) for p in found) for t in asked)
    return right, len(found), len(asked)


def overlap(span: Span, toponym: dict[str, Any]) -> bool:
    return bool(span.start < toponym["end"] and toponym["start"] < span.end)


def score(name: str, path: Path, gazetteer: Gazetteer) -> None:
    locator = Locator(NOWHERE, gazetteer)
    base = ours = asked = right = found = wanted = words = 0
    spent = 0.0
    for document in documents(path):
        spans = gold(document)
        asked += len(spans)
        for toponym, place in zip(spans, given(locator, document["text"], spans), strict=True):
            entries = gazetteer.named(fold(toponym["name"]))
            base += not far(entries[0] if entries else None, toponym)
            ours += not far(place, toponym)
        start = time.process_time()
        hits, made, there = end_to_end(locator.places, document)
        spent += time.process_time() - start
        right, found, wanted, words = right + hits, found + made, wanted + there, words + len(document["text"].split())
    precision, recall = right / max(1, found), right / max(1, wanted)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{name}: {asked} toponyms; gold spans A@161km {ours / asked:.3f} (population baseline {base / asked:.3f})")
    print(f"{name}: end to end precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}; {words / spent:,.0f} words/s")


def main(folder: Path = FOLDER) -> None:
    gazetteer = Gazetteer.open()
    for name in ("lgl", "geovirus"):
        path = folder / f"{name}.jsonl.gz"
        if path.exists():
            score(name, path, gazetteer)
        else:
            print(f"{name}: skipped, {path} is not there")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
