"""The front door: a whole story in, captures and problems out."""

import itertools
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import FetchError
from onrecord.records import Capture, Problem, Source, SourceKind, Story, digest
from onrecord.sources.cache import Cache, Fetched, Kept
from onrecord.sources.collect import collect, open_file
from onrecord.sources.dates import stamp
from onrecord.sources.fetch import Fetcher, Limits
from onrecord.sources.guard import Guard

ZONE = ZoneInfo("Europe/Vienna")
POST = Source(id="post", name="The Post", kind=SourceKind.MEDIA, collect=("post",))
PAGE = b"<html><head><meta name='date' content='2024-12-14T09:00Z'></head><p>The river rose by three metres.</p></html>"


def story(*sources: Source) -> Story:
    return Story(title="Flood", first_day=date(2024, 12, 1), time_zone="Europe/Vienna", sources=sources)


def put(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return folder


def split(found: Iterable[Capture | Problem]) -> tuple[list[Capture], list[Problem]]:
    items = list(found)
    return [i for i in items if isinstance(i, Capture)], [i for i in items if isinstance(i, Problem)]


def test_a_folder_of_every_format(tmp_path: Path) -> None:
    wire = Source(id="wire", name="Wire", kind=SourceKind.WIRE, collect=("wire.jsonl", "feeds/*"))
    put(
        tmp_path,
        {
            "post/2024-12-14T0900 a.txt": "The river rose.",
            "post/b.html": PAGE,
            "wire.jsonl": '{"source": "post", "published": "2024-12-14T10:00:00Z", "text": "It fell."}\n',
            "feeds/c.xml": "<rss><item><title>T</title><pubDate>14 Dec 2024 11:00</pubDate></item></rss>",
        },
    )
    captures, problems = split(collect(story(POST, wire), tmp_path))
    assert [(c.document.source, c.document.address) for c in captures] == [
        ("post", "post/2024-12-14T0900 a.txt"),
        ("post", "post/b.html"),
        ("post", "wire.jsonl#L1"),
        ("wire", captures[3].document.address),
    ]
    assert not problems
    assert all(c.document.raw == digest(c.raw) and c.document.fetched is None for c in captures)


def test_the_same_folder_gives_the_same_bytes_wherever_it_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files: dict[str, str | bytes] = {"post/2024-12-14T0900 a.txt": "The river rose.", "post/b.html": PAGE}
    seen = []
    for place in ("x", "y/z"):
        folder = put(tmp_path / place, files)
        monkeypatch.chdir(folder)
        seen.append([item.json() for item in collect(story(POST), folder)])
        seen.append([item.json() for item in collect(story(POST), Path())])
    assert len(seen[0]) == 2 and all(one == seen[0] for one in seen)


def test_a_file_that_two_entries_name_is_read_once(tmp_path: Path) -> None:
    put(tmp_path, {"post/2024-12-14 a.txt": "The river rose."})
    twice = Source(id="post", name="The Post", kind=SourceKind.MEDIA, collect=("post", "post/*.txt", "./post"))
    assert len(split(collect(story(twice), tmp_path))[0]) == 1


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    bad: dict[str, str | bytes] = {
        "post/0.txt": b"",
        "post/1.txt": b"\x00\x01\x02",
        "post/2.txt": "no date",
        "post/3.xml": "<html>",
        "post/4.html": "<html></html>",
        "post/5.json": "{",
        "post/6.jsonl": "{",
        "post/2024-12-14 good.txt": "The river rose.",
    }
    captures, problems = split(collect(story(POST), put(tmp_path, bad)))
    assert len(captures) == 1
    assert sorted(p.subject for p in problems) == sorted(name for name in bad if "good" not in name)


def test_without_fetcher_an_address_is_a_problem() -> None:
    web = Source(id="web", name="Web", kind=SourceKind.MEDIA, collect=("https://post.example/a",))
    _, (problem,) = split(collect(story(web), Path()))
    assert problem.subject == "https://post.example/a" and "opens none" in problem.message


def test_kept_copies_serve_a_run_without_network(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put(
        "https://post.example/a",
        Fetched(url="https://post.example/a", data=PAGE, at=datetime(2024, 12, 15, tzinfo=UTC)),
    )
    web = Source(
        id="web", name="Web", kind=SourceKind.MEDIA, collect=("https://post.example/a", "https://post.example/b")
    )
    (capture,), (problem,) = split(collect(story(web), Path(), Kept(cache)))
    assert capture.document.address == "https://post.example/a"
    assert problem.subject == "https://post.example/b" and "no earlier copy" in problem.message


def test_a_page_of_the_web_is_dated_by_itself_and_not_by_its_fetching(site: Any) -> None:
    site.pages["/a"] = (200, {"Content-Type": "text/html"}, PAGE)
    site.pages["/undated"] = (
        200,
        {"Content-Type": "text/html"},
        b"<html><p>The river rose by three metres.</p></html>",
    )
    now = datetime(2024, 12, 15, 6, tzinfo=UTC)
    fetch = Fetcher(lambda: now, guard=Guard(allow=site.allow), limits=Limits(pause=0.0))
    web = Source(id="web", name="Web", kind=SourceKind.MEDIA, collect=(site.url("/a"), site.url("/undated")))
    (capture,), (problem,) = split(collect(story(web), Path(), fetch))
    assert capture.document.published == datetime(2024, 12, 14, 9, tzinfo=UTC)
    assert capture.document.fetched == now
    assert problem.subject == site.url("/undated") and "no publication date" in problem.message


def test_a_refused_address_says_which_rule() -> None:
    entries = ("ftp://post.example/a", "http://u:p@post.example/", "http://post.example:22/", "http://127.0.0.1/")
    web = Source(id="web", name="Web", kind=SourceKind.MEDIA, collect=entries)
    fetch = Fetcher(lambda: datetime(2024, 12, 15, tzinfo=UTC), limits=Limits(pause=0.0))
    _, problems = split(collect(story(web), Path(), fetch))
    for problem, rule in zip(problems, ("scheme", "user name", "port", "public addresses"), strict=True):
        assert f"'{rule}'" in problem.message


def test_any_fetcher_fits_and_an_empty_answer_is_said() -> None:
    def fetch(url: str) -> Fetched:
        if "gone" in url:
            raise FetchError("gone")
        return Fetched(url=url, data=b"", at=datetime(2024, 12, 15, tzinfo=UTC))

    web = Source(id="web", name="Web", kind=SourceKind.MEDIA, collect=("https://a.example/", "https://a.example/gone"))
    assert ["0 bytes" in p.message or p.message == "gone" for p in split(collect(story(web), Path(), fetch))[1]] == [
        True
    ] * 2


@pytest.mark.parametrize(
    "given_date", [datetime(2024, 12, 14, 9), datetime(2024, 12, 14, 8, tzinfo=UTC), stamp("2024-12-14T09:00", ZONE)]
)
def test_published_is_for_what_has_no_date(tmp_path: Path, given_date: Any) -> None:
    put(tmp_path, {"a.txt": "The river rose.", "2024-12-13T0700 b.txt": "It fell."})
    (a,), _ = split(open_file(tmp_path / "a.txt", POST, ZONE, given_date))
    (b,), _ = split(open_file(tmp_path / "2024-12-13T0700 b.txt", POST, ZONE, given_date))
    assert a.document.published == datetime(2024, 12, 14, 9, tzinfo=ZONE)
    assert b.document.published == datetime(2024, 12, 13, 7, tzinfo=ZONE)


SUFFIXES = ("txt", "md", "html", "xml", "json", "jsonl", "")
SEEDS = (
    b"",
    b"<html><body><p>",
    b"<!doctype html>",
    b"<rss><channel><item><title>",
    b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='html'>",
    b'{"version": "https://jsonfeed.org/version/1", "items": [{"content_html": "',
    b'{"published": "2024-12-14", "text": "',
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"<?xml version='1.0' encoding='utf-7'?><rss>",
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(SEEDS),
    st.binary(max_size=200) | st.text(max_size=100).map(lambda t: t.encode("utf-8", "surrogatepass")),
    st.sampled_from(SUFFIXES),
)
def test_any_bytes_are_captures_or_problems(tmp_path: Path, seed: bytes, rest: bytes, suffix: str) -> None:
    path = tmp_path / f"2024-12-14 f.{suffix}"
    path.write_bytes(seed + rest)
    found = list(open_file(path, POST, ZONE))
    assert found
    for item in itertools.islice(found, 50):
        assert type(item).parse(item.json()) == item
