"""What every ledger promises, whatever it keeps its rows in."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import create_engine, text

from onrecord.ledger import open_ledger
from onrecord.protocols import Ledger
from onrecord.records import (
    Actor,
    Attribution,
    Claim,
    Document,
    Judgement,
    Link,
    Measure,
    Problem,
    Quantity,
    Reading,
    Span,
    Speaker,
    Stance,
    View,
)

SERVER = os.environ.get("ONRECORD_TEST_POSTGRESQL")
NOON = datetime(2024, 12, 14, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    where = {"memory": ":memory:", "sqlite": str(tmp_path / "ledger.sqlite"), "postgresql": SERVER}[request.param]
    if where is None:
        pytest.skip("no PostgreSQL here: set ONRECORD_TEST_POSTGRESQL to the URL of an empty database")
    if where == SERVER:
        engine = create_engine(where.replace("postgresql://", "postgresql+psycopg://"))
        with engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        engine.dispose()
    opened = open_ledger(where)
    yield opened
    opened.close()


def report(name: str, body: str = "The mayor said 12 houses stood in water.", at: datetime | None = NOON) -> Document:
    return Document(source="gazette", address=name, title=f"Flood {name}", text=body, published=at)


def said(document: Document, start: int = 15, count: int = 12, kind: str = "disaster") -> Claim:
    content = Span(start=start, end=start + 9)
    return Claim(
        document=document.id,
        attribution=Attribution(speaker=Span(start=0, end=9), cue=Span(start=10, end=14), content=(content,)),
        proposition=content,
        sentence=Span(start=0, end=40),
        speaker=Speaker(name="the mayor of Lower Ahm", rule="role"),
        stance=Stance.ASSERTED,
        kind=kind,
        object=Actor(span=Span(start=18, end=24), name="houses"),
        quantities=(Quantity(span=Span(start=15, end=17), measure=Measure.DAMAGED, value=count),),
    )


def read(document: Document, *claims: Claim, problems: tuple[Problem, ...] = ()) -> Reading:
    return Reading(document=document, claims=claims, problems=problems)


def test_document_comes_back_as_it_was(ledger: Ledger) -> None:
    kyiv = timezone(timedelta(hours=2))
    document = Document(
        source="gazette",
        address="https://example.org/a?b=1#c",
        title="Überschwemmung – “high water”",
        text="Line one.\n\n   Zwei 😀 % :name ?\t.",
        published=datetime(2024, 12, 14, 23, 30, 0, 123456, tzinfo=kyiv),
        fetched=datetime(2024, 12, 15, 1, tzinfo=UTC),
        language="de",
        raw="ab" * 32,
        extra=(("author", 'A. "B"'), ("author", "C")),
    )
    kept = ledger.add(document, NOON)
    assert kept == document == ledger.document(document.id)
    assert kept.json() == document.json()


def test_unknown_ids_give_nothing(ledger: Ledger) -> None:
    assert ledger.document("d-0") is None
    assert ledger.claim("c-0") is None
    assert not (ledger.claims("d-0") or ledger.statements("c-0") or ledger.sightings("d-0"))
    assert ledger.latest() is None
    assert ledger.as_of(NOON).documents == ()


def test_same_text_again_is_a_sighting(ledger: Ledger) -> None:
    document = report("a")
    ledger.add(document, NOON)
    ledger.add(document, NOON)
    assert ledger.sightings(document.id) == ()
    for _ in range(2):
        ledger.add(document, NOON + HOUR)
    assert [sighting.seen for sighting in ledger.sightings(document.id)] == [NOON + HOUR]
    assert ledger.as_of(NOON + HOUR).documents == (document,)


def test_same_instant_in_another_zone_is_no_new_sighting(ledger: Ledger) -> None:
    ledger.add(report("a"), NOON)
    ledger.add(report("a"), NOON.astimezone(timezone(timedelta(hours=5))))
    assert ledger.sightings(report("a").id) == ()


def test_changed_text_supersedes_from_when_it_was_seen(ledger: Ledger) -> None:
    old, new = report("a"), report("a", "The mayor said 13 houses stood in water.")
    ledger.add(old, NOON)
    kept = ledger.add(new, NOON + HOUR)
    assert kept.supersedes == old.id
    assert ledger.as_of(NOON).documents == (old,)
    assert ledger.as_of(NOON + HOUR).documents == (kept,)
    assert ledger.document(old.id) == old


def test_old_text_met_again_stays_superseded(ledger: Ledger) -> None:
    old, new = report("a"), report("a", "The mayor said 13 houses stood in water.")
    for n, document in enumerate((old, new, old)):
        ledger.add(document, NOON + n * HOUR)
    assert [d.id for d in ledger.as_of(NOON + 9 * HOUR).documents] == [new.id]
    assert [sighting.seen for sighting in ledger.sightings(old.id)] == [NOON + 2 * HOUR]


def test_versions_seen_together_follow_in_the_order_they_came(ledger: Ledger) -> None:
    versions = [report("a", f"The mayor said {n} houses stood in water.") for n in range(6)]
    kept = [ledger.add(version, NOON) for version in versions]
    assert [version.supersedes for version in kept] == [None, *(version.id for version in versions[:-1])]
    assert ledger.as_of(NOON).documents == (kept[-1],)


def test_other_sources_do_not_supersede(ledger: Ledger) -> None:
    document = report("a")
    other = msgspec.structs.replace(document, id="", source="herald")
    ledger.add_all([(document, NOON), (other, NOON)])
    assert set(ledger.as_of(NOON).documents) == {document, other}


def test_said_correction_at_another_address_supersedes(ledger: Ledger) -> None:
    old = report("a")
    new = msgspec.structs.replace(report("b", "Correction: it was one house."), supersedes=old.id)
    ledger.add(old, NOON)
    assert ledger.add(new, NOON + HOUR) == new
    assert ledger.as_of(NOON + HOUR).documents == (new,)
    assert ledger.as_of(NOON).documents == (old,)


def test_version_dated_later_supersedes_only_from_its_date(ledger: Ledger) -> None:
    old, new = report("a"), report("a", "The mayor said 13 houses stood in water.", NOON + 5 * HOUR)
    ledger.add_all([(old, NOON), (new, NOON + HOUR)])
    assert ledger.as_of(NOON + HOUR).documents == (old,)
    assert [d.id for d in ledger.as_of(NOON + 5 * HOUR).documents] == [new.id]


def test_superseding_version_before_the_window_still_counts(ledger: Ledger) -> None:
    old, new = report("a"), report("a", "The mayor said 13 houses stood in water.", NOON - 9 * HOUR)
    ledger.add_all([(old, NOON), (new, NOON + HOUR)])
    assert ledger.as_of(NOON + HOUR, NOON - HOUR).documents == ()


def test_view_leaves_out_early_late_and_undated(ledger: Ledger) -> None:
    inside, undated, unseen = report("b"), report("c", at=None), report("d")
    early, late = report("a", at=NOON - 9 * HOUR), report("e", at=NOON + HOUR)
    ledger.add_all((document, NOON) for document in (late, undated, inside, early))
    ledger.add(unseen, NOON + HOUR)
    assert ledger.as_of(NOON, NOON - HOUR).documents == (inside,)
    assert ledger.as_of(NOON).documents == (early, inside)
    assert ledger.latest() == NOON + HOUR
    assert ledger.latest(NOON) == NOON and ledger.latest(NOON - 10 * HOUR) is None


def test_claims_come_back_as_they_were(ledger: Ledger) -> None:
    document = report("a")
    second, first = said(document, start=20), said(document)
    ledger.add(document, NOON)
    assert ledger.record(read(document, second, first), "reader 1", NOON) > 10
    assert ledger.record(read(document, second, first), "reader 1", NOON) == 0
    assert ledger.claims(document.id) == ledger.as_of(NOON).claims == (first, second)
    assert ledger.claim(first.id) == first
    assert first.json() == ledger.as_of(NOON).claims[0].json()


def test_what_a_claim_leaves_open_is_not_stated(ledger: Ledger) -> None:
    document = report("a")
    ledger.record(read(document, said(document)), "reader 1", NOON)
    stated = [statement.property for statement in ledger.statements(said(document).id)]
    assert stated[:3] == ["attribution", "proposition", "sentence"]
    assert "moment" not in stated and "weapon" not in stated


def test_newer_reader_replaces_what_the_older_said(ledger: Ledger) -> None:
    document = report("a")
    kept, dropped, better = said(document), said(document, start=20), said(document, count=11)
    assert kept.id == better.id
    ledger.add(document, NOON)
    ledger.record(read(document, kept, dropped), "reader 9", NOON)
    assert ledger.record(read(document, better), "reader 10", NOON + HOUR) > 0
    assert ledger.as_of(NOON).claims == (kept, dropped)
    assert ledger.as_of(NOON + HOUR).claims == ledger.claims(document.id) == (better,)
    assert ledger.claim(dropped.id) == dropped
    assert list(dict.fromkeys(s.reader for s in ledger.statements(kept.id))) == ["reader 9", "reader 10"]


def test_reader_that_comes_later_wins_at_the_same_time(ledger: Ledger) -> None:
    document = report("a")
    ledger.add(document, NOON)
    ledger.record(read(document, said(document)), "reader 9", NOON)
    ledger.record(read(document, said(document, count=11)), "reader 10", NOON)
    assert ledger.as_of(NOON).claims == (said(document, count=11),)


def test_editor_may_change_her_mind_and_back(ledger: Ledger) -> None:
    document = report("a")
    ledger.add(document, NOON)
    for n, count in enumerate((12, 13, 12)):
        ledger.record(read(document, said(document, count=count)), "editor", NOON + n * HOUR)
        assert ledger.as_of(NOON + n * HOUR).claims == (said(document, count=count),)


def test_claims_of_a_superseded_text_are_left_out(ledger: Ledger) -> None:
    old, new = report("a"), report("a", "Nothing is known of houses any more, it says.")
    ledger.add_all([(old, NOON), (new, NOON + HOUR)])
    ledger.record(read(old, said(old)), "reader 1", NOON)
    assert ledger.as_of(NOON + HOUR).claims == ()
    assert ledger.claims(old.id) == (said(old),)


def test_claims_follow_the_order_of_documents(ledger: Ledger) -> None:
    late, early = report("a"), report("b", at=NOON - HOUR)
    for document in (late, early):
        ledger.add(document, NOON)
        ledger.record(read(document, said(document, start=20), said(document)), "reader 1", NOON)
    view = ledger.as_of(NOON)
    assert view.documents == (early, late)
    assert view.claims == tuple(said(document, start=start) for document in (early, late) for start in (15, 20))


def test_unread_is_oldest_first_and_ends(ledger: Ledger) -> None:
    later, earlier, undated = report("a"), report("b", at=NOON - HOUR), report("c", at=None)
    ledger.add_all([(later, NOON + HOUR), (earlier, NOON), (undated, NOON)])
    assert list(ledger.unread("reader 1")) == [(undated, NOON), (earlier, NOON), (later, NOON + HOUR)]
    for document, seen in ledger.unread("reader 1"):
        ledger.record(read(document), "reader 1", seen)
    assert list(ledger.unread("reader 1")) == []
    assert len(list(ledger.unread("reader 2"))) == 3


def test_problems_of_readings_and_reports(ledger: Ledger) -> None:
    document = report("a")
    doubt = Problem(subject=document.id, stage="read", message="The place Ahm is not known.")
    dead = Problem(subject="https://example.org/feed", stage="collect", message="No answer.")
    ledger.add(document, NOON)
    ledger.record(read(document, problems=(doubt,)), "reader 1", NOON)
    for hours in (1, 2):
        ledger.report([dead, dead], NOON + hours * HOUR)
    assert ledger.as_of(NOON).problems == (doubt,)
    assert ledger.as_of(NOON + HOUR).problems == tuple(sorted((doubt, dead)))
    ledger.record(read(document), "reader 2", NOON + HOUR)
    assert ledger.as_of(NOON + HOUR).problems == (dead,)


def test_last_judgement_of_each_judge_stands(ledger: Ledger) -> None:
    def judged(judgement: Judgement, by: str, hours: int | None) -> Link:
        at = None if hours is None else NOON + hours * HOUR
        return Link(left="c-1", right="c-2", judgement=judgement, by=by, at=at, score=0.5)

    machine = judged(Judgement.SAME, "onrecord", None)
    first, second = judged(Judgement.DIFFERENT, "jo", 1), judged(Judgement.UNSURE, "jo", 2)
    ledger.judge([second, machine])
    ledger.judge([first, second])
    assert ledger.as_of(NOON).links == (machine,)
    assert ledger.as_of(NOON + HOUR).links == (first, machine)
    assert ledger.as_of(NOON + 2 * HOUR).links == (second, machine)


def test_a_judgement_counts_from_the_edition_that_it_was_made_for(ledger: Ledger) -> None:
    early = Link(left="c-1", right="c-2", by="jo", at=NOON + 9 * HOUR, seen=NOON)
    late = Link(left="c-1", right="c-2", judgement=Judgement.TAKEN_BACK, by="jo", at=NOON + 10 * HOUR, seen=NOON + HOUR)
    ledger.judge([late, early])
    assert ledger.as_of(NOON - HOUR).links == ()
    assert ledger.as_of(NOON).links == (early,)
    assert ledger.as_of(NOON + HOUR).links == (late,)
    assert ledger.judgements() == (early, late)


def test_what_is_on_record_is_known(ledger: Ledger) -> None:
    document = report("a")
    claim = said(document)
    ledger.add(document, NOON)
    ledger.record(read(document, claim), "reader 1", NOON)
    ledger.record(read(document), "reader 2", NOON)
    assert ledger.homes([document.id, claim.id, "c-0", "d-0"]) == {document.id: document.id, claim.id: document.id}
    assert ledger.homes([]) == {}


def test_link_keeps_the_zone_it_was_made_in(ledger: Ledger) -> None:
    link = Link(left="c-1", right="c-2", by="jo", at=NOON.astimezone(timezone(timedelta(hours=2))))
    ledger.judge([link])
    assert [kept.json() for kept in ledger.as_of(NOON).links] == [link.json()]


def test_search_finds_all_words_best_first(ledger: Ledger) -> None:
    once = report("1", "The dike broke. " + "Nothing else was told of the river that day. " * 9)
    often = report("2", "Dike, dike, dike: the DIKE at Ahm.")
    other = report("3", "A bridge at Ahm.")
    ledger.add_all((document, NOON) for document in (once, often, other))
    assert ledger.search("dike") == (often, once)
    assert ledger.search("dike Ahm") == (often,)
    assert ledger.search("dike", limit=1) == (often,)
    assert ledger.search("dike zebra") == ()


def test_search_ties_are_stable(ledger: Ledger) -> None:
    documents = [report("x", "A bridge at Ahm."), *(report(str(n), "The same words here.") for n in range(5))]
    alike = sorted((msgspec.structs.replace(d, id="", title="Same") for d in documents[1:]), key=lambda d: d.id)
    ledger.add_all((document, NOON) for document in reversed(alike))
    assert ledger.search("same words") == tuple(alike)


ODD = ("", "   ", '"', "dike AND", "NOT dike", "title:", "dike*", "(", "-dike", "NEAR(", "a:b", "%", "'; DROP", "\0")


@pytest.mark.parametrize("query", [*ODD, "«»", "é" * 9, "x " * 5000, "๎", "ﷺ", "\ud800"])
def test_any_string_may_be_searched(ledger: Ledger, query: str) -> None:
    ledger.add(report("a"), NOON)
    assert len(ledger.search(query)) <= 1


def test_failed_batch_leaves_nothing(ledger: Ledger) -> None:
    def torn() -> Iterator[tuple[Document, datetime]]:
        yield report("a"), NOON
        raise RuntimeError("the reader died")

    with pytest.raises(RuntimeError):
        ledger.add_all(torn())
    assert ledger.document(report("a").id) is None


def test_empty_batches_do_nothing(ledger: Ledger) -> None:
    assert ledger.add_all([]) == ()
    assert ledger.record_all([], "reader 1") == 0
    ledger.report([], NOON)
    ledger.judge([])
    assert ledger.as_of(NOON) == View(cutoff=NOON)
