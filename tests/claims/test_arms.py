"""The weapons table."""

from onrecord.claims.arms import arms


def test_models_come_with_their_class() -> None:
    table = arms()
    assert {a.kind for a in table if a.model} <= {a.kind for a in table if not a.model}
    assert all(a.words and all(a.words) for a in table)
