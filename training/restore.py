"""The package's files -> a net again, so that a course can go on from them: what export.py does, backwards.

What was rounded stays rounded: matrices have seven bits, case features eight. Word and position embeddings were never
taught, and come from the wheel.
"""

from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from onrecord.claims.encoder import Card
from training.classes import SIZES
from training.net import DEPTH, LAYOUT, Net, start

State = dict[str, NDArray[np.float32]]
_NOT_HEADS = ("distance", "transitions", "start")


def restored(folder: Path) -> Net:
    """The net that encoder.onnx and heads.npz of `folder` were made of, but for the rounding."""
    net = start(SIZES)
    words, places = net.word.weight.detach(), net.pos.weight.detach()
    state = encoder(folder / "encoder.onnx") | heads(folder / "heads.npz")
    kind = state.pop("word") - words.numpy()
    found = {name: torch.from_numpy(np.array(values)) for name, values in state.items()}
    found |= {"word.weight": words, "pos.weight": places, "kind_of.weight": net.kind_of.weight.detach().clone()}
    found["kind_of.weight"][0] = torch.from_numpy(kind.mean(0))
    net.load_state_dict(found)
    return net


def windowed(folder: Path) -> tuple[int, int]:
    """The pieces of a window and of a paragraph alone that the weights in `folder` were taught with."""
    card = Card.parse((folder / "model.json").read_bytes())
    return card.window, card.longest


def encoder(path: Path) -> State:
    """The weights of the pass by the net's names; under "word" the sum of word and kind embeddings."""
    arrays = {entry.name: numpy_helper.to_array(entry) for entry in onnx.load(path).graph.initializer}
    found = {"word": _floats(arrays, "word"), "feat.weight": _floats(arrays, "cases")}
    found |= _linear(arrays, "views", [f"views.{name}" for name in LAYOUT], list(LAYOUT.values()))
    found |= _norm(arrays, "n0")
    for layer in (f"layers.{number}" for number in range(DEPTH)):
        found |= _linear(arrays, f"{layer}.qkv", [f"{layer}.{part}" for part in "qkv"])
        for part in ("o", "up", "down"):
            found |= _linear(arrays, f"{layer}.{part}", [f"{layer}.{part}"])
        found |= _norm(arrays, f"{layer}.n1") | _norm(arrays, f"{layer}.n2")
    return found


def heads(path: Path) -> State:
    """The small matrices by the net's names."""
    with np.load(path) as arrays:
        found = {"distance.weight": arrays["distance"]}
        for name in (name for name in arrays.files if name not in _NOT_HEADS):
            ours, _, which = name.rpartition("_")
            found[f"{ours}.{which}"] = arrays[name].T
    return found


def _linear(arrays: State, name: str, parts: list[str], widths: list[int] | None = None) -> State:
    """A matrix [in, out] with its bias, cut into the parts that were joined in it."""
    cuts = np.cumsum(widths)[:-1] if widths else len(parts)
    whole = _floats(arrays, f"{name}.w")
    if f"{name}.even" in arrays:
        whole = whole * arrays[f"{name}.even"][:, None]
    weights = np.split(whole, cuts, 1)
    biases = np.split(arrays[f"{name}.b"], cuts)
    found = {f"{part}.weight": weight.T for part, weight in zip(parts, weights, strict=True)}
    return found | {f"{part}.bias": bias for part, bias in zip(parts, biases, strict=True)}


def _norm(arrays: State, name: str) -> State:
    return {f"{name}.weight": arrays[f"{name}.w"], f"{name}.bias": arrays[f"{name}.b"]}


def _floats(arrays: State, name: str) -> NDArray[np.float32]:
    """An array as it is, or what its integers stand for."""
    if name in arrays:
        return arrays[name]
    whole = arrays[f"{name}_quantized"].astype(np.float32) - arrays[f"{name}_zero_point"].astype(np.float32)
    return whole * arrays[f"{name}_scale"]
