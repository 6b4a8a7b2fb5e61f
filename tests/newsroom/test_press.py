"""Files are put in place whole or not at all."""

from pathlib import Path

import pytest

from onrecord.errors import OnrecordError, UsageError
from onrecord.newsroom import press
from onrecord.records import Length


def test_placed_file_replaces_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "out" / "a.html"
    press.place(path, "old")
    press.place(path, "new ✓")
    assert path.read_text(encoding="utf-8") == "new ✓"
    assert [p.name for p in path.parent.iterdir()] == ["a.html"]


def test_folder_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file, no folder")
    with pytest.raises(OnrecordError, match="choose another --out"):
        press.place(tmp_path / "out" / "a.html", "x")


def test_unknown_format_lists_the_known() -> None:
    with pytest.raises(UsageError, match="json, markdown, page"):
        press.renderer("pdf")


def test_files_that_are_no_briefings_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}")
    (tmp_path / "b.json").write_text("not json")
    assert list(press.briefings(tmp_path)) == []


def test_a_length_by_name_or_by_sentences() -> None:
    assert press.measure(None, None) == press.measure("normal", None) == Length()
    assert press.measure("short", None).sentences < press.measure("long", None).sentences
    assert press.measure(None, 7) == Length(sentences=7, event=1)
    assert press.measure(None, 300) == Length(sentences=300, event=3)


@pytest.mark.parametrize(("name", "sentences"), [("tiny", None), (None, 0), ("short", 7)])
def test_what_is_no_length_is_refused(name: str | None, sentences: int | None) -> None:
    with pytest.raises(UsageError, match=r"--length|--sentences"):
        press.measure(name, sentences)
