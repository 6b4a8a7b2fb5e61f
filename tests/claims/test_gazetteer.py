import time
from pathlib import Path

import pytest

from onrecord.claims.gazetteer import Gazetteer, fold
from onrecord.errors import ModelError
from onrecord.records import Extent


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize(
    ("one", "two"),
    [("São Paulo", "Sao Paulo"), ("St. Petersburg", "Saint Petersburg"), ("Khar'kiv", "Kharkiv"), ("U.S.", "us")],
)
def test_spellings_of_one_name_fold_to_one_key(one: str, two: str) -> None:
    assert fold(one) == fold(two)


def test_it_opens_at_once() -> None:
    start = time.perf_counter()
    Gazetteer.open().close()
    assert time.perf_counter() - start < 0.2


def test_a_name_gives_its_places_heaviest_first(gazetteer: Gazetteer) -> None:
    found = gazetteer.named(fold("Springfield"))
    assert len(found) > 10
    assert [e.weight for e in found] == sorted((e.weight for e in found), reverse=True)
    assert {e.country for e in found} >= {"US"}


def test_other_spellings_lead_to_the_same_place(gazetteer: Gazetteer) -> None:
    kyiv, kiev = ({e.id for e in gazetteer.named(fold(n))} for n in ("Kyiv", "Kiev"))
    assert 703448 in kyiv & kiev


@pytest.mark.parametrize("name", ["Oryol Oblast", "Belgorod Oblast", "Kursk Oblast", "Kharkiv", "Donetsk", "Idlib"])
def test_regions_of_the_news_are_there(gazetteer: Gazetteer, name: str) -> None:
    assert any(e.kind == Extent.REGION for e in gazetteer.named(fold(name)))


@pytest.mark.parametrize("name", ["Crimea", "Sevastopol", "Simferopol"])
def test_crimea_follows_recognised_borders(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.named(fold(name))[0].country == "UA"


def test_every_country_has_a_point(gazetteer: Gazetteer) -> None:
    for iso in ("UA", "RU", "SY", "SD", "XK", "PS", "TW", "SS"):
        found = gazetteer.country(iso)
        assert found is not None and found.lat is not None
    assert gazetteer.country("ZZ") is None


def test_villages_are_pinned_only_where_the_files_agree(gazetteer: Gazetteer) -> None:
    found = [e for e in gazetteer.named(fold("Novotroitske")) if e.region == "Donetsk"]
    assert found and all(e.country == "UA" for e in found)
    assert any(e.lat is None for e in gazetteer.named(fold("Huliaipole")))


def test_districts_of_cities_are_no_settlements(gazetteer: Gazetteer) -> None:
    found = [e for e in gazetteer.named(fold("Shevchenko")) if e.country == "UA" and e.weight > 50_000]
    assert found and all(e.kind == Extent.DISTRICT for e in found)


def test_another_spelling_leads_to_its_place(gazetteer: Gazetteer) -> None:
    assert not gazetteer.named("gulyaypole") and gazetteer.alike("gulyaypole", "UA")[0].id == 707898
    assert gazetteer.alike("jisr al shughur", "SY") and not gazetteer.alike("springfield", "US")
    assert not gazetteer.named("huliaipole")[0].other


def test_demonyms_neighbours_and_everyday_words(gazetteer: Gazetteer) -> None:
    assert gazetteer.demonyms["Ukrainian"] == "UA"
    assert "PL" in gazetteer.neighbours["UA"]
    assert gazetteer.common("reading") and not gazetteer.common("kharkiv")


def test_longer_names_are_announced_by_their_beginning(gazetteer: Gazetteer) -> None:
    assert gazetteer.begins("los") and not gazetteer.begins("kharkiv is")


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="install onrecord again"):
        Gazetteer.open(tmp_path / "none.sqlite")


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 100])
def test_a_damaged_file_says_what_to_do(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "gazetteer.sqlite"
    path.write_bytes(content)
    with pytest.raises(ModelError, match="install onrecord again"):
        Gazetteer.open(path)
