"""Dumps and postal files of GeoNames: which rows are taken, and which points are trusted."""

from pathlib import Path

import pytest

from onrecord.claims.gazetteer import Gazetteer
from onrecord.errors import StoryError
from onrecord.newsroom.geonames import places
from onrecord.records import Extent, Site

GAZETTEER = Gazetteer.open()


def dump(name: str, kind: str, code: str, lat: str = "1.0", aliases: str = "", land: str = "PT") -> str:
    klass = "A" if code.startswith("ADM") else kind
    cells = [
        "7",
        name,
        name,
        aliases,
        lat,
        "2.0",
        klass,
        code,
        land,
        "",
        "14",
        "",
        "",
        "",
        "120",
        "",
        "",
        "",
        "2026-01-01",
    ]
    return "\t".join(cells)


def postal(name: str, region: str, raion: str, lat: str, sure: str, land: str = "UA") -> str:
    return "\t".join([land, "1000", name, region, "", raion, "", "", "", lat, "37.0", sure])


def read(path: Path, *lines: str, countries: tuple[str, ...] = ()) -> list[Site]:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return list(places(path, countries, GAZETTEER))


def test_a_dump_gives_settlements_and_divisions(tmp_path: Path) -> None:
    lines = [
        dump("Quell", "P", "PPL", aliases="Quelle,Квель"),
        dump("North", "A", "ADM1"),
        dump("Sedge", "H", "STM"),
        dump("Old Quell", "P", "PPLH"),
        dump("Far", "P", "PPL", land="ES"),
    ]
    town, region = read(tmp_path / "PT.txt", *lines, countries=("PT",))
    assert (town.name, town.aliases, town.region, town.people, town.wins) == ("Quell", ("Quelle",), "North", 120, False)
    assert region.precision == Extent.REGION
    assert len(read(tmp_path / "PT.txt", *lines)) == 3


def test_postal_points_are_pinned_only_where_the_file_is_sure_and_the_district_agrees(tmp_path: Path) -> None:
    lines = [postal(f"Місто{c}", "Donetska", "Marinskyi", f"47.9{i}", "4") for i, c in enumerate("абв")]
    lines += [
        postal("Далеке", "Donetska", "Marinskyi", "49.5", "4"),
        postal("Тихе", "Donetska", "Marinskyi", "47.9", "1"),
    ]
    lines += [postal("Тихе", "Donetska", "Marinskyi", "47.9", "1")]
    found = {site.name: site for site in read(tmp_path / "UA.txt", *lines)}
    assert len(found) == 5 and {s.region for s in found.values()} == {"Donetsk"}
    assert found["Mistoa"].lat == 47.9
    assert found["Daleke"].lat is None and found["Tykhe"].lat is None


@pytest.mark.parametrize(
    ("region", "name"),
    [("Odeska", "Odesa"), ("Chernivetska", "Chernivtsi"), ("Kyivska", "Kyiv Oblast"), ("Rivnenska", "Rivne Oblast")],
)
def test_regions_are_known_by_their_adjectives(tmp_path: Path, region: str, name: str) -> None:
    assert read(tmp_path / "UA.txt", postal("Тихе", region, "", "47.9", "1"))[0].region == name


def test_an_editors_file_goes_through(tmp_path: Path) -> None:
    assert read(tmp_path / "own.csv", "name,country", "Quell,PT", countries=("ES",)) == [
        Site(name="Quell", country="PT")
    ]


@pytest.mark.parametrize(
    ("lines", "number", "words"),
    [
        (["a\tb\tc"], 1, "3 columns between tabs"),
        ([dump("Quell", "P", "PPL"), "a\tb"], 2, "2 columns between tabs, not 19"),
        ([dump("Quell", "P", "PPL", lat="north")], 1, "'north', '2.0' are no degrees"),
        ([postal("Тихе", "Odeska", "", "", "4")], 1, "are no degrees"),
    ],
)
def test_fault_names_file_and_line(tmp_path: Path, lines: list[str], number: int, words: str) -> None:
    with pytest.raises(StoryError) as fault:
        read(tmp_path / "UA.txt", *lines)
    assert f"UA.txt, line {number}: " in str(fault.value) and words in str(fault.value)


def test_an_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "UA.zip").write_bytes(b"PK\x03\x04\xff\xfe\x00")
    with pytest.raises(StoryError, match="Unpack archives first"):
        list(places(tmp_path / "UA.zip", (), GAZETTEER))
