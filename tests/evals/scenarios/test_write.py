"""A seed makes one book, to the byte, and the product reads its folder as it is."""

import hashlib
import json
import os
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from evals.scenarios.gold import Book, Half
from evals.scenarios.write import made, write

from onrecord.newsroom.story import load
from onrecord.records import Capture, Problem
from onrecord.sources import Cache, Kept, collect

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("book")
    write(where)
    return where


def prints(folder: Path) -> dict[str, str]:
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def test_same_seed_same_bytes(folder: Path, tmp_path: Path) -> None:
    write(tmp_path)
    assert prints(tmp_path) == prints(folder)


@pytest.mark.parametrize("hashing", ["1", "2"])
def test_bytes_do_not_hang_on_the_hash_seed(folder: Path, tmp_path: Path, hashing: str) -> None:
    paths = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    command = [sys.executable, "-m", "evals.scenarios.write", str(tmp_path)]
    subprocess.run(command, env={"PYTHONHASHSEED": hashing, "PYTHONPATH": paths}, cwd=ROOT, check=True)
    assert prints(tmp_path) == prints(folder)


def test_another_seed_is_another_book_of_the_same_events(folder: Path) -> None:
    _, other = made(2)
    book = Book.load(folder / "gold")
    assert [h.id for h in other.happenings] == [h.id for h in book.happenings]
    figures = [[c.value for t in b.told for c in t.counts] for b in (book, other)]
    assert figures[0] != figures[1]


def test_gold_comes_back_as_it_was_written(folder: Path) -> None:
    assert Book.load(folder / "gold") == made()[1]


def test_product_takes_every_document_without_a_problem(folder: Path) -> None:
    story = load(folder)
    found = list(collect(story, folder, Kept(Cache(folder / "cache"))))
    assert [f for f in found if isinstance(f, Problem)] == []
    documents = {f.document.address: f.document for f in found if isinstance(f, Capture)}
    book = Book.load(folder / "gold")
    assert set(documents) == {r.url for r in book.reports}
    for told in book.told:
        assert " ... ".join(s.of(documents[told.url].text) for s in told.content) == told.quote


def test_days_are_those_of_the_story(folder: Path) -> None:
    story = load(folder)
    assert story.first_day == date(2025, 4, 1)
    for report in Book.load(folder / "gold").reports:
        assert report.day == story.number(story.day_of(report.published))
        assert report.half is Half.of(report.day)


def test_standing_grows_with_the_days(folder: Path) -> None:
    book = Book.load(folder / "gold")
    for happening in book.happenings:
        first, last = book.standing(happening.id, happening.day), book.standing(happening.id, 12)
        assert 0 < first.origins <= last.origins
        assert (last.independent, last.outlets) == (happening.independent, happening.outlets)


def test_no_country_of_this_world_is_named(folder: Path) -> None:
    gazetteer = ROOT / "src" / "onrecord" / "data" / "gazetteer.sqlite"
    with sqlite3.connect(f"file:{gazetteer}?mode=ro", uri=True) as rows:
        people = {word for (word,) in rows.execute("SELECT word FROM demonym")}
        lands = "SELECT n.folded FROM name n JOIN place p ON p.id = n.place WHERE p.kind = 3"
        countries = {name for (name,) in rows.execute(lands) if len(name) > 3}
    for path in (folder / "reports").glob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            words = set(f"{row['title']} {row['text']}".replace("'", " ").replace(".", " ").replace(",", " ").split())
            assert not {w for w in words if w in people or (w[0].isupper() and w.lower() in countries)}
