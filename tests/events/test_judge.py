from datetime import UTC, datetime

from onrecord.events.judge import latest, rulings
from onrecord.records import Judgement, Link


def judged(left: str, right: str, judgement: Judgement, hour: int, by: str = "editor") -> Link:
    return Link(left=left, right=right, judgement=judgement, by=by, at=datetime(2031, 5, 4, hour, tzinfo=UTC))


def test_the_latest_word_of_anybody_wins() -> None:
    first, second = judged("a", "b", Judgement.SAME, 9), judged("b", "a", Judgement.DIFFERENT, 10, "chief")
    for links in ((first, second), (second, first)):
        found = rulings(latest(links))
        assert not found.same and found.parted(["a"], {"b"}) and found.parted(["b"], {"a", "c"})


def test_a_taken_back_judgement_is_unsure() -> None:
    found = rulings(latest([judged("a", "b", Judgement.DIFFERENT, 9), judged("a", "b", Judgement.UNSURE, 10)]))
    assert found.open("b", "a") and not found.parted(["a"], {"b"})


def test_the_machine_and_other_relations_are_no_judgement() -> None:
    mine = judged("a", "b", Judgement.SAME, 9, "onrecord")
    other = Link(left="a", right="b", relation="origin", by="editor")
    assert not rulings(latest([mine, other])).same
