"""The scenario book and its marking fit each other, and no measure of the whole run falls behind its floor."""

import tempfile
import tomllib
from pathlib import Path

import pytest
from evals.marking.key import Key
from evals.marking.mark import Mark, Tally
from evals.marking.ours import run
from evals.reconcile import LESS, ROWS, Row, case, errors, marks, ours
from evals.scenarios.gold import Half
from evals.scenarios.script import BOOK, PRACTICE
from evals.scenarios.write import write
from tests.evals.small import perfect

from onrecord.newsroom.story import load

ROOT = Path(__file__).parents[2]
FLOORS = tomllib.loads((ROOT / "evals/floors.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("seed", "days"), [(1, BOOK), (2, BOOK), (1, PRACTICE)], ids=str)
def test_who_makes_no_mistake_in_the_book_has_every_mark(seed: int, days: Path, tmp_path: Path) -> None:
    key = Key(write(tmp_path, seed, days))
    found = list(marks(key, load(tmp_path), perfect(key, key.last)))
    assert not [m for m in found if m.value != (0 if m.field in LESS else 1)]
    for half in Half if days == BOOK else ():
        tally = Tally(m for m in found if m.half is half)
        assert {row.name for row in ROWS if not tally.cases(row.field)} <= {"verdicts, F1, single-source"}


def test_a_peer_is_given_no_gold(tmp_path: Path) -> None:
    book = write(tmp_path)
    first, second = case(tmp_path, book, 1), case(tmp_path, book, 2)
    assert first["documents"] == [d for d in second["documents"] if d["day"] == 1]
    assert {k for d in second["documents"] for k in d} == {
        "source",
        "url",
        "published",
        "title",
        "text",
        "language",
        "day",
    }


def behind(row: Row, tally: Tally, floor: float) -> bool:
    """Whether a measure is worse than its floor: of what counts faults the most that there may be."""
    value = row.value(tally)
    return value > floor if row.field in LESS else value < floor


@pytest.mark.slow
@pytest.mark.parametrize(("name", "days"), [("scenarios", BOOK), ("practice", PRACTICE)])
def test_no_measure_falls_behind_its_floor(name: str, days: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        key, at = Key(write(Path(folder), days=days)), run(Path(folder))
        found = list(marks(key, at.story, ours(at, key)[0]))
    rows = {row.name: row for row in ROWS}
    assert FLOORS[name].keys() == {half.value for half in Half}
    for half in Half:
        tally = Tally(m for m in found if m.half is half)
        floors = FLOORS[name][half.value]
        assert not {n: round(rows[n].value(tally), 3) for n, floor in floors.items() if behind(rows[n], tally, floor)}


def test_faults_of_the_half_score_are_not_shown() -> None:
    found = [Mark("echo recall", half, 0, half.value) for half in Half]
    assert [line.split()[-1] for line in errors(found)] == ["tune"]
