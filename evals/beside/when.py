"""When: the interval of each golden time expression, beside dateparser and Recognizers-Text."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from evals.beside.score import NOT_INSTALLED, Cell, Group, Score, percent
from evals.moments import Case, cases, shown
from evals.peers import ask

PEERS = ("dateparser", "recognizers")
SORTS = {"day": "a day", "minute": "a clock time", "hour": "a clock time"}
Ends = tuple[str, str]


def group() -> Group:
    """A case is right if the interval is; the precision and the rule, which only ours tells, are not asked here."""
    chosen = list(cases())
    asked = [_asked(case) for case in chosen]
    read: list[list[list[Ends]] | None] = [[_ours(case) for case in chosen], *(ask(f"dates.{p}", asked) for p in PEERS)]
    names = ["all", *dict.fromkeys(map(sort, chosen))]
    return Group("when", PEERS, tuple(_score(name, chosen, read) for name in names))


def _score(name: str, chosen: list[Case], read: list[list[list[Ends]] | None]) -> Score:
    of = [at for at, case in enumerate(chosen) if name in ("all", sort(case))]
    ours, *peers = (_share(chosen, of, answers) for answers in read)
    return Score(f"golden expressions: {name}", len(of), ours, tuple(peers))


def _share(chosen: list[Case], of: list[int], answers: list[list[Ends]] | None) -> Cell:
    if answers is None:
        return NOT_INSTALLED
    return percent(sum(right(chosen[at], answers[at] or ()) for at in of), len(of))


def _asked(case: Case) -> dict[str, Any]:
    local = case.published and case.published.replace(tzinfo=None).isoformat()
    return {"text": case.text, "published": local, "zone": case.zone.key}


def _ours(case: Case) -> list[Ends]:
    return [shown(moment)[:2] for moment in case.read()[:1]]


def sort(case: Case) -> str:
    """What sort of interval is asked for."""
    if case.expected is None or not any(case.expected[:2]):
        return "none can be told"
    return SORTS.get(case.expected[2], "an interval")


def right(case: Case, readings: Iterable[Ends]) -> bool:
    """Whether one of the readings is the interval; where none can be told, whether there is none.

    An instant (equal ends) stands for the day that it lies in, or for the minute or hour that it begins.
    """
    kind = sort(case)
    if case.expected is None or kind == "none can be told":
        return not any(any(ends) for ends in readings)
    return any(_fits(ends, case.expected[:2], kind) for ends in readings)


def _fits(ends: Ends, asked: Ends, kind: str) -> bool:
    if ends[0] and ends[0] == ends[1]:
        return ends[0][:10] == asked[0][:10] if kind == "a day" else kind == "a clock time" and ends[0] == asked[0]
    return all(_near(a, b) for a, b in zip(ends, asked, strict=True))


def _near(left: str, right: str) -> bool:
    """Whether two ends are the same to the minute: some end a day at 23:59."""
    if not left or not right:
        return left == right
    return abs(datetime.fromisoformat(left) - datetime.fromisoformat(right)) <= timedelta(minutes=1)
