from datetime import UTC, datetime
from math import inf

import msgspec

from onrecord.events.account import Account, accounts
from onrecord.records import Measure, Operator, Position, Scope


def row(value: int, hour: int = 9, docs: str = "a", measure: str = "killed", **more: object) -> Position:
    return Position(
        speaker="Una Holt",
        party=None,
        origin="o",
        measure=Measure(measure),
        claims=(f"c{value}",),
        value=value,
        as_of=datetime(2031, 5, 4, hour, tzinfo=UTC),
        documents=tuple(docs),
        **more,  # type: ignore[arg-type]
    )


def one(*rows: Position, kind: str = "casualty_toll") -> Account:
    (account,) = accounts(rows, kind)
    return account


def test_the_later_word_stands() -> None:
    account = one(row(9, 8, "ab"), row(12, 20, "c"))
    assert ([p.value for p in account.now], [p.value for p in account.past]) == ([12], [9])


def test_a_figure_told_only_beside_another_is_no_later_word() -> None:
    account = one(row(105, 8, "abc"), row(30, 12, "b"))
    assert ([p.value for p in account.now], account.past) == ([105], ())


def test_rounder_words_do_not_replace() -> None:
    account = one(row(132, 8, "a"), row(130, 12, "b", operator=Operator.ABOUT))
    assert [p.value for p in account.now] == [132]


def test_figures_of_one_breath_are_parts_or_their_sum() -> None:
    parts = one(row(86), row(4), row(2))
    assert (parts.low, parts.high, parts.exact) == (86, 92, None)
    assert [p.value for p in one(row(37), row(12), row(25)).now] == [37]


def test_bounds_reach() -> None:
    account = one(row(25, operator=Operator.MORE_THAN))
    assert (account.low, account.high, account.says()) == (26, inf, "more than 25")


def test_drones_destroyed_and_shot_down_are_one_subject_in_the_air() -> None:
    rows = (row(37, measure="destroyed", object="drone"), row(37, 10, "b", measure="shot_down", object="drone"))
    assert len(accounts(rows, "interception")) == 1
    assert len(accounts(rows, "strike_impact")) == 2


def test_unnamed_things_exclude_nothing_and_totals_of_other_days_neither() -> None:
    assert not one(row(5, measure="damaged")).excludes(one(row(9, measure="damaged")))
    assert one(row(5)).excludes(one(row(9)))
    first, second = (one(row(n, h, scope=Scope.CUMULATIVE)) for n, h in ((5, 8), (9, 20)))
    assert not first.excludes(second)


def test_those_whom_several_bodies_send_exclude_nothing() -> None:
    assert not one(row(2, measure="deployed")).excludes(one(row(112, measure="deployed")))


def toll(speaker: str, value: int, hour: int, measure: str = "killed", docs: str = "", day: int = 4) -> Position:
    return msgspec.structs.replace(
        row(value, measure=measure, docs=docs or speaker[0]),
        speaker=speaker,
        origin=speaker,
        as_of=datetime(2031, 5, day, hour, tzinfo=UTC),
    )


def clash(left: Position, right: Position) -> bool:
    """Whether two figures exclude each other, where "Post" is a newspaper's own voice."""
    one, other = accounts([left, right], "casualty_toll", {"Post"})
    return one.excludes(other)


def test_a_paper_that_has_fewer_dead_is_only_behind_whoever_counts() -> None:
    assert not clash(toll("Post", 9, 9), toll("Staff", 10, 14)), "ten by the afternoon"
    assert not clash(toll("Staff", 10, 9), toll("Post", 9, 14)), "the paper has not heard of it yet"
    assert clash(toll("Staff", 10, 9), toll("Post", 9, 14, day=6)), "two days later it has"
    assert clash(toll("Post", 13, 9), toll("Staff", 10, 14)), "more than anybody counted"
    assert clash(toll("Post", 4, 9, docs="a"), toll("Staff", 6, 14, docs="ab")), "it tells both"


def test_a_toll_may_have_risen_half_a_day_later_whoever_tells_it() -> None:
    assert clash(toll("Mayor", 9, 9), toll("Staff", 12, 14))
    nine, twelve = (msgspec.structs.replace(t, party="Averia") for t in (toll("Mayor", 9, 9), toll("Staff", 12, 14)))
    assert not clash(nine, twelve), "bodies of one government"
    assert not clash(toll("Mayor", 9, 9), toll("Staff", 12, 9, day=5))
    assert clash(toll("Mayor", 12, 9), toll("Staff", 9, 9, day=5)), "the dead do not become fewer"
    assert not clash(toll("Mayor", 12, 9, "missing"), toll("Staff", 9, 9, "missing", day=5)), "the missing are found"
    assert clash(toll("Mayor", 12, 9, "missing"), toll("Staff", 9, 14, "missing"))


def test_a_toll_that_is_said_to_have_grown_excludes_none_before_it() -> None:
    def grown(left: Position, right: Position, rose: str) -> tuple[bool, bool]:
        one, other = accounts([left, right], "casualty_toll", set(), {rose})
        return one.excludes(other), one.before(other) or other.before(one)

    one, three = toll("Mayor", 1, 9), toll("Staff", 3, 9)
    assert grown(one, three, "c3") == (False, True), "one was killed; later three had died"
    assert grown(one, three, "c1") == (True, False)
    assert grown(toll("Mayor", 1, 10), three, "c3")[0], "one is counted when it had grown to three"
