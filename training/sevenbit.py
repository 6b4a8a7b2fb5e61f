"""8-bit encoder.onnx -> 7-bit: matrices to [-64, 64], scales by least squares. `python training/sevenbit.py IN OUT`.

Sums of pairs of unsigned 8-bit activations and signed 7-bit weights fit into 16 bits, so that processors without VNNI
do not saturate. Needs the package onnx, which onrecord itself does not.
"""

import sys

import numpy as np
import onnx
from onnx import numpy_helper

TOP = 64


def shrink(weights: np.ndarray, scales: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Weights [in, out] of 8 bits with a scale a column -> weights of 7 bits and the scales that fit them best."""
    exact = weights.astype(np.float32) * scales
    small = np.clip(np.round(weights / 2.0), -TOP, TOP).astype(np.int8)
    square = np.maximum((small.astype(np.float32) ** 2).sum(0), 1)
    return small, ((exact * small).sum(0) / square).astype(np.float32)


def main(source: str, target: str) -> None:
    model = onnx.load(source)
    arrays = {entry.name: numpy_helper.to_array(entry) for entry in model.graph.initializer}
    for name in [n for n in arrays if n.startswith("layers") and n.endswith("_quantized")]:
        scale = name.removesuffix("_quantized") + "_scale"
        arrays[name], arrays[scale] = shrink(arrays[name], arrays[scale])
    for entry in model.graph.initializer:
        entry.CopyFrom(numpy_helper.from_array(arrays[entry.name], entry.name))
    onnx.save(model, target)


if __name__ == "__main__":
    main(*sys.argv[1:])
