"""Entries: one address each, also where a feed gives them one link."""

from datetime import datetime
from zoneinfo import ZoneInfo

from onrecord.records import Capture, Problem, Source, SourceKind
from onrecord.sources.dates import Stamp
from onrecord.sources.entries import Entry, publish
from onrecord.sources.parcel import Parcel

ZONE = ZoneInfo("Europe/Vienna")
PARCEL = Parcel(b"raw", "feed.xml", "feed.xml", Source(id="post", name="The Post", kind=SourceKind.MEDIA), ZONE)
DATE = Stamp(datetime(2024, 12, 14, 9, tzinfo=ZONE))


def entry(
    link: str = "", id: str = "", title: str = "T", body: str = "The river rose.", date: Stamp | None = DATE
) -> Entry:
    return Entry(link=link, id=id, title=title, date=date, body=body)


def addresses(*entries: Entry) -> list[str]:
    return [item.document.address for item in publish(PARCEL, entries) if isinstance(item, Capture)]


def test_the_link_is_the_address() -> None:
    assert addresses(entry("https://a.example/1", "x")) == ["https://a.example/1"]


def test_a_shared_link_is_told_apart_by_id() -> None:
    page = "https://a.example/bulletins"
    assert addresses(entry(page, "x"), entry(page, "y")) == [f"{page}#x", f"{page}#y"]


def test_without_link_and_id_the_content_tells_apart() -> None:
    first, second = addresses(entry(), entry(body="It fell."))
    assert first != second and first.startswith("feed.xml#")
    assert addresses(entry(body="It fell."), entry()) == [second, first]


def test_a_post_that_is_only_a_title_is_its_text() -> None:
    (found,) = publish(PARCEL, [entry("https://a.example/1", title="River at 3 m", body="")])
    assert isinstance(found, Capture) and found.document.text == "River at 3 m"


def test_empty_entries_are_counted() -> None:
    (found,) = publish(PARCEL, [entry("https://a.example/1", title="", body="<p></p>")])
    assert isinstance(found, Problem) and "1 of its 1 entries have no text" in found.message
    assert "https://a.example/1" in found.message
