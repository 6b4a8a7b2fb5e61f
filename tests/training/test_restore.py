"""The package's files become a net again, and that net the same files: only where torch is (see `make train`)."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from onrecord.claims import encoder as eye
from onrecord.claims.windows import Window, windows

torch = pytest.importorskip("torch")
ort = pytest.importorskip("onnxruntime")
export = pytest.importorskip("training.export")
restore = pytest.importorskip("training.restore")
restored = restore.restored

MODEL = Path(eye.__file__).parents[1] / "data" / "model"
WORDS = (
    "The mayor of Arland denied on Tuesday that 14 shells had hit the port of Selm. “Nobody was hurt,” she said. Her "
    "deputy said two people had been wounded, citing the fire service. It was not clear who had fired."
)


@pytest.fixture(scope="module")
def window() -> Window:
    (found,) = windows(WORDS, eye.encoder().tokenizer, 160, 254)
    return found


def close(ours: NDArray[np.float32], theirs: NDArray[np.float32]) -> bool:
    """Whether two passes differ by no more than rounding to eight bits brings about."""
    return bool(np.abs(ours - theirs).mean() < 0.12 * np.abs(theirs).mean())


def test_a_restored_net_reads_as_the_package_does(window: Window) -> None:
    with torch.no_grad():
        ids, feat = (torch.from_numpy(x)[None].long() for x in (window.ids, window.features))
        made = restored(MODEL).eval()(ids, feat, torch.ones_like(ids))[0].numpy()
    theirs = eye.encoder()(window)
    assert close(made, theirs)
    assert (made[:, :7].argmax(1) == theirs[:, :7].argmax(1)).mean() > 0.95


def test_what_is_exported_of_a_restored_net_is_the_package(tmp_path: Path, window: Window) -> None:
    net = restored(MODEL)
    export.write(net, [], tmp_path / "encoder.onnx")
    again = ort.InferenceSession(tmp_path / "encoder.onnx")
    (made,) = again.run(None, {"ids": window.ids[None], "feat": window.features[None]})
    assert close(made[0], eye.encoder()(window))


def test_windows_stay_as_the_weights_were_taught() -> None:
    card = eye.card()
    assert restore.windowed(MODEL) == (card.window, card.longest)


def test_seven_bits_come_out_as_they_went_in() -> None:
    rng = np.random.default_rng(1)
    whole = rng.integers(-64, 65, (96, 8)).astype(np.int8)
    whole[0] = 64
    small, scales = export.shrink(whole * np.float32(0.01))
    assert np.array_equal(small, whole)
    assert np.allclose(scales, 0.01)


def test_a_single_large_weight_does_not_coarsen_the_rest() -> None:
    rng = np.random.default_rng(1)
    weights = rng.normal(0, 1, (384, 1)).astype(np.float32)
    weights[0] = 5
    small, scales = export.shrink(weights)
    assert np.abs(small * scales - weights).mean() <= np.abs(np.round(weights / (5 / 64)) * (5 / 64) - weights).mean()
