"""The passages are labelled soundly, the scorer tells right from wrong, and no score falls below its floor."""

import tomllib
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from evals.claims import FIELDS, read, tally
from evals.passages.gold import FOLDERS, Fault, Label, Raw, passages, resolve

ROOT = Path(__file__).parents[2]
FLOORS = tomllib.loads((ROOT / "evals/floors.toml").read_text(encoding="utf-8"))


def passage(label: Label) -> Raw:
    text = "Two drones fell, he said.\nTwo more came."
    now = datetime(2026, 4, 1, tzinfo=UTC)
    return Raw(id="x", half="tune", story="varland", published=now, source="wire", text=text, claims=[label])


def test_passages_are_halved_evenly() -> None:
    chosen = passages(FOLDERS[0])
    assert len({p.raw.id for p in chosen}) == len(chosen) == 72
    assert set(Counter((p.raw.half, p.raw.story) for p in chosen).values()) == {18}
    assert Counter(p.raw.half for p in chosen if p.raw.off) == {"tune": 6, "score": 6}


def test_a_third_of_the_others_is_held_back() -> None:
    chosen = passages(FOLDERS[1])
    assert len({p.raw.id for p in chosen}) == len(chosen) == 360
    assert Counter(p.raw.half for p in chosen) == {"train": 240, "held": 120}


def test_labels_become_the_characters_that_they_name() -> None:
    read = resolve(passage(Label(content="Two … fell", speaker="he", cue="said")))
    found = [
        s.of(read.document.text) for s in (*read.claims[0].content, read.claims[0].speaker, read.claims[0].cue) if s
    ]
    assert found == ["Two drones fell", "he", "said"]


@pytest.mark.parametrize("content", ["Two", "three drones", "Two#3", "wo drones"])
def test_a_label_that_does_not_fit_is_refused(content: str) -> None:
    with pytest.raises(Fault, match="x: "):
        resolve(passage(Label(content=content)))


def test_a_reader_that_reads_nothing_scores_nothing() -> None:
    scores = tally(read(lambda _: ()))
    assert {scores[field].share for field in FIELDS if field not in ("debunked", "off topic")} == {0.0}


@pytest.mark.slow
@pytest.mark.parametrize(("table", "halves"), [("claims", ("tune", "score")), ("held", ("held",))])
def test_no_score_falls_below_its_floor(table: str, halves: tuple[str, ...]) -> None:
    scores, floors = tally(read(halves=halves)), FLOORS[table]
    assert floors.keys() == set(FIELDS)
    assert not {f: round(scores[f].share, 3) for f in FIELDS if scores[f].share < floors[f]}
