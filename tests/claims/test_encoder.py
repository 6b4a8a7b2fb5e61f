"""The weights load once, answer the same each time, and are refused where damaged."""

from collections.abc import Iterator
from pathlib import Path
from weakref import WeakValueDictionary, ref

import msgspec
import numpy as np
import pytest
from numpy.typing import NDArray

from onrecord.claims import encoder as module
from onrecord.claims.decode import PAIRED, TAGS
from onrecord.claims.encoder import Card, Encoder, card, encoder
from onrecord.claims.sight import SMALL
from onrecord.claims.windows import windows
from onrecord.errors import ModelError


def test_scores_are_of_tags_pair_head_and_the_other_heads() -> None:
    read = encoder()
    (window,) = windows("The mayor said it rained.", read.tokenizer, 160, 254)
    scores = read(window)
    assert scores.shape == (len(window.ids), TAGS + PAIRED + 4 * SMALL + 2)
    assert np.array_equal(scores, read(window))


def test_the_weights_are_loaded_once_and_go_with_the_last_who_holds_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "HELD", WeakValueDictionary[str, Encoder]())
    held = encoder()
    assert encoder() is held
    gone = ref(held)
    del held
    assert gone() is None


def test_the_digest_names_the_weights() -> None:
    other = msgspec.structs.replace(card(), files={**card().files, "heads.npz": "0" * 64})
    assert len(card().digest) == 8
    assert other.digest != card().digest


def test_damaged_weights_are_refused() -> None:
    wrong = msgspec.structs.replace(card(), files={**card().files, "heads.npz": "0" * 64})
    with pytest.raises(ModelError, match=r"heads\.npz is damaged: install onrecord again"):
        Encoder(wrong)


@pytest.mark.parametrize("missing", ["model.json", "tokenizer.json"])
def test_missing_weights_are_refused(missing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known: Card = card()
    if missing != "model.json":
        (tmp_path / "model.json").write_bytes(known.json())
    monkeypatch.setattr(module, "_path", lambda name: tmp_path / name)
    with pytest.raises(ModelError, match="install onrecord again"):
        Encoder(card.__wrapped__())


def test_a_card_that_is_not_one_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "model.json").write_text("{}")
    monkeypatch.setattr(module, "_path", lambda name: tmp_path / name)
    with pytest.raises(ModelError, match="missing or damaged"):
        card.__wrapped__()


# ── The same on every processor ──────────────────────────────────────────────────────────────────────────────────────

_STEADY = """
Abs Add Cast DequantizeLinear Div DynamicQuantizeLinear Exp Gather Gelu LayerNormalization MatMul MatMulInteger
Mul ReduceMax ReduceSum Reshape Shape Slice Split Sub Transpose
"""
STEADY = frozenset(_STEADY.split())
"""Steps that give the same bits with and without AVX-512 and VNNI (docs/decisions/eightbit.md). Softmax, alone or in a
fused attention, is none: it adds up as many terms at once as the processor has lanes.
"""
GRAPH, NODE, ARRAY, KIND, SHAPE, SORT, NAME, BYTES, INT8 = 7, 1, 5, 4, 1, 2, 8, 9, 3  # numbers of onnx.proto


def fields(data: memoryview) -> Iterator[tuple[int, int | memoryview]]:
    """The fields of a message in the wire format of protocol buffers: number and value, as far as onnx uses them."""
    at = 0

    def number() -> int:
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    while at < len(data):
        key = number()
        if key & 7 == 0:
            yield key >> 3, number()
        else:
            size = {1: 8, 5: 4}.get(key & 7) or number()
            yield key >> 3, data[at : at + size]
            at += size


def inside(data: memoryview, field: int) -> list[memoryview]:
    return [value for number, value in fields(data) if number == field and isinstance(value, memoryview)]


def matrices(graph: memoryview) -> Iterator[tuple[str, NDArray[np.int8]]]:
    """The signed 8-bit matrices of a model and their names."""
    for array in inside(graph, ARRAY):
        told = dict(fields(array))
        if told[SORT] == INT8 and len(told.get(BYTES, b"")) > 4096:  # type: ignore[arg-type]
            yield bytes(told[NAME]).decode(), np.frombuffer(told[BYTES], np.int8)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def graph() -> memoryview:
    (found,) = inside(memoryview(module._bytes(card(), "encoder.onnx")), GRAPH)
    return found


def test_no_step_depends_on_the_processor(graph: memoryview) -> None:
    kinds = {bytes(inside(node, KIND)[0]).decode() for node in inside(graph, NODE)}
    assert kinds <= STEADY


def test_no_sum_of_two_products_saturates_sixteen_bits(graph: memoryview) -> None:
    found = dict(matrices(graph))
    assert len(found) == 24
    for name, weights in found.items():
        assert 2 * 255 * np.abs(weights.astype(int)).max() < 2**15, name
