"""The weights load once, answer the same each time, and are refused where damaged."""

from pathlib import Path

import msgspec
import numpy as np
import pytest

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
