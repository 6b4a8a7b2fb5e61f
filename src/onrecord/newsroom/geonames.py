"""Files of GeoNames -> sites: dumps (allCountries.txt, XX.txt) and postal files; an editor's CSV stays as it is."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median

from onrecord.claims.gazetteer import Entry, Gazetteer, distance, fold
from onrecord.errors import StoryError
from onrecord.newsroom.places import read
from onrecord.newsroom.romanise import russian, ukrainian
from onrecord.records import Extent, Site

DUMP, POSTAL = 19, 12
"""Columns of the two kinds of file."""
KINDS = {"P": Extent.SETTLEMENT, "ADM1": Extent.REGION, "ADM2": Extent.DISTRICT}
"""Feature classes and codes that are taken."""
GONE = frozenset(("PPLH", "PPLQ", "PPLW", "PPLX", "ADM1H", "ADM2H"))
"""Places that are no more, and parts of others."""
SURE = "4"
"""The accuracy of a postal row whose point is the settlement's own."""
REACH = 60.0
"""A postal row further than this, in km, from the middle of its district or region is not pinned."""
SHARED = 3
"""From so many letters on that they begin with alike, two names of regions are one."""
ROMAN: dict[str, Callable[[str], str]] = {"UA": ukrainian, "RU": russian, "BY": russian}
"""How names in Cyrillic letters are printed."""


def places(path: Path, countries: tuple[str, ...], gazetteer: Gazetteer) -> Iterator[Site]:
    """The places of a file, of `countries` where any are given. Raises StoryError that names file and line."""
    width = _width(path)
    if width == 1:
        return read(path)
    if width == DUMP:
        return _dump(path, countries)
    return _postal(list(_lines(path, width, countries)), gazetteer)


def _width(path: Path) -> int:
    """The columns of a file of GeoNames; 1 for CSV."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            first = next(file, "").rstrip("\n")
    except (OSError, UnicodeDecodeError) as fault:
        raise StoryError(f"{path}: cannot be read as UTF-8 text ({fault}). Unpack archives first.") from None
    width = first.count("\t") + 1
    if width not in (1, DUMP, POSTAL):
        kinds = f"a dump of GeoNames has {DUMP} columns, a postal file {POSTAL}, a file of places commas"
        raise StoryError(f"{path}, line 1: {width} columns between tabs; {kinds}.")
    return width


def _lines(path: Path, width: int, countries: tuple[str, ...]) -> Iterator[list[str]]:
    """The rows of the countries, without faults of form. Coordinates are numbers from here on."""
    land, at = (8, 4) if width == DUMP else (0, 9)
    with path.open(encoding="utf-8", newline="\n") as file:
        for number, line in enumerate(file, 1):
            row = line.rstrip("\n").split("\t")
            if len(row) != width:
                raise StoryError(f"{path}, line {number}: {len(row)} columns between tabs, not {width}.")
            if countries and row[land] not in countries:
                continue
            try:
                float(row[at]), float(row[at + 1])
            except ValueError:
                raise StoryError(f"{path}, line {number}: {row[at]!r}, {row[at + 1]!r} are no degrees.") from None
            yield row


def _dump(path: Path, countries: tuple[str, ...]) -> Iterator[Site]:
    """Settlements and divisions. A region's name is that of its own row, so the file is gone through twice."""
    regions = {(r[8], r[10]): r[1] for r in _lines(path, DUMP, countries) if r[7] == "ADM1"}
    for row in _lines(path, DUMP, countries):
        kind = KINDS.get(row[7]) or KINDS.get(row[6])
        if kind is None or row[7] in GONE or not row[1]:
            continue
        aliases = dict.fromkeys(n for n in (row[2], *row[3].split(",")) if n and n.isascii() and n[0].isupper())
        aliases.pop(row[1], None)
        yield Site(
            name=row[1],
            aliases=tuple(islice(aliases, 12)),
            precision=kind,
            country=row[8] or None,
            region=regions.get((row[8], row[10])),
            lat=float(row[4]),
            lon=float(row[5]),
            wins=False,
            people=int(row[14]) if row[14].isdecimal() else 0,
        )


def _postal(rows: list[list[str]], gazetteer: Gazetteer) -> Iterator[Site]:
    """Settlements, once for each district; pinned where the file is sure and the point lies in that district."""
    points = defaultdict(list)
    for row in rows:
        if row[11] == SURE:
            points[row[0], row[3], row[5]].append((float(row[9]), float(row[10])))
    middles = {k: (median(p[0] for p in v), median(p[1] for p in v)) for k, v in points.items()}
    regions = {(r[0], r[3]): _region(_printed(r[3], r[0]), gazetteer.regions(r[0])) for r in rows}
    told = set()
    for row in sorted(rows, key=lambda r: r[11] != SURE):
        if (place := (row[0], row[3], row[5], row[2])) in told or not row[2]:
            continue
        told.add(place)
        lat, lon = float(row[9]), float(row[10])
        sure = row[11] == SURE and _near((lat, lon), middles[row[0], row[3], row[5]])
        yield Site(
            name=_printed(row[2], row[0]),
            country=row[0] or None,
            region=regions[row[0], row[3]],
            lat=lat if sure else None,
            lon=lon if sure else None,
            wins=False,
        )


def _region(printed: str, known: list[str]) -> str | None:
    """The region that is meant: postal files name it by an adjective ("Odeska") or in full."""
    shared = {name: _alike(fold(printed), fold(name)) for name in known}
    best = max(shared, key=lambda name: (shared[name], " " in name, name), default="")
    return best if best and shared[best] >= SHARED else printed or None


def _alike(one: str, two: str) -> int:
    """How many letters they begin with alike."""
    return next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))


def _near(one: tuple[float, float], two: tuple[float, float]) -> bool:
    a, b = (Entry(0, "", Extent.POINT, None, None, 0, lat, lon, 0, False) for lat, lon in (one, two))
    return distance(a, b) <= REACH


def _printed(name: str, country: str) -> str:
    """A name in Latin letters."""
    return name if name.isascii() or country not in ROMAN else ROMAN[country](name)
