"""Which text supersedes which."""

from onrecord.ledger.versions import Head, current, previous


def head(
    id: str, seen: str = "1", published: str = "1", number: int = 0, says: str | None = None, page: str = "p"
) -> Head:
    return Head(id, page, published, seen, number, says)


def test_latest_seen_then_published_then_come_is_current() -> None:
    assert current([head("a", seen="2"), head("b", seen="1", published="9")]) == {"a"}
    assert current([head("a", published="2"), head("b", published="1", number=9)]) == {"a"}
    assert current([head("a", number=2), head("b", number=1)]) == {"a"}


def test_versions_form_a_chain() -> None:
    heads = [head("c", seen="3"), head("a", seen="1"), head("b", seen="2")]
    assert previous(heads) == {"a": None, "b": "a", "c": "b"}


def test_circle_of_corrections_leaves_the_newer() -> None:
    heads = [head("a", seen="1", says="b", page="p"), head("b", seen="2", says="a", page="q")]
    assert current(heads) == {"b"}


def test_document_that_supersedes_itself_stays() -> None:
    assert current([head("a", says="a")]) == {"a"}


def test_superseding_an_unknown_document_changes_nothing() -> None:
    assert current([head("a", says="z"), head("b", page="q")]) == {"a", "b"}
