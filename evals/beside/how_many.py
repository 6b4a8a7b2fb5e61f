"""How many: the figures of the passages that nobody looked at, beside a regex for numbers and the nearest noun."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import msgspec
from evals.beside.score import NOT_INSTALLED, Cell, Group, Score, percent
from evals.beside.unseen import ours, unseen
from evals.passages.agree import bare, same
from evals.passages.gold import Figure, Passage
from evals.peers import ask

from onrecord.records import Measure, Quantity, Span


def group() -> Group:
    answers = ask("numbers.nearest_noun", [p.document.text for p in unseen()])
    us = tally([q for claim in claims for q in claim.quantities] for claims in ours())
    them = tally(map(quantities, answers)) if answers else None
    measures = (("found F1", "found"), ("value", "value"), ("value and what is counted", "counted"))

    def cell(counts: Counter[str], what: str) -> Cell:
        right, asked = counts[f"{what} right"], counts[f"{what} asked"]
        return percent(2 * right, asked + counts["made"]) if what == "found" else percent(right, asked)

    return Group(
        "how many",
        ("regex + noun",),
        tuple(
            Score(
                f"own passages, {name}",
                us[f"{what} asked"],
                cell(us, what),
                (cell(them, what) if them else NOT_INSTALLED,),
            )
            for name, what in measures
        ),
    )


def quantities(found: list[dict[str, Any]] | None) -> list[Quantity]:
    """A peer's answer as records."""
    return [
        Quantity(
            span=Span(start=one["start"], end=one["end"]),
            measure=Measure.OTHER,
            value=one["value"],
            object=one["object"],
        )
        for one in found or ()
    ]


def tally(read: Iterable[list[Quantity]]) -> Counter[str]:
    counts = Counter[str]()
    for passage, made in zip(unseen(), read, strict=True):
        counts += count(passage, made)
    return counts


def count(passage: Passage, made: list[Quantity]) -> Counter[str]:
    """Figures found, by characters; with the right value; and with the right thing counted besides."""
    text = passage.document.text
    gold = {span: figure for claim in passage.claims for span, figure in claim.figures}
    counts = Counter[str]()
    for span, figure in gold.items():
        near = [q for q in made if q.span.overlaps(span)]
        counts.update({"found asked": 1, "found right": bool(near)})
        for what, asked in _told(figure):
            counts.update({f"{what} asked": 1, f"{what} right": any(same(asked, q) for q in near)})
    known = (*gold, *passage.ignored)
    loose = {q.span for q in made if not bare(q, text) and not any(q.span.overlaps(k) for k in known)}
    counts["made"] = counts["found right"] + len(loose)
    return counts


def _told(figure: Figure) -> Iterable[tuple[str, Figure]]:
    """What is asked of a figure whose value is labelled, without measure, operator and bounds: they are only ours."""
    if figure.value is None:
        return
    alone = msgspec.structs.replace(figure, measure=None, operator=None, low=None, high=None)
    yield "value", msgspec.structs.replace(alone, object=None)
    if figure.object:
        yield "counted", alone
