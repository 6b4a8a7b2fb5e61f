from collections.abc import Callable

import pytest

from onrecord.events.card import Card
from onrecord.events.echo import Echoes
from onrecord.events.judge import latest, rulings
from onrecord.events.pairs import RULED, Row
from onrecord.events.rows import Rows, Turn, portions
from onrecord.events.scale import Scale
from onrecord.events.tables import weights
from onrecord.events.veto import Bars
from onrecord.records import Claim, Document, Judgement, Link

Said = tuple[Document, Claim]
Say = Callable[..., Said]
Cards = Callable[..., list[Card]]


def index(told: list[Card]) -> Rows:
    echoes = Echoes()
    return Rows(Scale(echoes, Bars(told)), echoes)


def ordered(cards: list[Card]) -> list[Card]:
    return sorted(cards, key=lambda c: c.order)


def born(rows: Rows, turn: Turn) -> list[Row]:
    return list(rows.pairs.strongest(turn.born))


def pairs(rows: list[Row]) -> list[tuple[str, str]]:
    return sorted((row[3].id, row[4].id) for row in rows)


def test_rows_reach_the_threshold_and_are_known_from_both_ends(waves: list[Said], cards: Cards) -> None:
    told = ordered(cards(*waves))
    rows = index(told)
    turn = rows.change((), told)
    assert turn.born and not turn.dead
    for row in born(rows, turn):
        assert -row[0] >= weights().threshold
        assert (row[4], row) in rows.pairs.at(row[3]) and (row[3], row) in rows.pairs.at(row[4])


def test_a_first_load_in_portions_has_the_same_rows(
    waves: list[Said], cards: Cards, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = ordered(cards(*waves))
    whole = index(told)
    once = whole.change((), told)
    monkeypatch.setattr("onrecord.events.rows.PORTION", 1)
    assert len(list(portions(told))) > 2
    rows = index(told)
    turn = rows.change((), told)
    assert born(rows, turn) == born(whole, once) and turn.copied == once.copied and not turn.dead


def test_no_portion_parts_what_was_published_at_one_time(waves: list[Said], cards: Cards) -> None:
    told = ordered(cards(*waves))
    parts = list(portions([c for card in told for c in [card] * 1500]))
    assert [c for part in parts for c in part] == [c for card in told for c in [card] * 1500]
    assert len({c.order[0] for part in parts for c in part}) == sum(len({c.order[0] for c in part}) for part in parts)


def test_what_is_forgotten_takes_its_rows_along(waves: list[Said], cards: Cards) -> None:
    told = ordered(cards(*waves))
    rows = index(told)
    every = born(rows, rows.change((), told))
    turn = rows.change(told[:1], ())
    assert pairs(turn.dead) == pairs([row for row in every if told[0] in row[3:]]) and not turn.born
    assert all(told[0] not in rows.pairs.beside(card) for card in told[1:])


def test_what_people_rule_is_a_row_before_all_others(waves: list[Said], cards: Cards) -> None:
    told = ordered(cards(*waves))
    one, other = sorted((told[0].id, told[-1].id))
    rows = index(told)
    rows.rulings = rulings(latest([Link(left=one, right=other, by="editor")]))
    assert born(rows, rows.change((), told))[0][0] == RULED


def test_what_nobody_can_tell_is_no_row(waves: list[Said], cards: Cards) -> None:
    told = ordered(cards(*waves[:2]))
    one, other = sorted(c.id for c in told)
    assert len(index(told).change((), told).born) == 1
    rows = index(told)
    rows.rulings = rulings(latest([Link(left=one, right=other, by="editor", judgement=Judgement.UNSURE)]))
    assert not rows.change((), told).born


def test_a_claim_whose_earlier_twin_comes_late_keeps_no_rows_of_its_own(say: Say, cards: Cards) -> None:
    mill, fire = "The grain mill at Brin burned.", "A fire at Brin left nothing of the grain mill."
    said = [
        say(text, source, "strike_impact", moment="day 4", places=("Brin",), at=f"04T{hour}:00")
        for text, source, hour in ((mill, "wire", "03"), (fire, "post", "05"), (mill, "herald", "07"))
    ]
    told = ordered(cards(*said))
    rows, afresh = index(told), index(told)
    rows.change((), told[1:])
    assert [other for other, _ in rows.pairs.at(told[2])] == [told[1]]
    rows.change((), told[:1])
    afresh.change((), told)
    for card in told:
        assert sorted(row for _, row in rows.pairs.at(card)) == sorted(row for _, row in afresh.pairs.at(card))
