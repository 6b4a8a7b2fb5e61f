"""Whatever is recorded, in whatever order and however often, the record of a day is the same."""

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.ledger import MemoryLedger, open_ledger
from onrecord.protocols import Ledger
from onrecord.records import (
    Attribution,
    Claim,
    Document,
    Link,
    Measure,
    Problem,
    Quantity,
    Reading,
    Span,
    Stance,
)

DAY = datetime(2024, 12, 14, tzinfo=UTC)
Step = tuple[Document | Reading | Problem | Link, int]
"""What is recorded, and at which hour."""

hours = st.integers(0, 12)
spans = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda ends: Span(start=min(ends), end=max(ends)))


def at(hour: int) -> datetime:
    return DAY + timedelta(hours=hour)


# A text has one date, or none: the date that a document came with first is the one that is kept.
documents = st.builds(
    lambda page, text: Document(
        source="gazette", address=page, title="Flood", text=f"Dike {text}.", published=at(text) if text % 4 else None
    ),
    st.sampled_from("abc"),
    hours,
)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    document = draw(documents)
    claims = draw(
        st.lists(
            st.builds(
                lambda span, stance, count: Claim(
                    document=document.id,
                    attribution=Attribution(content=(span,)),
                    proposition=span,
                    sentence=span,
                    stance=stance,
                    quantities=(Quantity(span=span, measure=Measure.OTHER, value=count),),
                ),
                spans,
                st.sampled_from(Stance),
                st.integers(0, 3) | st.floats(allow_nan=False, allow_infinity=False),
            ),
            max_size=3,
            unique_by=lambda claim: claim.id,
        )
    )
    troubles = draw(st.lists(st.sampled_from(["Short.", "Long."]), max_size=1))
    problems = tuple(Problem(subject=document.id, stage="read", message=trouble) for trouble in troubles)
    return Reading(document=document, claims=tuple(claims), problems=problems)


def undated(step: Step) -> tuple[str, int] | None:
    """The page and the hour of a text without a date; None for any other step."""
    what, hour = step
    document = what.document if isinstance(what, Reading) else what
    return (document.address, hour) if isinstance(document, Document) and document.published is None else None


steps = st.lists(
    st.tuples(
        st.one_of(
            documents,
            readings(),
            st.builds(Problem, subject=st.just("feed"), stage=st.just("collect"), message=st.sampled_from("ab")),
            st.builds(Link, left=st.just("c-1"), right=st.just("c-2"), by=st.sampled_from("jk"), at=hours.map(at)),
        ),
        hours,
    ),
    max_size=14,
    # Of two readings at one time the one that comes later wins, and of two texts of one page that are seen together and
    # bear no date: there order matters, so let there be one of each.
    unique_by=(
        lambda step: (step[0].document.id, step[1]) if isinstance(step[0], Reading) else repr(step),
        lambda step: undated(step) or repr(step),
    ),
)


def take(ledger: Ledger, step: Step) -> None:
    what, hour = step
    if isinstance(what, Document):
        ledger.add(what, at(hour))
    elif isinstance(what, Reading):
        ledger.record(what, f"reader {hour % 2}", at(hour))
    elif isinstance(what, Problem):
        ledger.report([what], at(hour))
    else:
        ledger.judge([what])


def seen(step: Step) -> datetime:
    """When a step became part of the record: a judgement carries its own time."""
    return step[0].at or DAY if isinstance(step[0], Link) else at(step[1])


def views(ledger: Ledger) -> list[bytes]:
    """The record of every hour, whole and in a window."""
    return [ledger.as_of(at(h), since and at(h - 3)).json() for h in (0, 2, 5, 8, 13) for since in (None, DAY)]


@pytest.fixture(params=["memory", "sqlite"])
def fresh(request: pytest.FixtureRequest) -> Iterator[Callable[[], Ledger]]:
    made: list[Ledger] = []

    def new() -> Ledger:
        made.append(MemoryLedger() if request.param == "memory" else open_ledger("sqlite://"))
        return made[-1]

    yield new
    for ledger in made:
        ledger.close()


few = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@few
@given(taken=steps, chance=st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(
    fresh: Callable[[], Ledger], taken: list[Step], chance: random.Random
) -> None:
    once, often = fresh(), fresh()
    for step in taken:
        take(once, step)
    again = taken * 2
    chance.shuffle(again)
    for step in again:
        take(often, step)
    assert views(once) == views(often)


@few
@given(taken=steps, hour=hours)
def test_a_day_knows_nothing_of_what_came_later(fresh: Callable[[], Ledger], taken: list[Step], hour: int) -> None:
    then, now = fresh(), fresh()
    for step in taken:
        take(now, step)
        if seen(step) <= at(hour):
            take(then, step)
    assert now.as_of(at(hour)) == then.as_of(at(hour))


@few
@given(taken=steps)
def test_every_ledger_answers_alike(taken: list[Step]) -> None:
    plain, rows = MemoryLedger(), open_ledger("sqlite://")
    try:
        for step in taken:
            take(plain, step)
            take(rows, step)
        assert views(plain) == views(rows)
        assert list(plain.unread("reader 1")) == list(rows.unread("reader 1"))
        for document in plain.as_of(at(99)).documents:
            assert plain.claims(document.id) == rows.claims(document.id)
            assert plain.sightings(document.id) == rows.sightings(document.id)
            for claim in plain.claims(document.id):
                assert plain.claim(claim.id) == rows.claim(claim.id)
                assert plain.statements(claim.id) == rows.statements(claim.id)
    finally:
        rows.close()


@few
@given(query=st.text(max_size=40))
def test_any_string_may_be_searched(query: str) -> None:
    rows = open_ledger("sqlite://")
    text = query if query.isprintable() else "Dike."
    kept = rows.add(Document(source="gazette", address="a", title="Flood", text=text), DAY)
    assert rows.search(query) in ((), (kept,))
    rows.close()
