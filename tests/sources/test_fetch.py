"""The fetcher: politeness, limits and conditional requests, against a loopback site."""

import gzip
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import FetchError
from onrecord.sources.cache import Cache
from onrecord.sources.fetch import Fetcher, Limits, inflate
from onrecord.sources.guard import Guard

NOW = datetime(2024, 12, 15, 6, tzinfo=UTC)


@pytest.fixture
def fetcher(site: Any) -> Callable[..., Fetcher]:
    def make(cache: Cache | None = None, **more: Any) -> Fetcher:
        options: dict[str, Any] = {"limits": Limits(pause=0.0, seconds=5.0), "sleep": lambda seconds: None} | more
        return Fetcher(lambda: NOW, cache, guard=Guard(allow=site.allow), **options)

    return make


Make = Callable[..., Fetcher]


def test_a_page_comes_with_what_the_server_says_of_it(site: Any, fetcher: Make) -> None:
    site.pages["/a"] = (200, {"Content-Type": 'text/html; charset="koi8-r"', "ETag": '"1"'}, b"body")
    got = fetcher()(site.url("/a#part"))
    assert (got.data, got.charset, got.etag, got.at, got.url) == (b"body", "koi8-r", '"1"', NOW, site.url("/a"))
    assert site.paths == ["/robots.txt", "/a"]
    assert site.asked[1][1]["user-agent"].startswith("onrecord/")


def test_proxies_and_cookies_do_not_exist(site: Any, fetcher: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://192.0.2.1:3128")
    monkeypatch.setenv("ALL_PROXY", "http://192.0.2.1:3128")
    site.pages["/a"] = (302, {"Location": "/b", "Set-Cookie": "x=1"}, b"")
    site.pages["/b"] = (200, {}, b"body")
    assert fetcher()(site.url("/a")).data == b"body"
    assert all("cookie" not in headers for _, headers in site.asked)


def test_what_has_not_changed_is_not_sent_again(site: Any, fetcher: Make, tmp_path: Path) -> None:
    def page(headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        if headers.get("if-none-match") == '"1"' and headers.get("if-modified-since"):
            return 304, {}, b""
        return 200, {"ETag": '"1"', "Last-Modified": "Sat, 14 Dec 2024 09:00:00 GMT"}, b"body"

    site.pages["/a"] = page
    site.pages["/moved"] = (301, {"Location": "/a"}, b"")
    make = fetcher(Cache(tmp_path))
    for path in ("/a", "/moved"):
        first = make(site.url(path))
        assert make(site.url(path)) == first
    assert [site.paths.count(path) for path in ("/a", "/moved", "/robots.txt")] == [4, 2, 1]


def test_robots_are_heeded_also_after_a_redirect(site: Any, fetcher: Make) -> None:
    site.pages["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /private")
    site.pages["/a"] = (302, {"Location": "/private"}, b"")
    make = fetcher()
    for path in ("/private", "/a"):
        with pytest.raises(FetchError, match="'robots'"):
            make(site.url(path))
    assert "/private" not in site.paths


def test_redirects_are_counted_and_checked(site: Any, fetcher: Make) -> None:
    site.pages["/loop"] = (302, {"Location": "/loop"}, b"")
    site.pages["/inward"] = (302, {"Location": "http://127.0.0.1:80/"}, b"")
    site.pages["/file"] = (302, {"Location": "file:///etc/passwd"}, b"")
    make = fetcher()
    for path, rule in {"/loop": "redirects", "/inward": "public addresses", "/file": "scheme"}.items():
        with pytest.raises(FetchError, match=f"'{rule}'"):
            make(site.url(path))
    assert site.paths.count("/loop") == 6


def test_too_much_is_refused_before_and_after_decompression(site: Any, fetcher: Make) -> None:
    small = {"limits": Limits(size=100_000, pause=0.0)}
    site.pages["/big"] = (200, {}, b"x" * 200_000)
    site.pages["/bomb"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"x" * 50_000_000))
    site.pages["/fits"] = (200, {"Content-Encoding": "deflate"}, zlib.compress(b"x" * 90_000))
    make = fetcher(**small)
    for path in ("/big", "/bomb"):
        with pytest.raises(FetchError, match="'size'"):
            make(site.url(path))
    assert len(make(site.url("/fits")).data) == 90_000


def test_a_compression_that_was_not_asked_for_is_refused(site: Any, fetcher: Make) -> None:
    site.pages["/br"] = (200, {"Content-Encoding": "br"}, b"x")
    site.pages["/torn"] = (200, {"Content-Encoding": "gzip"}, b"not gzip")
    with pytest.raises(FetchError, match="'compression'"):
        fetcher()(site.url("/br"))
    with pytest.raises(FetchError, match="damaged"):
        fetcher()(site.url("/torn"))


@pytest.mark.parametrize(("status", "phrase"), [(404, "Not Found"), (429, "Too Many"), (503, "Service"), (204, "No")])
def test_other_answers_are_named(site: Any, fetcher: Make, status: int, phrase: str) -> None:
    site.pages["/a"] = (status, {}, b"")
    with pytest.raises(FetchError, match=f"{status} {phrase}"):
        fetcher()(site.url("/a"))


def test_a_host_is_given_its_pause(site: Any, fetcher: Make) -> None:
    site.pages["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 3")
    site.pages["/a"] = site.pages["/b"] = (200, {}, b"x")
    slept: list[float] = []
    make = fetcher(limits=Limits(pause=1.0), sleep=slept.append, tick=lambda: 100.0)
    make(site.url("/a"))
    make(site.url("/b"))
    assert slept == [3.0, 3.0]


def test_inflate_gives_bounded_pieces() -> None:
    pieces = list(inflate(iter([gzip.compress(b"x" * 1_000_000)]), "gzip"))
    assert max(map(len, pieces)) <= 1 << 16 and sum(map(len, pieces)) == 1_000_000
