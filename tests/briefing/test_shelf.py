from datetime import UTC, date, datetime
from typing import Any


def test_what_was_published_since_yesterday_is_fresh(full: Any) -> None:
    shelf = full.shelf
    fresh = {shelf.published(c).day for c in shelf.claims.values() if shelf.fresh(c)}
    assert shelf.opened == datetime(2031, 5, 14, 6, tzinfo=UTC)
    assert fresh == {14}


def test_names_of_the_story_are_known(desk: Any) -> None:
    assert desk.shelf.known("Norland's air force")
    assert desk.shelf.known("Ada Berg")
    assert not desk.shelf.known("two officials")


def test_a_role_holds_for_its_day(desk: Any) -> None:
    person = desk.shelf.person("Ada Berg", date(2031, 5, 14))
    assert person.role == "Norland's president"
    assert desk.shelf.person("Nobody", date(2031, 5, 14)) is None


def test_evidence_quotes_its_document(full: Any) -> None:
    shelf = full.shelf
    claim = next(iter(shelf.claims.values()))
    evidence = shelf.evidence(claim, claim.proposition)
    assert evidence.quote == claim.proposition.of(shelf.document(claim).text)
    assert evidence.source == shelf.document(claim).source
