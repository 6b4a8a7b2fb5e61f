"""Tallies that do not add up."""

from onrecord.claims.figures import figures
from onrecord.claims.tallies import breaches
from onrecord.records import Span


def check(text: str) -> tuple[str, ...]:
    return breaches(figures(text, Span(start=0, end=len(text)), "interception"))


def test_more_than_launched() -> None:
    (message,) = check("Boria launched 100 drones: 80 were shot down and 30 were lost to electronic warfare.")
    assert message == (
        "the account names 100 drone launched, but 80 shot down + 30 lost to electronic warfare make 110"
    )


def test_sound_tallies() -> None:
    assert check("Boria launched 132 drones: 58 were shot down, 72 were jammed and two returned.") == ()
    assert check("Boria launched 132 drones: 58 were shot down.") == ()
    assert check("Boria launched more than 50 drones; 58 were shot down.") == ()
    assert check("Boria launched about 50 drones; 58 were shot down.") == ()


def test_parts_are_not_counted_twice() -> None:
    assert check("Boria launched 40 drones; 30 were shot down, 20 of them over the coast.") == ()


def test_upper_bound_is_a_bound() -> None:
    assert len(check("Boria launched almost 50 drones; 58 were shot down.")) == 1
