"""How much the user wants to see."""

from onrecord.cli.options import Shown


def test_json_is_silent_otherwise() -> None:
    assert Shown(json=True).silent and Shown(quiet=True).silent and not Shown().silent
