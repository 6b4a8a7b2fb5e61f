"""A batch and what the net makes of it -> how wrong each head is."""

import torch
import torch.nn.functional as F
from torch import Tensor

from training.batches import Batch
from training.labels import SKIP
from training.net import LINKED, Net, part

WEIGHTS = {
    "tags": 1.0, "parts": 1.0, "cuts": 0.5, "kind": 0.5, "stance": 0.5, "flags": 0.3, "roles": 1.0,
    "measure": 0.5, "population": 0.1, "scope": 0.1, "things": 0.5, "totals": 0.3,
}  # fmt: skip
"""How much each head's error counts: attribution first."""

_ANCHORED = 40  # pieces that an anchor's error is spread over


def losses(net: Net, y: Tensor, batch: Batch) -> dict[str, Tensor]:
    """The error of each head that has labels in the batch."""
    found = {"tags": F.cross_entropy(part(y, "tags").float().flatten(0, 1), batch.tags.flatten(), ignore_index=SKIP)}
    if len(batch.anchors):
        found["parts"] = _parts(net, y, batch)
    if len(batch.told):
        found |= {"cuts": _yes(part(y, "cut")[..., 0], batch.cuts)} | _told(net, y, batch)
    if len(batch.numbers):
        found |= _numbers(net, y, batch)
    return found


def total(found: dict[str, Tensor]) -> Tensor:
    """The weighted sum."""
    return torch.stack([WEIGHTS[name] * value for name, value in found.items()]).sum()


def _parts(net: Net, y: Tensor, batch: Batch) -> Tensor:
    row, at, full = batch.anchors.unbind(1)
    scores = net.near(y, row, at, batch.distance).float()
    narrow = (full == 0)[:, None, None] & (torch.arange(scores.shape[-1]) >= LINKED)
    scores = scores.masked_fill(narrow, -1e4)
    summed = F.cross_entropy(scores.flatten(0, 1), batch.parts.flatten(), ignore_index=SKIP, reduction="sum")
    return summed / (_ANCHORED * len(row))


def _told(net: Net, y: Tensor, batch: Batch) -> dict[str, Tensor]:
    row, stance, at = batch.told.unbind(1)
    pooled = net.pooled(y, row, batch.inside)
    right = batch.kinds.float()
    some = right.sum(-1) > 0
    chosen = net.kinds(pooled).float().log_softmax(-1)
    kind = -torch.logsumexp(chosen.masked_fill(right == 0, -1e4), -1)
    roles = net.role(y, pooled, row).float()
    return {
        "kind": (kind * some).sum() / some.sum().clamp(min=1),
        "stance": _entropy(net.stance(y, pooled, row, at), stance),
        "flags": _yes(net.flags(pooled), batch.flags),
        "roles": _entropy(roles.flatten(0, 1), batch.roles.flatten()),
    }


def _numbers(net: Net, y: Tensor, batch: Batch) -> dict[str, Tensor]:
    row, at, measure, population, scope, total = batch.numbers.unbind(1)
    number = net.number(y, row, at)
    near = (row[:, None] == row[None]) & ~torch.eye(len(row), dtype=torch.bool)
    whole = torch.where(near, (at[None] == total[:, None]).long(), SKIP)
    return {
        "measure": _entropy(net.measures(number), measure),
        "population": _entropy(net.populations(number), population),
        "scope": _entropy(net.scopes(number), scope),
        "things": _yes(net.thing(y, number, row), batch.things),
        "totals": _yes(net.whole(number), whole),
    }


def _yes(scores: Tensor, labels: Tensor) -> Tensor:
    """Mean binary cross entropy of the labelled; 0 where none is."""
    known = labels != SKIP
    wrong = F.binary_cross_entropy_with_logits(scores.float(), labels.clamp(min=0).float(), reduction="none")
    return (wrong * known).sum() / known.sum().clamp(min=1)


def _entropy(scores: Tensor, labels: Tensor) -> Tensor:
    """Mean cross entropy of the labelled; 0 where none is."""
    summed = F.cross_entropy(scores.float(), labels, ignore_index=SKIP, reduction="sum")
    return summed / (labels != SKIP).sum().clamp(min=1)
