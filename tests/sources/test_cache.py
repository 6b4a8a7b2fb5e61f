"""Copies: whole or not at all."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from onrecord.errors import FetchError
from onrecord.sources.cache import Cache, Fetched, Kept

COPY = Fetched(url="https://a.example/", data=b"\x00body\n", at=datetime(2024, 12, 14, tzinfo=UTC), etag='"1"')


def test_what_is_put_is_got(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "new" / "copies")
    cache.put("https://a.example/", COPY)
    assert cache.get("https://a.example/") == COPY
    assert cache.get("https://a.example/other") is None
    assert len(list(cache.folder.iterdir())) == 1


@pytest.mark.parametrize("keep", [0, 10, 80, -1])
def test_a_damaged_copy_counts_as_none(tmp_path: Path, keep: int) -> None:
    cache = Cache(tmp_path)
    cache.put("u", COPY)
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:keep])
    assert cache.get("u") is None


def test_a_disk_that_takes_nothing_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FetchError, match="no copy can be kept in"):
        Cache(tmp_path / "file").put("u", COPY)


def test_kept_answers_from_copies_alone(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("u", COPY)
    assert Kept(cache)("u") == COPY
    with pytest.raises(FetchError, match="no earlier copy"):
        Kept(cache)("v")
