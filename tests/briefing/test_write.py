from typing import Any

from msgspec.structs import replace

from onrecord.briefing import write
from onrecord.briefing.write import Attentive
from onrecord.records import Memory, Reading, View


def test_the_same_ledger_and_day_give_the_same_bytes(full: Any) -> None:
    assert full.write().json() == full.write().json()


def test_order_of_claims_and_documents_does_not_matter(full: Any) -> None:
    view = View(
        cutoff=full.view.cutoff,
        documents=tuple(reversed(full.view.documents)),
        claims=tuple(reversed(full.view.claims)),
    )
    made = write(full.shelf.day, tuple(full.events), view, Memory(), full.story, full.read)
    assert [s.text for p in made.sections for s in p.sentences] == [
        s.text for p in full.write().sections for s in p.sentences
    ]


def test_the_headline_names_who_says_it_and_the_day(full: Any) -> None:
    made = full.write()
    assert made.headline.endswith(": what we know on day 135")
    assert len(made.leads) == 2
    assert "Norland's staff" in made.headline


def test_a_day_without_reports_is_said_to_be_one(desk: Any) -> None:
    made = desk.write()
    assert made.headline == "No report that can be told: what we know on day 135"
    assert [s.name for s in made.sections] == ["changes", "corrections"]


def test_what_the_verifier_refuses_is_dropped_and_said(full: Any) -> None:
    lost = next(c for c in full.claims.values() if c.hedge is not None)
    read = type(full.read)({id: c for id, c in full.claims.items() if c is not lost})
    made = write(full.shelf.day, tuple(full.events), full.view, Memory(), full.story, read)
    assert not any(lost.id in s.claims for p in made.sections for s in p.sentences)
    assert any("does not find it again" in p.message for p in made.dropped)


def test_a_lie_is_told_only_as_one(full: Any, said: Any) -> None:
    told = [t for t in said(full.write()) if "bribes" in t]
    assert told
    assert all("fabricated" in t for t in told)


def test_a_document_is_read_once(full: Any) -> None:
    asked = []

    class Reader:
        name = "counting"

        def __call__(self, document: Any) -> Reading:
            asked.append(document.id)
            return Reading(document=document)

    memory = Attentive(Reader())
    for _ in range(3):
        memory(full.documents[0])
    assert asked == [full.documents[0].id]


def test_dropping_one_event_leaves_the_others_alone(full: Any, said: Any) -> None:
    before = set(said(full.write()))
    full.events = [e for e in full.events if e.kind != "legal"]
    after = set(said(full.write()))
    assert after < before
    assert replace(full.write(), headline="") != full.write()
