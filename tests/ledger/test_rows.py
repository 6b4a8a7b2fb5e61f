"""Rows say what the records say, in a form that sorts."""

from datetime import UTC, datetime, timedelta, timezone

from onrecord.ledger import rows
from onrecord.records import Document, Link, Problem, Reading

NOON = datetime(2024, 12, 14, 12, tzinfo=UTC)
EAST = timezone(timedelta(hours=2))
DOCUMENT = Document(
    source="gazette", address="a", title="Flood", text="The dike broke.", published=NOON.astimezone(EAST)
)


def test_document_row_keeps_the_instant_and_the_zone() -> None:
    row = rows.document(DOCUMENT, NOON)
    assert row["published"] == row["seen"] == "2024-12-14T12:00:00.000000Z"
    assert row["printed"] == "2024-12-14T14:00:00+02:00"


def test_versions_of_a_page_share_a_series() -> None:
    changed = Document(source="gazette", address="a", title="Flood", text="The dike held.")
    moved = Document(source="gazette", address="b", title="Flood", text="The dike broke.")
    first, second, third = (rows.document(document, NOON)["series"] for document in (DOCUMENT, changed, moved))
    assert first == second != third


def test_reading_is_another_with_other_statements() -> None:
    reading = Reading(document=DOCUMENT)
    ids = {rows.reading(reading, "reader 1", NOON, stated)["id"] for stated in ([], ["s-1"], ["s-2"], ["s-1", "s-2"])}
    assert len(ids) == 4
    assert rows.reading(reading, "reader 1", NOON, []) == rows.reading(reading, "reader 1", NOON.astimezone(EAST), [])


def test_problem_of_a_reading_is_not_the_reported_one() -> None:
    problem = Problem(subject="feed", stage="collect", message="No answer.")
    assert rows.problem(problem, None, NOON)["id"] != rows.problem(problem, "r-1", NOON)["id"]


def test_link_row_holds_the_whole_link() -> None:
    link = Link(left="c-1", right="c-2", at=NOON.astimezone(EAST), by="jo")
    row = rows.link(link)
    assert Link.parse(row["record"]) == link
    assert row["at"] == "2024-12-14T12:00:00.000000Z"
