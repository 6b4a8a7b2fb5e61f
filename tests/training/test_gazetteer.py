"""What the bundled gazetteer keeps to: points only where the postal files are sure, borders as the world has them."""

import gzip
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from onrecord.claims.gazetteer import DEGREE, Entry, Gazetteer, distance, fold
from onrecord.records import Extent

ROOT = Path(__file__).parents[2]
POSTAL = -3_000_000
"""Ids of villages of the postal files count down from here."""
Point = tuple[int, int]


def lines() -> Iterator[list[str]]:
    for name in ("ua_postal.tsv.gz", "ru_border_postal.tsv.gz"):
        with gzip.open(ROOT / "training/gazetteer" / name, "rt", encoding="utf-8") as text:
            yield from (line.rstrip("\n").split("\t") for line in text)


def point(line: list[str]) -> Point:
    return round(float(line[9]) * DEGREE), round(float(line[10]) * DEGREE)


@pytest.fixture(scope="module")
def database() -> sqlite3.Connection:
    return sqlite3.connect(f"file:{ROOT / 'src/onrecord/data/gazetteer.sqlite'}?mode=ro", uri=True)


@pytest.fixture(scope="module")
def pinned(database: sqlite3.Connection) -> set[Point]:
    """The points of villages that only the postal files know."""
    query = "SELECT lat, lon FROM place WHERE id <= ? AND lat IS NOT NULL"
    return set(database.execute(query, (POSTAL,)))


def test_only_rows_of_accuracy_four_are_pinned(pinned: set[Point]) -> None:
    assert len(pinned) > 5_000
    assert pinned <= {point(line) for line in lines() if line[11] == "4"}


def test_pins_lie_near_the_middle_of_a_district_that_names_them(pinned: set[Point]) -> None:
    raions: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for line in lines():
        if line[11] == "4":
            raions[line[3], line[5]].append(point(line))
    middles = {k: (median(p[0] for p in v), median(p[1] for p in v)) for k, v in raions.items()}
    near = {point(x) for x in lines() if x[11] == "4" and apart(point(x), middles[x[3], x[5]]) < 62}
    assert pinned <= near


def apart(one: tuple[float, float], two: tuple[float, float]) -> float:
    a, b = (Entry(0, "", Extent.POINT, None, None, 0, x / DEGREE, y / DEGREE, 0, False) for x, y in (one, two))
    return distance(a, b)


def test_a_point_that_villages_of_several_regions_share_is_no_village(database: sqlite3.Connection) -> None:
    """The postal files copy one village's point to its namesakes in other regions: at most one region is right."""
    query = """SELECT lat, lon, name FROM place WHERE id <= ? AND lat IS NOT NULL
               GROUP BY lat, lon, name HAVING count(DISTINCT division) > 1"""
    assert database.execute(query, (POSTAL,)).fetchall() == []


def test_nothing_in_crimea_is_russian(database: sqlite3.Connection) -> None:
    query = """SELECT p.name FROM place p LEFT JOIN division d ON d.number = p.division
               WHERE p.lat BETWEEN 443000 AND 461500 AND p.lon BETWEEN 325000 AND 364500
               AND coalesce(d.country, p.country) NOT IN ('UA', '')"""
    assert database.execute(query).fetchall() == []


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Crimea", "UA"), ("Sevastopol", "UA"), ("Kerch", "UA"), ("Yalta", "UA"), ("Donetsk", "UA"), ("Luhansk", "UA"),
        ("Mariupol", "UA"), ("Melitopol", "UA"), ("Kherson", "UA"), ("Donbas", "UA"), ("Tskhinvali", "GE"),
        ("Sokhumi", "GE"), ("Abkhazia", "GE"), ("South Ossetia", "GE"), ("Tiraspol", "MD"), ("Transnistria", "MD"),
        ("Nagorno-Karabakh", "AZ"), ("Stepanakert", "AZ"), ("Golan Heights", "SY"), ("West Bank", "PS"),
        ("Gaza Strip", "PS"), ("East Jerusalem", "PS"), ("Hebron", "PS"), ("Northern Cyprus", "CY"), ("Laayoune", "EH"),
    ],
)  # fmt: skip
def test_disputed_places_follow_recognised_borders(name: str, country: str) -> None:
    assert Gazetteer.open().named(fold(name))[0].country == country


def test_it_stays_small() -> None:
    assert (ROOT / "src/onrecord/data/gazetteer.sqlite").stat().st_size < 21_000_000


def test_no_city_keeps_the_common_name_that_it_had_as_a_village() -> None:
    assert "Donetsk" not in {e.name for e in Gazetteer.open().named("aleksandrovka")}
    assert "Pokrovsk" in {e.name for e in Gazetteer.open().named("krasnoarmeysk")}


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("savinja river", "SI", Extent.FEATURE),
        ("mount semeru", "ID", Extent.FEATURE),
        ("zokhawthar", "IN", Extent.POINT),
        ("kutupalong balukhali", "BD", Extent.POINT),
        ("engels 2 air base", "RU", Extent.POINT),
        ("umm sumaima", "SD", Extent.SETTLEMENT),
        ("martissant", "HT", Extent.SETTLEMENT),
        ("hodeidah", "YE", Extent.SETTLEMENT),
        ("nabatiyeh", "LB", Extent.SETTLEMENT),
        ("marathwada", "IN", Extent.REGION),
    ],
)
def test_rivers_mountains_crossings_camps_airfields_and_quarters_are_known(
    name: str, country: str, kind: Extent
) -> None:
    assert (country, kind) in {(e.country, e.kind) for e in Gazetteer.open().named(name)}


@pytest.mark.parametrize(
    ("name", "country"),
    [("isaccea", "RO"), ("otaci", "MD"), ("zahony", "HU"), ("karkamis", "TR"), ("ubla", "SK"), ("dehiba", "TN")],
)
def test_a_crossing_does_not_take_the_name_of_the_town_beyond_it(name: str, country: str) -> None:
    assert {e.country for e in Gazetteer.open().named(name)} == {country}


@pytest.mark.parametrize(
    "name", ["azot", "agung", "yangtse", "red bridge", "green mountain", "negro river", "mahama", "musaid"]
)
def test_no_works_person_or_common_name_is_one_place(name: str) -> None:
    assert not Gazetteer.open().named(name)


@pytest.mark.parametrize(
    "name", ["white river", "fitzroy river", "min river", "gomti river", "argun river", "river dee"]
)
def test_rivers_that_share_a_name_are_all_known(name: str) -> None:
    known = [e for e in Gazetteer.open().named(name) if e.kind == Extent.FEATURE]
    assert len(known) > 1 or known[0].country == "IN"


def test_the_spelling_of_a_city_weighs_what_the_city_does() -> None:
    for name in ("hodeidah", "qamishli", "sulaimaniyah", "ad daein", "deir az zor"):
        assert max(e.weight for e in Gazetteer.open().named(name)) > 100_000
    assert {e.country for e in Gazetteer.open().named("new britain") if e.kind == Extent.SETTLEMENT} == {"US"}
    assert Extent.FEATURE not in {e.kind for e in Gazetteer.open().named("new britain")}


def test_places_lie_where_they_do() -> None:
    besham, arbaat = Gazetteer.open().named("besham"), Gazetteer.open().named("arbaat")
    assert [(round(e.lat or 0, 1), round(e.lon or 0, 1)) for e in (*besham, *arbaat)] == [(34.9, 72.9), (19.8, 37.0)]
