"""The book stands against its own check, under many seeds; and the check sees a label that does not fit."""

import pytest
from evals.scenarios.check import faults
from evals.scenarios.gold import Book, Half, TrapKind
from evals.scenarios.label import Page
from evals.scenarios.write import made
from msgspec.structs import replace

from onrecord.records import Span, VerdictKind


@pytest.fixture(scope="module")
def book() -> tuple[tuple[Page, ...], Book]:
    return made()


@pytest.mark.parametrize("seed", [1, 2, 3, 17])
def test_nothing_is_wrong_with_the_book(seed: int) -> None:
    assert faults(*made(seed)) == []


def test_every_trap_lies_in_both_halves_on_different_events(book: tuple[tuple[Page, ...], Book]) -> None:
    for kind in TrapKind:
        traps = [t for t in book[1].traps if t.kind is kind]
        tune, score = ({e for t in traps if t.half is half for e in t.events} for half in Half)
        assert not tune & score


def test_halves_share_no_wording_of_their_own(book: tuple[tuple[Page, ...], Book]) -> None:
    copied = {e.copy for e in book[1].echoes}
    texts: dict[Half, set[str]] = {Half.TUNE: set(), Half.SCORE: set()}
    for told in book[1].told:
        if told.url not in copied and len(told.quote.split()) > 5:
            texts[told.half].add(told.quote)
    assert not texts[Half.TUNE] & texts[Half.SCORE]


def test_a_span_that_is_off_is_seen(book: tuple[tuple[Page, ...], Book]) -> None:
    pages, gold = book
    first = replace(gold.told[0], content=(Span(start=1, end=9),))
    assert any(f.startswith("spans") for f in faults(pages, replace(gold, told=(first, *gold.told[1:]))))


def test_a_sum_that_does_not_add_up_is_seen(book: tuple[tuple[Page, ...], Book]) -> None:
    pages, gold = book
    rules = tuple(
        replace(r, arithmetic=r.arithmetic + " + 1") if r.kind is VerdictKind.PARTITION else r for r in gold.rulings
    )
    assert any("does not add up" in f for f in faults(pages, replace(gold, rulings=rules)))


def test_an_origin_too_many_is_seen(book: tuple[tuple[Page, ...], Book]) -> None:
    pages, gold = book
    more = tuple(replace(h, independent=h.independent + 1) for h in gold.happenings)
    assert sum(f.startswith("origins") for f in faults(pages, replace(gold, happenings=more))) == len(more)


def test_a_copy_that_counts_as_its_own_origin_is_seen(book: tuple[tuple[Page, ...], Book]) -> None:
    pages, gold = book
    copies = {e.copy for e in gold.echoes if e.kind == "verbatim"}
    lost = next(t for t in gold.told if t.url in copies and not t.speaker and not t.debunked)
    others = tuple(
        replace(o, name="Somebody Else", claims=(lost.id,)) if lost.id in o.claims else o for o in gold.origins
    )
    assert any(f.startswith("roots") for f in faults(pages, replace(gold, origins=others)))
