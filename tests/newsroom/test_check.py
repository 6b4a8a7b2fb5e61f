"""A finished file is read afresh: what is no briefing, or was changed, is refused."""

import re
import shutil
from datetime import date
from pathlib import Path

import msgspec
import pytest

from onrecord.briefing import FORMATS
from onrecord.claims import Extractor
from onrecord.errors import CheckError, UsageError
from onrecord.ledger import MemoryLedger
from onrecord.newsroom import clock, day, press
from onrecord.newsroom.check import differences, examine
from onrecord.newsroom.settings import settings
from onrecord.newsroom.story import load

FLOOD = Path(__file__).parents[2] / "examples" / "flood"
STORY = load(FLOOD)
READER = Extractor(STORY)


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> day.Desk:
    folder = Path(shutil.copytree(FLOOD, tmp_path_factory.mktemp("check") / "flood"))
    made = day.Desk(STORY, settings(folder, offline=True), MemoryLedger(), clock.now())
    day.collect(made)
    day.read(made, READER)
    press.publish(day.brief(made, READER, clock.day("2025-03-13", STORY, None, made.at)).briefing, folder)
    return made


def test_files_that_were_written_stand(at: day.Desk) -> None:
    for suffix in ("json", "html", "md"):
        assert examine(at, at.settings.folder / f"2025-03-13.{suffix}", READER)[1] == ()


def test_changed_number_does_not_stand(at: day.Desk, tmp_path: Path) -> None:
    text = (at.settings.folder / "2025-03-13.json").read_text()
    briefing, _ = examine(at, at.settings.folder / "2025-03-13.json", READER)
    sentence = next(s for section in briefing.sections for s in section.sentences if s.numbers)
    forged = re.sub(sentence.numbers[0].text, "ninety-one", sentence.text, flags=re.IGNORECASE)
    (tmp_path / "a.json").write_text(text.replace(sentence.text, forged))
    with pytest.raises(CheckError, match="does not fit its content"):
        examine(at, tmp_path / "a.json", READER)


def test_file_that_is_no_briefing(at: day.Desk, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"headline": "x"}')
    with pytest.raises(CheckError, match="is not a briefing"):
        examine(at, tmp_path / "a.json", READER)


def test_missing_file_says_what_writes_it(at: day.Desk, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="onrecord brief"):
        examine(at, tmp_path / "a.json", READER)


def test_key_told_twice_does_not_stand(at: day.Desk, tmp_path: Path) -> None:
    text = (at.settings.folder / "2025-03-13.json").read_text()
    (tmp_path / "a.json").write_text(text.replace('"headline":', '"headline":"All is well","headline":', 1))
    assert "changed after" in examine(at, tmp_path / "a.json", READER, edited=True)[1][0].message


def test_section_left_out_does_not_stand(at: day.Desk, tmp_path: Path) -> None:
    briefing, _ = examine(at, at.settings.folder / "2025-03-13.json", READER)
    fewer = msgspec.structs.replace(briefing, sections=briefing.sections[:-1], headline="All is well")
    (tmp_path / "a.json").write_text(FORMATS["json"](fewer))
    left = {problem.subject for problem in examine(at, tmp_path / "a.json", READER)[1]}
    assert {"headline", f"section {briefing.sections[-1].name}"} <= left


def test_briefing_of_no_day_of_the_story(at: day.Desk, tmp_path: Path) -> None:
    briefing, _ = examine(at, at.settings.folder / "2025-03-13.json", READER, edited=True)
    (tmp_path / "a.json").write_text(FORMATS["json"](msgspec.structs.replace(briefing, day=date(1, 1, 1))))
    with pytest.raises(CheckError, match="first day"):
        examine(at, tmp_path / "a.json", READER)


def test_differences_are_named(at: day.Desk) -> None:
    briefing, _ = examine(at, at.settings.folder / "2025-03-13.json", READER, edited=True)
    assert differences(briefing, briefing) == ()
    turned = msgspec.structs.replace(briefing, sections=briefing.sections[::-1])
    assert differences(briefing, turned) == ("the order of sections",)
