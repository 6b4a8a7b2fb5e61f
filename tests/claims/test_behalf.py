"""For whose word a description stands."""

import pytest

from onrecord.claims.behalf import behalf


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("The army's bulletin for the day", "the army"),
        ("the ministry's own communiqué", "the ministry"),
        ("the emergencies ministry's local branch", "the emergencies ministry"),
        ("the Defence Ministry's account for the night", "the Defence Ministry"),
        ("the defence ministry's spokesman in Quell", "the defence ministry in Quell"),
        ("A ministry spokeswoman", "the ministry"),
        ("a spokesman for the ministry", "the ministry"),
        ("Analysts at Lantern Watch", "Lantern Watch"),
        ("the independent mappers at Clearpath", "Clearpath"),
        ("an inquiry by Lantern Rights", "Lantern Rights"),
        ("estimates compiled at the Oram Institute", "the Oram Institute"),
        ("his last entry", "he"),
        ("Its own footage", "it"),
        ("their", "they"),
        ("its spokesman", "its spokesman"),
        ("the ministry's lawyer", "the ministry's lawyer"),
        ("the army's Tollish counterpart", "the army's Tollish counterpart"),
        ("the Council's monitors", "the Council's monitors"),
        ("analysts in the capital", "analysts in the capital"),
        ("Ada Orm", "Ada Orm"),
    ],
)
def test_behalf(phrase: str, expected: str) -> None:
    assert behalf(phrase) == expected
