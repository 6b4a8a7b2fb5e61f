"""The scorer of strands tells right from wrong, ours and its peer are asked alike, no score falls below its floor."""

import gzip
import json
import tomllib
from pathlib import Path

import pytest
from evals.beside import which
from evals.stories import FILE, bcubed, crossed, gold, groups, main, measured, onepass, ours, rows

ROOT = Path(__file__).parents[2]
FLOORS = tomllib.loads((ROOT / "evals/floors.toml").read_text(encoding="utf-8"))["stories"]
NAMES = (("Quell", "Orsk", "320"), ("Velin", "Taro", "45"))
TEXTS = (
    "The dam at {0} broke and flooded {2} houses, {1} said.",
    "{1} said {2} houses in {0} stood under water after the dam gave way.",
    "In {0} the dam gave way; {1} counted {2} houses under water.",
    "Water flooded {2} houses in {0} when the dam broke, said {1}.",
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Six topics of one dam each, so that a topic has one story."""
    path = tmp_path / "invented.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as out:
        for topic in range(6):
            name = [f"{part}{'abcdef'[topic]}" for part in NAMES[topic % 2][:2]] + [f"{topic}17"]
            for at, text in enumerate(TEXTS):
                row = {"doc": f"{topic}_{at}", "topic": topic, "event": f"{topic}ecb", "text": text.format(*name)}
                out.write(json.dumps(row) + "\n")
    return path


@pytest.mark.parametrize(
    ("made", "precision", "recall"),
    [("aabb", 1.0, 1.0), ("aaaa", 0.5, 1.0), ("abcd", 1.0, 0.5), ("abab", 0.5, 0.5), ("aabc", 1.0, 0.75)],
)
def test_clusters_are_judged_document_by_document(made: str, precision: float, recall: float) -> None:
    found = bcubed(made, "xxyy")
    assert found[:2] == (precision, recall)
    assert found.f1 == pytest.approx(2 * precision * recall / (precision + recall))


def test_one_pass_joins_what_shares_its_words(corpus: Path) -> None:
    told = rows(corpus)
    assert len(set(onepass(told, 0.0))) == 1
    assert len(set(onepass(told, 1.01))) == len(told)


def test_ours_is_asked_for_each_document(corpus: Path) -> None:
    told = rows(corpus)
    assert bcubed(ours(told), gold(told)).f1 == 1.0


def test_what_is_chosen_is_not_measured_where_it_was_chosen(corpus: Path) -> None:
    told = rows(corpus)
    asked: list[frozenset[int]] = []
    for parts in groups(told):
        topics = [frozenset(row["topic"] for row in part) for part in parts]
        assert not any(a & b for n, a in enumerate(topics) for b in topics[:n])
        assert frozenset[int]().union(*topics) == frozenset(range(6))
        asked += topics
    found = crossed(told, [lambda part: [0] * len(part), gold])
    assert len(found) == len(asked) and all(shares.f1 == 1.0 for shares in found)


def test_a_corpus_that_is_not_here_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(str(tmp_path / "none.jsonl.gz"))
    assert "not here" in capsys.readouterr().out


def test_the_table_skips_what_is_not_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(which, "FILE", tmp_path / "none.jsonl.gz")
    assert which.group().skipped and not which.group().scores


@pytest.mark.slow
@pytest.mark.skipif(not FILE.exists(), reason="ECB+ is not here")
def test_no_score_falls_below_its_floor() -> None:
    us, them = measured()
    assert us.f1 >= FLOORS["B-cubed F1"]
    assert us.f1 - them.f1 >= FLOORS["above TF-IDF"]
