"""Parcels: dates in their order, characters that cannot be kept."""

from datetime import datetime
from zoneinfo import ZoneInfo

from onrecord.records import Capture, Document, Problem, Source, SourceKind
from onrecord.sources.dates import Stamp
from onrecord.sources.parcel import Draft, Parcel

ZONE = ZoneInfo("Europe/Vienna")
SOURCE = Source(id="post", name="The Post", kind=SourceKind.MEDIA)
OWN, NAME, SHOWN = (Stamp(datetime(2024, 12, day, 9, tzinfo=ZONE)) for day in (14, 15, 16))


def parcel(published: Stamp | None = None) -> Parcel:
    return Parcel(b"raw", "a.txt", "a.txt", SOURCE, ZONE, published=published)


def test_its_own_date_before_the_given_before_the_shown() -> None:
    assert parcel(NAME).when(Draft(text="x", dates=(OWN,), shown=SHOWN)) == OWN
    assert parcel(NAME).when(Draft(text="x", shown=SHOWN)) == NAME
    assert parcel().when(Draft(text="x", shown=SHOWN)) == SHOWN


def test_without_a_date_there_is_a_problem_that_says_what_to_do() -> None:
    found = parcel().single(Draft(text="x"))
    assert isinstance(found, Problem) and "--published" in found.message and found.stage == "collect"


def test_a_bare_day_is_marked() -> None:
    found = parcel(Stamp(datetime(2024, 12, 14, tzinfo=ZONE), whole_day=True)).single(Draft(text="x"))
    assert isinstance(found, Capture) and ("published-precision", "day") in found.document.extra


def test_what_no_store_can_hold_is_replaced_one_for_one() -> None:
    found = parcel(OWN).single(Draft(text="a\ud800b\x00c", title="\udfff", extra={"k\x00": "\ud800"}))
    assert isinstance(found, Capture)
    assert found.document.text == "a\ufffdb\ufffdc"
    assert Document.parse(found.document.json()).text == found.document.text


def test_dates_carry_the_storys_zone() -> None:
    found = parcel(OWN).single(Draft(text="x"))
    assert isinstance(found, Capture) and found.document.published
    assert found.document.published.tzinfo == ZoneInfo("Europe/Vienna")
