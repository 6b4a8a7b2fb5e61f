"""Search the constants of reading with the weights in the package. `python -m training.tune [decoding] [votes]`.

One constant after the other takes the value that scores best: those of decoding by linked F1 on PolNeAR's development
articles, those of votes by the mean of what claims are scored by on the half `tune` of evals/passages. Writes
constants.toml and model.json.
"""

import sys
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import mean
from typing import Any

import msgspec
from evals import claims as reading
from evals.attribution import FILE, rows, score
from evals.passages.gold import FOLDERS, passages, stories

from onrecord.claims import encoder as eye
from onrecord.claims.decode import decode
from onrecord.claims.encoder import Decoding, Encoder, Votes
from onrecord.claims.extract import Extractor
from onrecord.claims.windows import windows
from training.export import CONSTANTS, describe

MODEL = Path(eye.__file__).parents[1] / "data" / "model"
TRIED = {
    "speaker_bias": (-0.8, -0.4, 0.0, 0.4, 0.8),
    "cue_bias": (-0.6, -0.3, 0.0, 0.3, 0.6, 0.9),
    "content_bias": (0.0, 0.4, 0.8, 1.2, 1.6),
    "transition_weight": (0.0, 0.3, 0.6, 1.0),
    "content_link": (0.3, 0.5, 0.6, 0.7),
    "speaker_link": (0.1, 0.2, 0.35, 0.5),
    "speaker_best": (0.05, 0.1, 0.15, 0.25),
    "own": (0.2, 0.35, 0.5, 0.65),
    "kind": (1.0, 2.0, 3.0, 3.5, 4.0, 5.0),
    "other": (-0.5, 0.0, 0.5, 0.9, 1.5, 2.0),
    "talk": (0.0, 0.5, 1.0, 1.5, 2.0),
    "stance": (2.0, 4.0, 6.0, 8.0),
    "same": (-0.5, 0.0, 0.5, 1.0, 2.0),
    "measure": (2.0, 4.0, 6.0, 7.0),
    "nothing": (-1.0, 0.0, 0.5, 1.0, 2.0),
    "cut": (0.3, 0.4, 0.5, 0.6, 0.7),
    "role": (0.2, 0.3, 0.4, 0.5, 0.6, 0.7),
    "kept": (0.0, 0.005, 0.05, 0.15, 0.3),
    "swap": (0.3, 0.5, 0.7, 0.9),
}
SCORED = ("attribution", "speaker", "stance", "rare stance", "kind", "sides", "figures", "background", "off topic")


def main(*names: str) -> None:
    """Search what is named; by default decoding, where PolNeAR is at hand."""
    for name in names or (("decoding",) if FILE.exists() else ()):
        card = eye.card()
        tried = {field: TRIED[field] for field in msgspec.structs.asdict(getattr(card, name)) if field in TRIED}
        best = climb(
            msgspec.structs.asdict(getattr(card, name)), tried, {"decoding": attributed, "votes": voted}[name]()
        )
        known = tomllib.loads(CONSTANTS.read_text(encoding="utf-8")) | {name: best}
        _write(known)
        describe(MODEL, card.name, card.version, (card.window, card.longest))
        eye.card.cache_clear()
        eye.HELD.clear()


def climb(
    best: dict[str, float], tried: Mapping[str, tuple[float, ...]], judge: Callable[[dict[str, float]], float]
) -> dict[str, float]:
    """Constants that no change of a single one makes better, among those tried."""
    top = judge(best)
    for name, values in tried.items():
        for value in values:
            other = {**best, name: value}
            if value != best[name] and (found := judge(other)) > top + 1e-4:
                best, top = other, found
        print(f"{name} {best[name]}: {top:.4f}", flush=True)
    return best


def attributed() -> Callable[[dict[str, float]], float]:
    """Linked F1 by the constants of decoding; the encoder runs once."""
    model = eye.encoder()
    texts = rows()
    window, longest = model.card.window, model.card.longest
    cut = [windows(row["text"], model.tokenizer, window, longest) for row in texts]
    seen = [[(w, model(w)) for w in found if w.wordy] for found in cut]
    known = {row["text"]: windows_ for row, windows_ in zip(texts, seen, strict=True)}

    def judge(constants: dict[str, float]) -> float:
        decoding = Decoding(**constants)
        return score(texts, lambda text: decode(text, known[text], model.heads, decoding))["linked F1"]

    return judge


def voted() -> Callable[[dict[str, float]], float]:
    """The mean of what claims are scored by, on the passages whose mistakes may be looked at."""
    chosen = [p for p in passages(FOLDERS[0]) if p.raw.half == "tune"]
    told = stories(chosen)
    readers = {name: Extractor(story) for name, story in told.items()}
    model: Encoder = eye.encoder()

    def judge(constants: dict[str, float]) -> float:
        model.card = msgspec.structs.replace(model.card, votes=Votes(**constants))
        found = [
            outcome
            for p in chosen
            for outcome in reading.outcomes(p, readers[p.raw.story](p.document).claims, told[p.raw.story].zone)
        ]
        counts = reading.tally(found)
        return mean(counts[field].share for field in SCORED)

    return judge


def _write(constants: dict[str, Any]) -> None:
    lines = ["# Constants of reading, which go into model.json. `python -m training.tune` searches them anew."]
    for name, values in constants.items():
        lines += ["", f"[{name}]", *(f"{field} = {value}" for field, value in values.items())]
    CONSTANTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
