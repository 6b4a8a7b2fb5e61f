"""Write the book: a story folder that `onrecord run` takes as it is, and the gold beside it.

python -m evals.scenarios.write FOLDER [--seed N] [--practice]
"""

import argparse
import shutil
from itertools import groupby
from pathlib import Path

import msgspec
from evals.scenarios import script
from evals.scenarios.compose import Desk
from evals.scenarios.gold import Book
from evals.scenarios.hold import Holder
from evals.scenarios.label import Labels, Page

SEED = 1


def made(seed: int = SEED, days: Path = script.BOOK) -> tuple[tuple[Page, ...], Book]:
    """The labelled documents and the gold of one seed, by the script in the folder `days`.

    Raises ValueError naming what in the script does not fit.
    """
    labels = Labels(Desk(script.story(), script.days(days), script.pools(), seed))
    pages = labels.pages()
    echoes = tuple(labels.echoes(pages))
    origins = labels.origins(pages)
    holder = Holder(labels, pages)
    return pages, Book(
        reports=tuple(p.report for p in pages),
        told=tuple(t for p in pages for t in p.told),
        echoes=echoes,
        origins=origins,
        happenings=tuple(labels.happenings(pages, origins)),
        rulings=tuple(holder.rulings()),
        nuggets=tuple(holder.nuggets()),
        traps=tuple(holder.traps(echoes)),
    )


def write(folder: Path, seed: int = SEED, days: Path = script.BOOK) -> Book:
    """Write story, reports and gold into `folder`, which is made, and give the gold. Same seed, same bytes."""
    pages, book = made(seed, days)
    reports = folder / "reports"
    reports.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(script.HERE / "story.toml", folder / "story.toml")
    shutil.copytree(script.HERE / "places", folder / "places", dirs_exist_ok=True)
    for day, group in groupby(pages, key=lambda p: p.report.day):
        lines = b"".join(msgspec.json.encode(p.line) + b"\n" for p in group)
        (reports / f"day-{day:02}.jsonl").write_bytes(lines)
    book.save(folder / "gold")
    return book


def main() -> None:
    """Write where the command line says, and say what was written."""
    parser = argparse.ArgumentParser(prog="python -m evals.scenarios.write", description="Write the scenario book.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--practice", action="store_true", help="the days of practice")
    options = parser.parse_args()
    book = write(options.folder, options.seed, script.PRACTICE if options.practice else script.BOOK)
    print(f"{options.folder}: {len(book.reports)} documents, {len(book.told)} claims, {len(book.happenings)} events")


if __name__ == "__main__":
    main()
