"""story.toml: what an editor is told when a line is wrong."""

from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import StoryError, UsageError
from onrecord.newsroom import story as stories

GOOD = """\
title = "Flood"
first_day = 2026-03-01
time_zone = "Europe/Lisbon"

[[parties]]
name = "Valley"
[[parties.bodies]]
name = "the water board"

[[parties]]
name = "Coast"
[[parties.bodies]]
name = "the port"

[[sources]]
id = "board"
name = "Water board"
kind = "official"
party = "Valley"
"""


def test_good_story_loads(tmp_path: Path) -> None:
    (tmp_path / "story.toml").write_text(GOOD)
    story = stories.load(tmp_path)
    assert story.title == "Flood"
    assert [party.bodies[0].name for party in story.parties] == ["the water board", "the port"]


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('name = "the port"', 'name = "the port"\ncolour = "red"', 14, "unknown field `colour`"),
        ('title = "Flood"', 'titel = "Flood"', 1, "titel"),
        ("first_day = 2026-03-01", 'first_day = "soon"', 2, "first_day"),
        ('kind = "official"', 'kind = "rumour"', 18, "rumour"),
        ('party = "Valley"', 'party = "Hills"', 19, "'Hills' is not the name of a party"),
        ('time_zone = "Europe/Lisbon"', 'time_zone = "Lisbon"', 3, "not an IANA time zone"),
        ('id = "board"', 'id = "board"\nid = "board"', 17, "not valid TOML"),
        (
            'party = "Valley"',
            'party = "Valley"\n[[sources]]\nid = "board"\nname = "B"\nkind = "media"',
            16,
            "two sources have the id 'board'",
        ),
    ],
)
def test_fault_names_the_line(old: str, new: str, line: int, words: str) -> None:
    with pytest.raises(StoryError) as fault:
        stories.parse(GOOD.replace(old, new), Path("story.toml"))
    assert words in str(fault.value)
    assert f"line {line}" in str(fault.value)


def test_missing_story_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoryError, match="onrecord new"):
        stories.load(tmp_path)


def test_new_story_loads_as_written(tmp_path: Path) -> None:
    stories.new(tmp_path / "flood", 'The "big" flood')
    story = stories.load(tmp_path / "flood")
    assert story.title == "The 'big' flood"
    assert story.number(date(2026, 1, 1)) == 1


def test_new_never_overwrites(tmp_path: Path) -> None:
    stories.new(tmp_path, "Flood")
    with pytest.raises(UsageError, match="exists already"):
        stories.new(tmp_path, "Flood")
