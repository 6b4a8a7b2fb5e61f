"""What is right is marked right, what is wrong wrong, and nothing depends on the order in which it is handed in."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

import pytest
from evals.marking import echoes, linking, nuggets, origins, repeats, traps, verdicts
from evals.marking.align import Aligned
from evals.marking.answer import Answer, Day, Happened, Line, Ruled, Said
from evals.marking.facts import Facts, forms
from evals.marking.key import Key, Parts, pair
from evals.marking.labelled import labelled
from evals.marking.mark import Mark, Tally
from evals.marking.reading import entry
from evals.reconcile import LESS, groups, marks
from evals.scenarios.gold import Fact, Half, Trap, TrapKind
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.evals.small import BOOK, KILLED, STORY, TEXTS, document, perfect, piece

from onrecord.records import Measure, Stance

KEY = Key(BOOK)
PERFECT = perfect(KEY, 3)
FACTS = Facts(STORY)
CLUSTERS = st.dictionaries(st.text(max_size=3), st.integers(0, 4), min_size=1, max_size=12)


def tally(answer: Answer, half: Half | None = None) -> Tally:
    return Tally(m for m in marks(KEY, STORY, answer) if half in (None, m.half))


def spoilt(day: int, change: Callable[[Day], Day]) -> Answer:
    return {**PERFECT, day: change(PERFECT[day])}


def test_an_answer_without_a_mistake_has_every_mark() -> None:
    found = list(marks(KEY, STORY, PERFECT))
    assert {m.field for m in found} >= {"echo recall", "echo precision", "verdicts", "nuggets vital", "repeats"}
    assert not [m for m in found if m.value != (0 if m.field in LESS else 1)]


def test_an_answer_without_anything_has_none() -> None:
    found = list(marks(KEY, STORY, {day: Day() for day in PERFECT}))
    asked = [m for m in found if m.field not in LESS and "linking" not in m.field]
    assert asked
    assert not [m for m in asked if m.value]
    assert all(m.value == 1 for m in found if m.field == "independent, events")


# ── Claims ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_claim_is_found_where_half_of_the_shorter_is_shared() -> None:
    day = Day((Said("whole", (piece("a", "The mayor of Tolm said 12 people were killed in Tolm."),)),))
    assert Aligned(KEY, day).found == {"a.1": "whole"}
    assert not Aligned(KEY, Day((Said("off", (piece("a", "in Tolm. Nobody has seen"),)),))).found


def test_the_nearest_claim_is_the_one_found() -> None:
    wide, narrow = (Said(id, (piece("a", q),)) for id, q in (("wide", f"said {KILLED}"), ("narrow", KILLED)))
    for said in ((wide, narrow), (narrow, wide)):
        assert Aligned(KEY, Day(said)).found == {"a.1": "narrow"}


@given(CLUSTERS)
def test_a_clustering_is_like_itself(clusters: dict[str, int]) -> None:
    assert set(linking.cubed(clusters, clusters).values()) == {(1.0, 1.0)}


@given(CLUSTERS, CLUSTERS)
def test_b_cubed_lies_between_none_and_all_and_turns_round(gold: dict[str, int], made: dict[str, int]) -> None:
    there, back = linking.cubed(gold, made), linking.cubed(made, gold)
    assert there.keys() == gold.keys() & made.keys()
    assert all(0 < p <= 1 and 0 < r <= 1 for p, r in there.values())
    assert {i: (r, p) for i, (p, r) in there.items()} == back


@given(CLUSTERS)
def test_claims_apart_miss_and_claims_together_mix(gold: dict[str, int]) -> None:
    assert {p for p, _ in linking.cubed(gold, {i: i for i in gold}).values()} == {1.0}
    assert {r for _, r in linking.cubed(gold, dict.fromkeys(gold, 0)).values()} == {1.0}


def test_b_cubed_by_hand() -> None:
    found = linking.cubed({"a": 1, "b": 1, "c": 1, "d": 2}, {"a": 1, "b": 1, "c": 2, "d": 2})
    assert found == {"a": (1, 2 / 3), "b": (1, 2 / 3), "c": (1 / 2, 1 / 3), "d": (1 / 2, 1)}


def test_what_was_not_found_stands_alone() -> None:
    missed = spoilt(3, lambda d: replace(d, said=tuple(s for s in d.said if s.id != "a.1")))
    scores = tally(missed)
    assert scores.cases("linking recall") == 6
    assert scores.cases("linking of found recall") == 5
    assert scores.balanced("linking of found") == 1
    assert scores.mean("linking recall") == pytest.approx((1 + 1 / 5 + 4 * 4 / 5) / 6)


# ── Origins and echoes ────────────────────────────────────────────────────────────────────────────────────────────


def test_a_copy_that_stands_apart_is_missed_and_counted_too_high() -> None:
    def part(day: Day) -> Day:
        tolm = replace(day.events[0], origins=(("a.1", "d.1"), ("b.1",), ("c.1", "d.2")), independent=3)
        return replace(day, events=(tolm, *day.events[1:]))

    scores = tally(spoilt(3, part))
    assert scores.mean("echo recall") == scores.mean("echo verbatim") == 0
    assert scores.mean("independent too high") == scores.mean("independent, events") == 1 / 2
    assert scores.mean("independent, claims") == 5 / 6


def test_two_that_quote_one_speaker_are_no_echo_and_no_mistake() -> None:
    made = [m for m in marks(KEY, STORY, PERFECT) if m.field == "echo precision"]
    assert [m.note for m in made] == ["a and b"]


def test_what_shares_no_origin_is_held_against_a_join() -> None:
    def mix(day: Day) -> Day:
        tolm = replace(day.events[0], origins=(("a.1", "b.1", "c.1", "d.1", "d.2"),), independent=1)
        return replace(day, events=(tolm, *day.events[1:]))

    scores = tally(spoilt(3, mix))
    assert scores.cases("echo precision") == 3
    assert scores.mean("echo precision") == 1 / 3


@given(st.permutations([("a", "b"), ("c", "b"), ("d", "e"), ("e", "e")]))
def test_parts_are_the_same_in_any_order(joins: list[tuple[str, str]]) -> None:
    parts = Parts(joins)
    assert [parts(name) for name in "abcdef"] == ["a", "a", "a", "d", "d", "f"]
    assert pair("b", "a") == ("a", "b")


# ── Verdicts ──────────────────────────────────────────────────────────────────────────────────────────────────────


def ruled(*rulings: Ruled) -> Callable[[Day], Day]:
    return lambda day: replace(day, events=(replace(day.events[0], rulings=rulings), *day.events[1:]))


@pytest.mark.parametrize(
    ("verdict", "right", "false"),
    [
        (Ruled("conflict", ("a.1", "d.2"), "killed"), True, False),
        (Ruled("conflict", ("a.1", "d.2")), True, False),
        (Ruled("agree", ("a.1", "d.2"), "killed"), False, False),
        (Ruled("conflict", ("a.1", "d.2"), "wounded"), False, True),
        (Ruled("conflict", ("c.1",), "occurrence"), False, True),
    ],
)
def test_a_verdict_is_asked_by_kind_measure_and_claims(verdict: Ruled, right: bool, false: bool) -> None:
    found = list(marks(KEY, STORY, spoilt(3, ruled(verdict))))
    assert [m.value for m in found if m.field == "verdict conflict recall"] == [right]
    assert sum(m.value for m in found if m.field == "false conflicts") == false


def test_a_ruling_is_asked_once_on_its_first_day() -> None:
    found = Tally(verdicts.marks(KEY, {day: Aligned(KEY, told) for day, told in PERFECT.items()}))
    assert found.cases("verdicts") == 3
    assert found.macro("verdict", verdicts.KINDS) == 1


def test_of_several_verdicts_that_of_the_ruling_s_kind_answers_it() -> None:
    agree, clash = Ruled("agree", ("a.1", "b.1", "d.1", "d.2"), "killed"), Ruled("conflict", ("d.1", "d.2"), "killed")
    for rulings in ((agree, clash), (clash, agree)):
        assert tally(spoilt(3, ruled(*rulings))).mean("verdict conflict recall") == 1


def test_a_conflict_that_touches_the_half_score_is_of_it() -> None:
    assert verdicts.half(KEY, {"a.1", "c.2"}, 1) is Half.SCORE
    assert verdicts.half(KEY, {"a.1"}, 2) is Half.TUNE
    assert verdicts.half(KEY, set(), 2) is Half.SCORE


# ── The briefing ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "rests", "brought", "touched"),
    [
        ("In Tolme, twelve people died.", ("a", KILLED), True, True),
        ("In Tolm, 12 people died.", ("b", KILLED), True, True),
        ("In Tolm, 120 people died.", ("a", KILLED), False, True),
        ("In Tolm, 12 people died.", ("a", "Nobody has seen the drones"), False, False),
    ],
)
def test_a_nugget_is_brought_by_its_facts_on_claims_of_its_event(
    text: str, rests: tuple[str, str], brought: bool, touched: bool
) -> None:
    day = replace(PERFECT[1], lines=(Line(text, (piece(*rests),)),))
    found = Tally(nuggets.marks(Aligned(KEY, day), 1, FACTS))
    assert found.mean("nuggets vital") == found.mean("nuggets recall") == found.mean("nuggets precision") == brought
    assert found.mean("nuggets touched") == touched


@pytest.mark.parametrize(
    ("fact", "said", "unsaid"),
    [
        (Fact(kind="figure", value="1200"), "some 1,200 people", "11,200 people"),
        (Fact(kind="figure", value="42"), "Forty-two fell", "142 fell"),
        (Fact(kind="figure", value="0"), "there were no dead", "two dead"),
        (Fact(kind="speaker", value="Ana Solm"), "Solm said", "The governor said"),
        (Fact(kind="party", value="Ardovia"), "an Ardovian village", "a village"),
        (Fact(kind="place", value="Tolm"), "near Tolme", "near Sarne"),
        (Fact(kind="stance", value="denied"), "It denies that", "It says that"),
        (Fact(kind="verdict", value="conflict"), "accounts differ", "both say so"),
    ],
)
def test_a_fact_is_said_or_not(fact: Fact, said: str, unsaid: str) -> None:
    assert FACTS.says(Line(said, ()), fact)
    assert not FACTS.says(Line(unsaid, ()), fact)


@given(st.integers(0, 99_999))
def test_a_figure_is_said_in_each_of_its_forms_and_in_no_other_s(value: int) -> None:
    for form in forms(value):
        assert FACTS.says(Line(f"about {form} of them", ()), Fact(kind="figure", value=str(value)))
        assert not FACTS.says(Line(f"about {form} of them", ()), Fact(kind="figure", value=str(value + 100_000)))


def test_what_was_told_and_is_told_again_as_news_is_a_repeat() -> None:
    again = spoilt(3, lambda d: replace(d, lines=(replace(d.lines[0], news=True),)))
    found = [m.value for m in marks(KEY, STORY, again) if m.field == "repeats"]
    assert found == [0, 1]
    late = {**again, 1: replace(again[1], lines=())}
    assert [m.value for m in marks(KEY, STORY, late) if m.field == "repeats"] == [0]


# ── The whole ─────────────────────────────────────────────────────────────────────────────────────────────────────


def turned(day: Day) -> Day:
    """The same day the other way round."""
    events = tuple(replace(e, origins=e.origins[::-1], rulings=e.rulings[::-1]) for e in day.events[::-1])
    return replace(day, said=day.said[::-1], events=events, lines=day.lines[::-1])


def test_order_changes_no_mark() -> None:
    there, back = marks(KEY, STORY, PERFECT), marks(KEY, STORY, {d: turned(day) for d, day in PERFECT.items()})
    assert sorted(there) == sorted(back)


def test_a_labelled_claim_keeps_its_labels() -> None:
    told = next(t for t in BOOK.told if t.id == "d.2")
    claim = labelled(told, document("d"), None)
    assert claim.proposition.of(document("d").text) == "14 were killed"
    assert claim.quantities[0].measure is Measure.KILLED
    assert claim.stance is Stance.UNATTRIBUTED
    assert claim.speaker is None


def test_the_table_has_both_halves_and_says_who_is_not_there() -> None:
    found = list(groups({"ours": list(marks(KEY, STORY, PERFECT)), "lead-3": None}))
    assert [g.title for g in found] == [f"scenario book, synthetic, half {h}" for h in ("tune", "score")]
    rows = {s.measure: s for s in found[0].scores}
    assert rows["echoes, F1"].ours == 100
    assert {s.measure: s.ours for s in found[1].scores}["repeats, of sentences of news"] == 0
    assert rows["echoes, recall, brief"].ours == ""
    assert rows["echoes, F1"].peers == ("not installed",)
    assert rows["linking, B-cubed F1, all claims"].cases == 5


def test_a_sentence_is_shown_with_what_it_rests_on() -> None:
    shown = entry(1, 3, Line("Twelve died.", (piece("a", KILLED),)), {"a": TEXTS["a"]}).splitlines()
    assert shown == [
        "(book 1, day 03, news) Twelve died.",
        f"   [a] …The mayor of Tolm said »{KILLED}«. Nobody has seen the drones.…",
    ]


def test_f1_is_the_harmonic_mean() -> None:
    values = defaultdict(list, {"x precision": [1.0, 0.0], "x recall": [1.0]})
    made = Tally(Mark(field, Half.TUNE, value) for field, of in values.items() for value in of)
    assert made.balanced("x") == pytest.approx(2 / 3)
    assert made.balanced("y") == 0


@pytest.mark.parametrize(
    ("trap", "held"),
    [
        ({"apart": (("tolm", "sarne"),)}, True),
        ({"apart": (("tolm", "tolm"),)}, False),
        ({"together": (("a.1", "b.1"),)}, True),
        ({"together": (("a.1", "c.2"),)}, False),
        ({"barred": ("c.1",)}, True),
        ({"barred": ("a.1",)}, False),
        ({"wrong": ("killed=26",), "claims": ("d.1",)}, True),
        ({"wrong": ("killed=12",), "claims": ("d.1",)}, False),
        ({"kind": TrapKind.ECHO_BRIEF, "barred": ("a.1",)}, None),
        ({"kind": TrapKind.OFF, "urls": ("d",)}, True),
        ({"kind": TrapKind.OFF, "urls": ("c",)}, False),
    ],
)
def test_a_trap_is_walked_into_or_not(trap: dict[str, Any], held: bool | None) -> None:
    laid = Trap(
        **{"id": "t", "kind": TrapKind.CHAIN, "half": Half.TUNE, "urls": (), "must_not": "", "events": ("tolm",)} | trap
    )
    key = Key(replace(BOOK, traps=(laid,)))
    found = [m.value for m in marks(key, STORY, PERFECT) if m.field == "traps"]
    assert found == ([] if held is None else [held])


def test_what_a_report_calls_false_may_be_told_with_its_refutation() -> None:
    hoax = Trap(id="t", kind=TrapKind.FALSE, half=Half.TUNE, urls=(), must_not="", barred=("a.1",))
    assert traps.fault(hoax, Line("12 people were killed in Tolm.", ()), {"a.1"}, KEY)
    assert not traps.fault(hoax, Line("That 12 people were killed in Tolm is false.", ()), {"a.1"}, KEY)
    assert not traps.fault(hoax, Line("12 people were killed in Tolm.", (), news=False), {"a.1"}, KEY)


def test_modules_ask_only_what_was_out() -> None:
    early = Aligned(KEY, PERFECT[1])
    assert {m.note.partition(":")[0] for m in origins.marks(early, 1)} == {"tolm tolm"}
    assert [m.value for m in echoes.marks(early, 1)][:2] == [1, 1]
    assert not list(repeats.marks({1: early}))
    assert Happened(("x",), 1) in {Happened(("x",), 1)}
