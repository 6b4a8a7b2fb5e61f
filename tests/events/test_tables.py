from onrecord.events.tables import kinds, lists, patterns, weights
from onrecord.records import Measure, Operator


def test_every_measure_and_operator_can_be_put_into_words() -> None:
    assert {m.value for m in Measure} == set(lists().measures)
    assert {o.value for o in Operator} == set(lists().operators)


def test_every_kind_has_a_rank_and_every_family_in_a_pair_exists() -> None:
    table = kinds()
    assert set(table.order) == set(table.kinds)
    families = {row.family for row in table.kinds.values()}
    assert families >= {f for pair in table.allies for f in pair} | table.paper | table.placed


def test_a_kind_that_a_story_adds_is_its_own_family_and_ranks_first() -> None:
    assert kinds().row("dam_breach").family == "dam_breach"
    assert min(["disaster", "dam_breach"], key=kinds().rank) == "dam_breach"


def test_drones_destroyed_are_drones_shot_down_only_in_the_air() -> None:
    assert kinds().canonical("destroyed", "aerial") == "shot_down"
    assert kinds().canonical("destroyed", "impact") == "destroyed"


def test_weights_and_patterns_are_there() -> None:
    assert 0 < weights().echo.containment < 1
    assert all("NAME" in p for p in (*patterns().head, *patterns().tail, *patterns().sentence))
