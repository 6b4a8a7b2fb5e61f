"""Text files: not a character changes."""

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.sources.text import headline

Open = Callable[..., Any]


def test_characters_stay_as_they_are(opened: Open) -> None:
    text = "Flood in Orrin\r\n\r\n  The river\u00a0rose by 3\u2009m .\r\n\tNFD: e\u0301\n\n\n"
    assert opened(text).text == text
    assert opened(b"\xef\xbb\xbf" + text.encode()).text == text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Flood in Orrin\n\nThe river rose.", "Flood in Orrin"),
        ("# Flood in Orrin\r\n\r\nThe river rose.", "Flood in Orrin"),
        ("The river rose.\nIt fell.", ""),
        ("The river rose.", ""),
        ("x" * 300 + "\n\nThe river rose.", ""),
        ("", ""),
    ],
)
def test_headline(text: str, title: str) -> None:
    assert headline(text) == title


def test_a_file_without_headline_is_called_by_its_name(opened: Open) -> None:
    (document,) = opened("The river rose.", "2024-12-14T0900 flood-in-orrin.txt").documents
    assert document.title == "flood-in-orrin"


def test_damaged_characters_are_counted(opened: Open) -> None:
    found = opened("Река поднялась на три метра, и мост закрыт.".encode() + b"\xff.")
    assert found.message.startswith("1 bytes are not valid") and len(found.documents) == 1


def test_only_white_space_is_no_document(opened: Open) -> None:
    assert "holds no text" in opened(" \n\t\n").message
