"""Stories and their briefings, opened for forging."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from evals.mutations.forge import Attentive, Case

from onrecord.claims import Extractor
from onrecord.cli import main
from onrecord.cli.setup import desk, settings
from onrecord.newsroom.day import basis_of
from onrecord.records import Briefing


def onrecord(*arguments: str) -> None:
    """Do what the command line would. Raises SystemExit where it fails."""
    kept = sys.argv
    sys.argv = ["onrecord", *arguments]
    try:
        main()
    except SystemExit as ended:
        if ended.code:
            raise
    finally:
        sys.argv = kept


@contextmanager
def opened(story: Path, ledger: str | None, paths: list[Path]) -> Iterator[dict[str, Case]]:
    """A case for each briefing, by file name: the briefings are of one story and stand on one ledger."""
    data = [path.read_bytes() for path in paths]
    with desk(settings(story, ledger=ledger), lambda stage, done: None, readonly=True) as at:
        read = Attentive(Extractor(at.story))
        cases = {}
        for path, text in zip(paths, data, strict=True):
            others = tuple(msgspec.json.decode(t) for t in data if t != text)
            made = Briefing.parse(text)
            basis = basis_of(at, read, made.day, made.length)
            cases[path.name] = Case(made, basis.view, basis.events, at.story, read, others, basis.memory)
        yield cases
