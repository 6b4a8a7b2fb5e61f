"""Who said what: linked speakers and contents, beside textacy's direct quotations."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from evals.attribution import FILE, Page, gold, reader, rows, score
from evals.beside.score import NOT_INSTALLED, Cell, Group, Score
from evals.beside.unseen import ours, scored, unseen
from evals.peers import ask

from onrecord.records import Attribution, Claim, Span

SORTS = ("direct", "mixed", "indirect")


def group() -> Group:
    skipped = () if FILE.exists() else (f"PolNeAR dev: skipped, {FILE.name} is not there",)
    scores = (*(polnear() if FILE.exists() else ()), own())
    return Group("who said what", ("textacy",), scores, skipped)


def polnear() -> Iterator[Score]:
    """Linked F1, and recall by how much of the content stands in quotation marks."""
    chosen = rows()
    texts = [row["text"] for row in chosen]
    answers = ask("quotations.textacy", texts)
    said = dict(zip(texts, answers or (), strict=bool(answers)))
    us = score(chosen, reader())
    them = score(chosen, lambda text: attributions(said[text])) if answers else None
    cases = _cases(chosen)
    for what in ("linked F1", *(f"{sort} recall" for sort in SORTS)):
        peer: Cell = 100 * them[what] if them else NOT_INSTALLED
        yield Score(f"PolNeAR dev, {what}", cases[what], 100 * us[what], (peer,))


def _cases(chosen: list[dict[str, Any]]) -> Counter[str]:
    asked: Counter[str] = Counter()
    for row in chosen:
        page = Page(row["text"])
        for said in gold(page, row):
            asked.update(("linked F1", f"{page.sort(said.content)} recall"))
    return asked


def own() -> Score:
    """Linked F1 on the passages that nobody looked at."""
    us = scored(ours())["attribution"]
    answers = ask("quotations.textacy", [p.document.text for p in unseen()])
    peer: Cell = NOT_INSTALLED
    if answers:
        peer = 100 * scored(tuple(map(_claim, attributions(found))) for found in answers)["attribution"].share
    return Score("own passages, linked F1", us.asked, 100 * us.share, (peer,))


def attributions(found: Iterable[dict[str, tuple[int, int]]] | None) -> list[Attribution]:
    """A peer's answer as records."""
    spans = [{role: Span(start=start, end=end) for role, (start, end) in one.items()} for one in found or ()]
    return [Attribution(speaker=one["speaker"], cue=one["cue"], content=(one["content"],)) for one in spans]


def _claim(said: Attribution) -> Claim:
    return Claim(document="", attribution=said, proposition=said.content[0], sentence=said.content[0])
