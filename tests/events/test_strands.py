"""Strands: what belongs together stays together, whatever the order, and a new report costs what it touches."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.events.strands import Strands, strands
from onrecord.events.tables import bundling
from onrecord.records import Document, Strand

START = datetime(2031, 5, 4, 8, tzinfo=UTC)
HAPPENED = {
    "Quell": ("Quell", "Mayor Orsk", "Sunday", "320", "the Averna river", "a school in Lower Quell"),
    "Velin": ("Velin", "Governor Taro", "Friday", "45", "the Silt canal", "the Velin glassworks"),
    "Brin": ("Brin", "Engineer Halla Moe", "Tuesday", "1,150", "Lake Torva", "the Brin railway yard"),
}
"""Three dams that broke: every word of the sort is shared, and the names differ."""
SENTENCES = (
    "The dam at {0} broke on {2} and flooded {3} houses, {1} said.",
    "{1} said {3} houses in {0} stood under water after the dam gave way on {2}.",
    "Rescuers reached {5} by boat as water from {4} rose in {0}, {1} said.",
    "Water from {4} flooded {3} houses in {0} and {5}, rescuers said on {2}.",
    "People left {5} by boat on {2}; the dam on {4} had broken, {1} said.",
)


def report(place: str, number: int, hours: float | None = None) -> Document:
    """The report of one sort on one dam; undated without hours."""
    two = (SENTENCES[number % 5], SENTENCES[(number + 1) % 5])
    text = "\n".join(s.format(*HAPPENED[place]) for s in two)
    published = None if hours is None else START + timedelta(hours=hours)
    return Document(source=f"s{number}", address=f"{place}/{number}", title="", text=text, published=published)


def day(*places: str) -> list[Document]:
    """Five reports on each dam, in turn."""
    return [report(p, n, n + at / 10) for n in range(5) for at, p in enumerate(places)]


def gathered(found: tuple[Strand, ...], documents: list[Document]) -> set[frozenset[str]]:
    """The addresses of each strand."""
    by = {d.id: d.address for d in documents}
    return {frozenset(by[id] for id in t.documents) for t in found}


def apart(*places: str) -> set[frozenset[str]]:
    return {frozenset(f"{p}/{n}" for n in range(5)) for p in places}


def test_two_happenings_of_one_sort_are_two_strands() -> None:
    documents = day("Quell", "Velin")
    assert gathered(strands(documents), documents) == apart("Quell", "Velin")


def test_three_as_well_and_undated() -> None:
    documents = [report(p, n) for p in HAPPENED for n in range(5)]
    assert gathered(strands(documents), documents) == apart(*HAPPENED)


def test_another_subject_begins_its_own() -> None:
    other = Document(source="x", address="x", title="", text="Parliament elected Ilm Sato speaker.", published=START)
    documents = [*day("Quell"), other]
    assert gathered(strands(documents), documents) == apart("Quell") | {frozenset(["x"])}


def test_a_strand_is_told_in_order_with_its_span_and_words() -> None:
    documents = day("Quell", "Velin")
    quell, velin = strands(reversed(documents))
    assert quell.key == quell.documents[0] == report("Quell", 0, 0).id
    assert (quell.first, quell.last) == (START, START + timedelta(hours=4))
    assert "Quell" in quell.words and "Quell" not in velin.words and "dam" not in quell.words[:2]


def test_the_name_stays_when_reports_join() -> None:
    documents = day("Quell")
    keys = {strands(documents[:n])[0].key for n in range(1, 6)}
    assert keys == {documents[0].id}


def test_a_strand_that_rested_is_over() -> None:
    rest = (bundling().days + 1) * 24
    documents = [*day("Quell"), report("Quell", 6, rest)]
    assert gathered(strands(documents), documents) == apart("Quell") | {frozenset(["Quell/6"])}


def test_a_strand_that_goes_on_is_not() -> None:
    documents = [report("Quell", n, n * 24 * bundling().days) for n in range(5)]
    assert gathered(strands(documents), documents) == apart("Quell")


def test_a_long_strand_is_no_more_looked_at_but_grows() -> None:
    documents = day("Quell", "Velin")
    (found,) = strands(documents, replace(bundling(), most=3))
    assert len(found.documents) == len(documents)


@settings(max_examples=25, deadline=None)
@given(st.permutations(day("Quell", "Velin", "Brin")), st.integers(0, 15))
def test_order_and_repeats_change_nothing_and_nobody_is_lost(documents: list[Document], repeated: int) -> None:
    found = strands([*documents, *documents[:repeated]])
    assert found == strands(day("Quell", "Velin", "Brin"))
    assert sorted(id for t in found for id in t.documents) == sorted(d.id for d in documents)


@pytest.mark.parametrize("upto", [1, 6, 15])
def test_growing_is_gathering(upto: int) -> None:
    documents = day("Quell", "Velin", "Brin")[:upto]
    growing = Strands()
    for at, document in enumerate(documents, 1):
        growing.add(document)
        assert growing.all() == strands(documents[:at])


def test_a_report_of_something_else_changes_no_other_strand() -> None:
    other = Document(source="x", address="x", title="", text="Parliament elected Ilm Sato speaker.", published=START)
    before = {t.documents for t in strands(day("Quell", "Velin"))}
    assert before < {t.documents for t in strands([*day("Quell", "Velin"), other])}


def test_nothing_makes_nothing_and_empty_texts_stand_alone() -> None:
    assert strands([]) == ()
    empty = [Document(source="s", address=str(n), title="", text="") for n in range(3)]
    assert [len(t.documents) for t in strands(empty)] == [1, 1, 1]
