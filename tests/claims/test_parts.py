"""Parts, places and totals."""

from onrecord.claims.figures import figures
from onrecord.records import Scope, Span


def read(text: str) -> list[tuple[object, ...]]:
    found = figures(text, Span(start=0, end=len(text)), "interception")
    return [(q.value, q.place, q.subset_of, q.scope) for q in found]


def test_places_are_parts_of_the_total() -> None:
    assert read("20 drones were shot down: 12 over Vesk region and eight over the Gulf of Sorn") == [
        (20, None, None, Scope.WHOLE),
        (12, "Vesk region", 0, Scope.PART),
        (8, "Gulf of Sorn", 0, Scope.PART),
    ]


def test_each_is_told_apart() -> None:
    assert read("two drones each were shot down over Vesk and Damar") == [
        (2, "Vesk", None, Scope.PART),
        (2, "Damar", None, Scope.PART),
    ]


def test_one_number_is_no_part_of_its_place() -> None:
    assert read("11 drones were shot down over Vesk region") == [(11, None, None, Scope.WHOLE)]
