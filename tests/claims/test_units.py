"""Units and currencies beside a number."""

from onrecord.claims.tokens import tokens
from onrecord.claims.units import currency, listed, unit_at


def test_unit() -> None:
    assert unit_at(tokens("sq. km of land"), 0) == ("area", "km2", 3)
    assert unit_at(tokens("metres"), 0) == ("level", "m", 1)
    assert unit_at(tokens("villages"), 0) is None


def test_currency_before_the_number() -> None:
    assert currency(tokens("US$5"), 2) == ("USD", 0)
    assert currency(tokens("UAH 3bn"), 1) == ("UAH", 0)
    assert currency(tokens("he won 5"), 2) is None


def test_a_currency_of_several_countries_keeps_its_name() -> None:
    assert unit_at(tokens("crowns for shells"), 0) == ("money", "crown", 1)
    assert unit_at(tokens("kroner"), 0) == ("money", "krone", 1)
    assert unit_at(tokens("Danish kroner"), 0) == ("money", "DKK", 2)
    assert unit_at(tokens("mark of respect"), 0) is None


def test_lists() -> None:
    assert "december" in listed("months")
