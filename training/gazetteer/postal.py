"""Villages from GeoNames' postal files: pinned only where the file is sure and its oblast and raion agree."""

import gzip
import math
import re
from collections import Counter, defaultdict
from statistics import median

from places import HERE, Row

from onrecord.claims.gazetteer import fold
from onrecord.claims.spelling import skeleton
from onrecord.newsroom.romanise import russian, ukrainian
from onrecord.records import Extent

SURE = "4"
"""GeoNames' accuracy of a row whose point is the settlement's own."""
COUNCIL = re.compile(r" *\([^()]*\)$")
"""The council that a village belongs to, which the file adds where a district has several of one name."""
REACH = 60.0
"""A row further than this from the middle of its raion, in km, is not pinned."""
SAME = 12.0
"""A village this near a known town of its name, in km, is that town."""


def villages(cities: list[Row]) -> list[Row]:
    """The settlements of both files that `cities` lacks; without a point where the checks fail."""
    found: list[Row] = []
    for file, country, print_ in (("ua_postal.tsv.gz", "UA", ukrainian), ("ru_border_postal.tsv.gz", "RU", russian)):
        own = [c for c in cities if c.country == country]
        lines = _lines(file)
        codes = _codes(lines, _grid(own))
        raions = _raions(lines)
        known = defaultdict(list)
        for city in own:
            for name in city.names:
                known[fold(name)].append(city)
        for line in lines:
            if (row := _village(line, country, print_(line[2]), codes, raions, known)) is not None:
                row.id = -3_000_000 - len(found)
                known[fold(row.name)].append(row)
                found.append(row)
    return found


def raions(cities: list[Row]) -> dict[tuple[str, str], tuple[float, float]]:
    """The middles of Russia's border districts: first-level division and skeleton of the name to a point."""
    lines = _lines("ru_border_postal.tsv.gz")
    codes = _codes(lines, _grid([c for c in cities if c.country == "RU"]))
    middles = _raions(lines)
    names = {(o, r): skeleton(fold(russian(r.lower().removesuffix(" район"))), "RU") for o, r in sorted(middles) if r}
    return {(codes[oblast], name): middles[oblast, raion] for (oblast, raion), name in names.items() if name}


def _lines(file: str) -> list[list[str]]:
    with gzip.open(HERE / file, "rt", encoding="utf-8") as text:
        lines = [line.rstrip("\n").split("\t") for line in text]
    for line in lines:
        line[2] = COUNCIL.sub("", line[2])
    clean = [x for x in lines if x[2].replace(" ", "").replace("-", "").replace("'", "").replace("’", "").isalpha()]
    return sorted(clean, key=lambda x: (x[11] != SURE, x[1], x[2]))


def _village(line, country, name, codes, raions, known) -> Row | None:  # type: ignore[no-untyped-def]
    code, lat, lon = codes[line[3]], float(line[9]), float(line[10])
    middle = raions.get((line[3], line[5]))
    sure = (
        line[11] == SURE
        and middle is not None
        and distance(lat, lon, *middle) <= REACH
        and codes.near(lat, lon) == code
    )
    for other in known[fold(name)]:
        if other.lat is None or other.lon is None:
            same = other.code == code and other.district == line[5]
        else:
            same = other.code == code and (
                not sure or distance(lat, lon, other.lat, other.lon) <= SAME or other.district == line[5]
            )
        if same:
            return None
    row = Row(id=0, name=name, kind=Extent.SETTLEMENT, country=country, code=code, district=line[5])
    if sure:
        row.lat, row.lon = lat, lon
    row.add(name)
    return row


class _Codes(dict[str, str]):
    """Oblast as printed to first-level division; `near` is the division of the towns around a point."""

    def __init__(self, grid: dict[tuple[int, int], list[Row]]) -> None:
        super().__init__()
        self.grid = grid

    def near(self, lat: float, lon: float) -> str:
        """The division of the majority of the five nearest towns."""
        x, y = int(lat * 2), int(lon * 2)
        around = [c for i in (-1, 0, 1) for j in (-1, 0, 1) for c in self.grid.get((x + i, y + j), [])]
        around.sort(key=lambda c: (distance(lat, lon, c.lat or 0, c.lon or 0), c.id))
        return Counter(c.code for c in around[:5]).most_common(1)[0][0] if around else ""


def _grid(cities: list[Row]) -> dict[tuple[int, int], list[Row]]:
    grid = defaultdict(list)
    for c in cities:
        grid[int((c.lat or 0) * 2), int((c.lon or 0) * 2)].append(c)
    return grid


def _codes(lines: list[list[str]], grid: dict[tuple[int, int], list[Row]]) -> _Codes:
    codes = _Codes(grid)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        if line[11] == SURE:
            votes[line[3]][codes.near(float(line[9]), float(line[10]))] += 1
    for oblast, counted in votes.items():
        codes[oblast] = counted.most_common(1)[0][0]
    for line in lines:
        codes.setdefault(line[3], "")
    return codes


def _raions(lines: list[list[str]]) -> dict[tuple[str, str], tuple[float, float]]:
    points = defaultdict(list)
    for line in lines:
        if line[11] == SURE:
            points[line[3], line[5]].append((float(line[9]), float(line[10])))
    return {k: (median(p[0] for p in v), median(p[1] for p in v)) for k, v in points.items()}


def distance(lat: float, lon: float, other: float, along: float) -> float:
    """Kilometres between two points in degrees (equirectangular, good enough for neighbours)."""
    dx = (lon - along) * math.cos(math.radians((lat + other) / 2))
    return 111.2 * math.hypot(lat - other, dx)
