"""Windows -> numbers: the fine-tuned MiniLM that reads who said what (data/model/MODEL_CARD.md).

onnxruntime on one thread, one window at a time: the activations' 8-bit scales are taken over all that is computed at
once, so a window alone is what makes a reading independent of its neighbours. Processors with and without VNNI agree to
the last bit (docs/decisions/eightbit.md): the weights have seven bits, and no step has its own order of adding floats.
"""

import hashlib
from functools import cache
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from io import BytesIO
from threading import Lock
from typing import Any, NamedTuple
from weakref import WeakValueDictionary

import msgspec
import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.claims.windows import Window
from onrecord.errors import ModelError
from onrecord.records import Record

Floats = NDArray[np.float32]
_CPU = "CPUExecutionProvider"
_SLOW = ["SkipLayerNormFusion"]
"""Its kernel takes a fifth of the whole pass; sum and normalisation apart take a twentieth (onnxruntime 1.32)."""


class Decoding(Record, frozen=True, kw_only=True):
    """Constants of decoding, tuned on held-out articles: biases of log probabilities, and thresholds of the links."""

    speaker_bias: float
    cue_bias: float
    content_bias: float
    transition_weight: float
    content_link: float
    speaker_link: float
    speaker_best: float
    cue_floor: float
    own: float


class Votes(Record, frozen=True, kw_only=True):
    """What the rules' word weighs against the encoder's (claims.opinion), in logarithms; thresholds of probability."""

    kind: float
    other: float
    talk: float
    stance: float
    same: float
    measure: float
    nothing: float
    cut: float
    role: float
    kept: float
    swap: float


class Classes(Record, frozen=True, kw_only=True):
    """What the heads tell apart, in the order of their outputs."""

    kinds: tuple[str, ...]
    stances: tuple[str, ...]
    flags: tuple[str, ...]
    roles: tuple[str, ...]
    measures: tuple[str, ...]
    populations: tuple[str, ...]
    scopes: tuple[str, ...]
    parts: tuple[str, ...]


class Card(Record, frozen=True, kw_only=True):
    """model.json: what the weights are called, how text is cut for them, and the SHA-256 of each of their files."""

    name: str
    version: str
    window: int
    longest: int
    decoding: Decoding
    votes: Votes
    classes: Classes
    files: dict[str, str]

    @property
    def digest(self) -> str:
        """Eight hex digits that change with any of the files."""
        return hashlib.sha256("".join(v for _, v in sorted(self.files.items())).encode()).hexdigest()[:8]


class Linear(NamedTuple):
    """A small matrix [in, out] with its bias."""

    weight: Floats
    bias: Floats

    def __call__(self, x: Floats) -> Floats:
        """[..., in] -> [..., out]."""
        return np.asarray(x @ self.weight + self.bias, np.float32)


class Heads(msgspec.Struct, frozen=True, kw_only=True):
    """The small matrices that numpy applies after the pass, and the tags' chain: transitions [7, 7] and start [7].

    `distance` [24, 128] and `pair` are the pair head's; the others each answer one question of claims.sight.
    """

    distance: Floats
    transitions: Floats
    start: Floats
    pair: Linear
    kinds: Linear
    flags: Linear
    stances: Linear
    around: Linear
    roles: Linear
    measures: Linear
    about: Linear
    things: Linear


class Encoder:
    """The loaded weights. Calling it with a window of n pieces gives [n, 905]: 7 tag scores, 640 for the pair head, the
    rest for the questions of claims.sight.
    """

    def __init__(self, card: Card) -> None:
        self.card = card
        try:
            self.tokenizer = Tokenizer.from_str(_bytes(card, "tokenizer.json").decode())
            self.heads = _heads(_bytes(card, "heads.npz"))
            _bytes(card, "encoder.onnx")
            with as_file(_path("encoder.onnx")) as path:  # From the file: what is given as bytes is held twice.
                self._session = ort.InferenceSession(path, _options(), [_CPU], disabled_optimizers=_SLOW)
        except ModelError:
            raise
        except Exception as fault:
            raise ModelError(f"the reader's weights cannot be loaded ({fault}): install onrecord again") from fault
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()

    def __call__(self, window: Window) -> Floats:
        """Scores of one window, computed alone."""
        (out,) = self._session.run(["out"], {"ids": window.ids[None], "feat": window.features[None]})
        scores: Floats = np.asarray(out, np.float32)[0]
        return scores


@cache
def card() -> Card:
    """The description of the weights in this package. Raises ModelError where it is missing or damaged."""
    try:
        return Card.parse(_path("model.json").read_bytes())
    except (OSError, msgspec.DecodeError) as fault:
        raise ModelError(f"the reader's weights are missing or damaged ({fault}): install onrecord again") from fault


def encoder() -> Encoder:
    """The encoder of this package, loaded once for all who hold it: it takes 60 MB, and goes with the last of them.

    Raises ModelError where its files are missing or damaged.
    """
    with _ONE_LOADS:
        found = HELD.get(card().digest)
        if found is None:
            found = HELD[card().digest] = Encoder(card())
    return found


HELD = WeakValueDictionary[str, Encoder]()
"""The encoder while anybody holds it, by the digest of its files."""
_ONE_LOADS = Lock()


def _path(name: str) -> Traversable:
    return files("onrecord") / "data" / "model" / name


def _heads(data: bytes) -> Heads:
    found = np.load(BytesIO(data), allow_pickle=False)
    made: dict[str, Any] = {}
    for field in msgspec.structs.fields(Heads):
        name = field.name
        made[name] = Linear(found[f"{name}_weight"], found[f"{name}_bias"]) if field.type is Linear else found[name]
    return Heads(**made)


def _bytes(card: Card, name: str) -> bytes:
    """A file of the weights, checked against its digest."""
    try:
        data = _path(name).read_bytes()
    except OSError as fault:
        raise ModelError(f"the reader's file {name} is missing: install onrecord again") from fault
    if hashlib.sha256(data).hexdigest() != card.files.get(name):
        raise ModelError(f"the reader's file {name} is damaged: install onrecord again")
    return data


def _options() -> ort.SessionOptions:
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.log_severity_level = 3
    return options
