"""Files of places: what an editor is told when a line is wrong, and that they reach the story."""

from pathlib import Path

import pytest

from onrecord.errors import StoryError
from onrecord.newsroom import places
from onrecord.newsroom.story import load
from onrecord.records import Site

STORY = 'title = "F"\nfirst_day = 2026-03-01\ntime_zone = "Europe/Lisbon"\n[[sites]]\nname = "Quell"\nregion = "N"\n'
HEAD = "name,aliases,lat,lon,country,region,precision,wins,people\n"
GOOD = f"{HEAD}Upper Marsh,High Marsh|Marsh,38.5,-9.1,PT,Lisbon,settlement,no,310\n"


def test_a_file_of_places_is_part_of_the_story(tmp_path: Path) -> None:
    (tmp_path / "story.toml").write_text(STORY)
    (tmp_path / "places").mkdir()
    (tmp_path / "places/own.csv").write_text(GOOD)
    first, last = load(tmp_path / "story.toml").sites
    assert first == Site(
        name="Upper Marsh",
        aliases=("High Marsh", "Marsh"),
        lat=38.5,
        lon=-9.1,
        country="PT",
        region="Lisbon",
        wins=False,
        people=310,
    )
    assert last.name == "Quell"


def test_only_a_name_is_needed(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("﻿name\nQuell\n", encoding="utf-8")
    assert list(places.read(tmp_path / "own.csv")) == [Site(name="Quell")]


def test_what_is_written_reads_the_same(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(GOOD)
    found = list(places.read(tmp_path / "own.csv"))
    assert places.write(tmp_path / "to/other.csv", found) == 1
    assert list(places.read(tmp_path / "to/other.csv")) == found
    assert (tmp_path / "to/other.csv").read_text() == GOOD


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "no column `name`"),
        ("name,colour\nQuell,red\n", 1, "unknown column `colour`"),
        ("name,lat,lon\nQuell,1,2\n,3,4\n", 3, "needs a name"),
        ("name,lat,lon\nQuell,91,2\n", 2, "lat 91 is not between -90 and 90"),
        ("name,lat,lon\nQuell,nan,2\n", 2, "lat nan is not between"),
        ("name,lat,lon\nQuell,north,2\n", 2, "lat 'north' is no number"),
        ("name,lat,lon\nQuell,1,\n", 2, "lat and lon come together"),
        ("name,country\nQuell,Portugal\n", 2, "'Portugal' is no ISO 3166-1 code"),
        ("name,precision\nQuell,hamlet\n", 2, "'hamlet' is none of point, settlement"),
        ("name,wins\nQuell,maybe\n", 2, "'maybe' is neither yes nor no"),
        ("name,people\nQuell,many\n", 2, "'many' is no whole number"),
        ("name,country\nQuell,PT,3\n", 2, "more cells"),
    ],
)
def test_fault_names_file_and_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    (tmp_path / "own.csv").write_text(text)
    with pytest.raises(StoryError) as fault:
        list(places.read(tmp_path / "own.csv"))
    assert f"own.csv, line {line}: " in str(fault.value) and words in str(fault.value)


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_bytes(b"name\n\xff\xfe\n")
    with pytest.raises(StoryError, match=r"own\.csv: cannot be read"):
        list(places.read(tmp_path / "own.csv"))


def test_a_fault_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "own.csv"
    target.write_text(GOOD)
    bad = tmp_path / "bad.csv"
    bad.write_text("name,lat,lon\nQuell,91,2\n")
    with pytest.raises(StoryError):
        places.write(target, places.read(bad))
    assert target.read_text() == GOOD
