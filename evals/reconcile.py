"""Mark the whole run on the scenario book (synthetic), beside what others would build. `python -m evals.reconcile`.

Every measure stands once for each half: of `tune` the faults may be read (`--errors [FIELD]`), of `score` only the
figures are. `--sample N FILE [SEED]` writes N sentences of the half `tune` with what they rest on, for reading by hand.
`--practice` marks the days of practice instead of the book.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from evals.beside.score import NOT_INSTALLED, Cell, Group, Score, text
from evals.marking import echoes, linking, nuggets, origins, repeats, traps, verdicts
from evals.marking.align import Aligned
from evals.marking.answer import Answer, Day
from evals.marking.facts import Facts
from evals.marking.key import Key
from evals.marking.labelled import day as labelled
from evals.marking.mark import Mark, Tally
from evals.marking.ours import Run, run
from evals.marking.reading import sample
from evals.peers import ask
from evals.scenarios.gold import Book, EchoKind, Half
from evals.scenarios.script import BOOK, PRACTICE
from evals.scenarios.write import write

from onrecord.records import Story

PEERS = {"lead-3": "lead.lead3", "TF-IDF": "clusters.tfidf"}
GIVEN = "claims given"
"""Ours on the labelled claims: what is left of the faults where nothing is misread."""


class Row(NamedTuple):
    """A measure of the table: the field whose cases it stands on, and what their marks come to, from 0 to 1."""

    name: str
    field: str
    value: Callable[[Tally], float]


def mean(name: str, field: str) -> Row:
    return Row(name, field, lambda tally: tally.mean(field))


def balanced(name: str, field: str) -> Row:
    return Row(name, f"{field} recall", lambda tally: tally.balanced(field))


ROWS = (
    balanced("echoes, F1", "echo"),
    mean("echoes, precision", "echo precision"),
    *(mean(f"echoes, recall, {kind}", f"echo {kind}") for kind in EchoKind),
    mean("independent count differs, events", "independent, events"),
    mean("independent count too high, events", "independent too high"),
    mean("independent count differs, claims", "independent, claims"),
    mean("labelled claims found", "claims found"),
    balanced("linking, B-cubed F1, all claims", "linking"),
    balanced("linking, B-cubed F1, claims found", "linking of found"),
    Row("verdicts, macro F1", "verdicts", lambda tally: tally.macro("verdict", verdicts.KINDS)),
    *(balanced(f"verdicts, F1, {kind}", f"verdict {kind}") for kind in verdicts.KINDS),
    mean("false conflicts, of all verdicts", "false conflicts"),
    mean("false conflicts, of conflicts", "conflicts"),
    mean("nuggets, recall", "nuggets recall"),
    mean("nuggets, recall, vital", "nuggets vital"),
    mean("nuggets, recall, sentences together", "nuggets together"),
    mean("sentences that bring a nugget", "nuggets precision"),
    mean("sentences that rest on one", "nuggets touched"),
    mean("sentences supported", "supported"),
    mean("repeats, of sentences of news", "repeats"),
    mean("traps kept out of", "traps"),
)
LESS = {"independent, events", "independent too high", "independent, claims", "false conflicts", "conflicts", "repeats"}
"""Fields whose marks count faults: less is better."""


# ── What is marked ────────────────────────────────────────────────────────────────────────────────────────────────


def ours(at: Run, key: Key) -> tuple[Answer, Answer]:
    """Ours on every day: end to end, and with the labelled claims given."""
    whole: Answer = {}
    given: Answer = {}
    for number in key.editions:
        whole[number] = at.day(number)
        given[number] = labelled(at.view(number), at.story, Aligned(key, whole[number]))
    return whole, given


def theirs(folder: Path, book: Book, story: Story, days: Sequence[int]) -> Iterator[tuple[str, Answer | None]]:
    """What each peer answers; None where it is not installed."""
    cases = [case(folder, book, day) for day in days]
    for name, function in PEERS.items():
        found = ask(function, cases)
        yield (
            name,
            None
            if found is None
            else {
                day: msgspec.convert(answer, Day) for day, answer in zip(days, found, strict=True) if answer is not None
            },
        )


def case(folder: Path, book: Book, day: int) -> dict[str, Any]:
    """The documents up to a day, by time, as a peer gets them: nothing of the gold but the day that each is for."""
    told = [msgspec.json.decode(row) for p in sorted((folder / "reports").glob("*.jsonl")) for row in p.open("rb")]
    days = {r.url: r.day for r in book.reports}
    known = [{**row, "day": days[row["url"]]} for row in told if days[row["url"]] <= day]
    return {"day": day, "documents": sorted(known, key=lambda row: (row["published"], row["url"]))}


def marks(key: Key, story: Story, answer: Answer) -> Iterator[Mark]:
    """Every mark of one system."""
    days = {number: Aligned(key, day) for number, day in answer.items()}
    last, facts = max(days), Facts(story)
    for question in (echoes, origins, linking):
        yield from question.marks(days[last], last)
    yield from verdicts.marks(key, days)
    if any(day.lines for day in answer.values()):
        for number, aligned in days.items():
            yield from nuggets.marks(aligned, number, facts)
        yield from repeats.marks(days)
        yield from traps.marks(days)
        yield from supported(answer)


def supported(answer: Answer) -> Iterator[Mark]:
    """Each sentence that a verifier was asked about."""
    for number, day in answer.items():
        for line in day.lines:
            if line.supported is not None:
                yield Mark("supported", Half.of(number), line.supported, f"day {number}: {line.text}")


# ── The table ─────────────────────────────────────────────────────────────────────────────────────────────────────


def groups(systems: dict[str, list[Mark] | None], book: str = "scenario book") -> Iterator[Group]:
    """A group a half of a book, ours first."""
    for half in Half:
        tallies = [marks and Tally(m for m in marks if m.half is half) for marks in systems.values()]
        if not any(t and t.of for t in tallies):
            continue
        scores = tuple(_score(row, tallies) for row in ROWS)
        yield Group(f"{book}, synthetic, half {half}", tuple(systems)[1:], scores)


def _score(row: Row, tallies: list[Any]) -> Score:
    us, *them = (_cell(row, tally) for tally in tallies)
    return Score(row.name, tallies[0].cases(row.field), us, tuple(them))


def _cell(row: Row, tally: Tally | None) -> Cell:
    if tally is None:
        return NOT_INSTALLED
    return 100 * row.value(tally) if tally.cases(row.field) else ""


def errors(found: Iterable[Mark], field: str = "") -> Iterator[str]:
    """The faults that may be read, the worst of each field first."""
    shown = [m for m in found if m.half is Half.TUNE and m.field.startswith(field)]
    for mark in sorted(shown, key=lambda m: (m.field, -m.value if m.field in LESS else m.value)):
        if mark.value > 0 if mark.field in LESS else mark.value < 1:
            yield f"{mark.field:28} {mark.value:.2f}  {mark.note}"


def main(*arguments: str) -> None:
    if "--sample" in arguments:
        count, path, *first = arguments[arguments.index("--sample") + 1 :][:3]
        Path(path).write_text(sample(int(count), *map(int, first)), encoding="utf-8")
        return
    start = time.process_time()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        practice = "--practice" in arguments
        book = write(folder, days=PRACTICE if practice else BOOK)
        key, at = Key(book), run(folder)
        whole, given = ours(at, key)
        spent = time.process_time() - start
        answers = {"ours": whole, GIVEN: given, **dict(theirs(folder, book, at.story, key.editions))}
    ask_of = partial(marks, key, at.story)
    systems = {name: None if answer is None else list(ask_of(answer)) for name, answer in answers.items()}
    if "--errors" in arguments:
        print("\n".join(errors(systems["ours"] or (), *(a for a in arguments if not a.startswith("-")))), end="\n\n")
    print(text(groups(systems, "days of practice" if practice else "scenario book")))
    print(f"\n{len(book.reports)} documents of {len(key.editions)} days, read and told in {spent:.0f} CPU-seconds")


if __name__ == "__main__":
    main(*sys.argv[1:])
