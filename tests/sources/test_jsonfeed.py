"""JSON Feed 1.0 and 1.1."""

import json
from collections.abc import Callable
from typing import Any

import pytest

Open = Callable[..., Any]


def feed(*items: object, version: str = "1.1") -> str:
    return json.dumps({"version": f"https://jsonfeed.org/version/{version}", "title": "T", "items": items})


@pytest.mark.parametrize("version", ["1", "1.1"])
def test_items(opened: Open, version: str) -> None:
    found = opened(
        feed(
            {"id": "1", "url": "https://a.example/1", "title": "A", "content_html": "<p>One.</p><p>Two.</p>"}
            | {"date_published": "2024-12-14T09:00:00+02:00", "language": "fr-FR"},
            {"id": 2, "content_text": "Three.", "summary": "S", "date_modified": "2024-12-14T09:00:00Z"},
            version=version,
        ),
        "feed.json",
    )
    assert [d.text for d in found.documents] == ["One.\nTwo.", "Three."]
    assert [d.address for d in found.documents] == ["https://a.example/1", "feed.json#2"]
    assert [d.language for d in found.documents] == ["fr", "en"]
    assert not found.problems


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (feed({"id": "1", "content_text": "x"}), "no publication date"),
        (
            feed("odd", {"id": "1", "content_text": "x", "date_published": "2024-12-14"}),
            "1 of its 2 items are",
        ),
        (feed({"id": [], "url": 7, "title": {}, "content_html": None, "date_published": "2024-12-14"}), "no text"),
        (feed()[:-4], "is not whole JSON"),
        ("[" * 100_000, "is not whole JSON"),
        ("[1, 2]", "no JSON Feed"),
        ('{"items": {}}', "no JSON Feed"),
        (feed(), "without a whole entry"),
    ],
)
def test_what_is_wrong_is_said(opened: Open, data: str, message: str) -> None:
    assert message in opened(data, "feed.json").message
