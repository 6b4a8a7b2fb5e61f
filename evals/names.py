"""Score the names of evals/toponyms: is each tied to its place, or rightly to none? `python -m evals.names [--errors]`.

A case is a sentence with one name in brackets, what it names (an Extent, "open" where its namesakes cannot be told
apart, "none" where it is no place; "settlement|point" where either will do), country, region, and for settlements a
point. Of the first list every third case is of the half `held`, of the second every other of the half `blind`: of these
only the figures are looked at. Each case is read under two stories. `--errors` lists those of the halves `tune` and
`look`.
"""

import re
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from evals.places import point

from onrecord.claims.gazetteer import Gazetteer, distance, fold
from onrecord.claims.places import Locator
from onrecord.records import Extent, Place, Story

FOLDER = Path(__file__).parent / "toponyms"
WAR = Path(__file__).parents[1] / "examples/ukraine/story.toml"
NEAR = 25.0
"""How far a settlement's pin may be from its point, in km."""
OUTCOMES = ("pinned", "told", "regional", "abstained", "missed", "false pin", "false")
"""In order: point right; region, front, feature or no place right; settlement right, without a point; rightly open;
left open or unseen though it can be told; a wrong point; wrong without a point."""
RIGHT = OUTCOMES[:4]
HALVES = ("tune", "held", "look", "blind")
SHOWN = ("tune", "look")
"""The halves whose cases may be looked at."""

_WORD = re.compile(r" (?:city|oblast|krai|republic|region|province|governorate|state)$")


class Case(NamedTuple):
    """One name in its sentence, and the truth of it."""

    file: str
    half: str
    stories: tuple[str, ...]
    countries: tuple[str, ...]
    text: str
    start: int
    end: int
    kind: str
    country: str
    region: str
    lat: float | None
    lon: float | None


class Outcome(NamedTuple):
    """What became of a case under one story."""

    case: Case
    story: str
    became: str
    got: str


def cases(folder: Path = FOLDER) -> Iterator[Case]:
    """All cases, in the order of the files: those of the first list, then those of the second."""
    for path in sorted(folder.glob("*.toml")):
        yield from _cases(path, 3, "tune", "held")
    for path in sorted((folder / "second").glob("*.toml")):
        yield from _cases(path, 2, "look", "blind")


def _cases(path: Path, every: int, shown: str, kept: str) -> Iterator[Case]:
    number = 0
    for group in tomllib.loads(path.read_text(encoding="utf-8"))["group"]:
        for marked, *truth in group["cases"]:
            number += 1
            yield _case(path.stem, shown if number % every else kept, group, marked, truth)


def _case(file: str, half: str, group: dict[str, Any], marked: str, truth: list[Any]) -> Case:
    before, _, rest = marked.partition("[")
    name, _, after = rest.partition("]")
    kind, country, region, lat, lon = truth + ["", "", None, None][len(truth) - 1 :]
    start, end = len(before), len(before) + len(name)
    scope = tuple(group.get("countries", ()))
    return Case(
        file, half, tuple(group["stories"]), scope, before + name + after, start, end, kind, country, region, lat, lon
    )


@cache
def story(name: str, countries: tuple[str, ...]) -> Story:
    """A story that cases are read under: `war` is the example, `bare` has its countries and nothing else."""
    war = msgspec.convert(tomllib.loads(WAR.read_text(encoding="utf-8")), Story)
    if name == "war":
        return war
    scope = {"bare": war.countries, "scope": countries, "none": ()}[name]
    return Story(title=name, first_day=date(2022, 2, 24), time_zone="UTC", countries=scope)


def judge(case: Case, place: Place | None) -> str:
    """One of OUTCOMES."""
    if case.kind == "none":
        return "told" if place is None else "false" if place.lat is None else "false pin"
    if place is None:
        return "missed"
    fits = case.country in ("", place.country or "") and _plain(case.region) in ("", _plain(place.region or ""))
    if case.kind == "open":
        return "false pin" if place.lat is not None else "abstained" if fits or not place.region else "false"
    kinds = case.kind.split("|")
    if Extent.SETTLEMENT in kinds and place.precision not in set(kinds) - {Extent.SETTLEMENT, Extent.POINT}:
        return _settlement(case, place, fits)
    wrong = "false" if place.lat is None else "false pin"
    return "told" if fits and place.precision in kinds else wrong


def _settlement(case: Case, place: Place, fits: bool) -> str:
    if place.lat is None:
        return "missed" if not place.region else "regional" if fits else "false"
    near = case.lat is None or distance(point(case.lat, case.lon), point(place.lat, place.lon)) <= NEAR
    return "pinned" if near and fits and place.precision in (Extent.SETTLEMENT, Extent.POINT) else "false pin"


def _plain(region: str) -> str:
    """A region's name without the word for what it is."""
    return _WORD.sub("", fold(region))


def outcomes() -> list[Outcome]:
    """Every case under each of its stories."""
    gazetteer = Gazetteer.open()
    locator = cache(lambda name, countries: Locator(story(name, countries), gazetteer))
    found = []
    for case in cases():
        for name in case.stories:
            places = locator(name, case.countries).places(case.text)
            place = next((p for p in places if p.span.start < case.end and case.start < p.span.end), None)
            got = f"{place.name} {place.precision} {place.country} {place.region} {place.lat}" if place else "nothing"
            found.append(Outcome(case, name, judge(case, place), got))
    return found


def share(found: list[Outcome], half: str) -> float:
    """How many of a half are resolved or rightly left open."""
    became = [o.became for o in found if o.case.half == half]
    return sum(b in RIGHT for b in became) / len(became)


def table(found: list[Outcome]) -> str:
    """Counts by file and half."""
    lines = [f"{'names':18}{'cases':>6}" + "".join(f"{o:>11}" for o in OUTCOMES) + f"{'right':>8}"]
    parts = dict.fromkeys((o.case.file, o.case.half) for o in found)
    rows = [(f"{f} {h}", [o for o in found if (o.case.file, o.case.half) == (f, h)]) for f, h in parts]
    for name, some in [*rows, *((f"all {h}", [o for o in found if o.case.half == h]) for h in HALVES)]:
        counts = Counter(o.became for o in some)
        right = sum(counts[o] for o in RIGHT) / len(some)
        lines.append(f"{name:18}{len(some):6}" + "".join(f"{counts[o]:11}" for o in OUTCOMES) + f"{right:8.3f}")
    return "\n".join(lines)


def errors(found: list[Outcome]) -> Iterator[str]:
    """What went wrong in the halves that may be looked at."""
    for o in found:
        if o.became not in RIGHT and o.case.half in SHOWN:
            name, c = o.case.text[o.case.start : o.case.end], o.case
            yield f"{o.became:10}{o.story:6}{name}: {c.kind} {c.country} {c.region}; got {o.got}\n{'':16}{c.text}"


def main(*arguments: str) -> None:
    start = time.process_time()
    found = outcomes()
    if "--errors" in arguments:
        print("\n".join(errors(found)), end="\n\n")
    print(table(found))
    told = len({(o.case.file, o.case.text) for o in found})
    print(f"{told} names, each under two stories, in {time.process_time() - start:.1f} s")


if __name__ == "__main__":
    main(*sys.argv[1:])
