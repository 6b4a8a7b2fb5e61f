"""Lessons -> weights. Seeded; a checkpoint every few hundred steps, so that a stopped run goes on where it was."""

import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from torch import nn

from training.batches import Batch, batches, collate
from training.classes import FLAGS, KINDS
from training.labels import Lesson
from training.loss import losses, total
from training.net import Net

Course = Callable[[int, random.Random], Sequence[Sequence[Lesson]]]
"""The lessons of an epoch, in heaps that are not mixed within a batch."""


class Plan(NamedTuple):
    """How long and how fast. Both rates rise over `warm` of the steps, then fall to `end` of themselves."""

    name: str
    epochs: int
    encoder: float = 1.5e-4
    heads: float = 1.5e-3
    warm: float = 0.08
    end: float = 0.02
    clip: float = 1.0
    mean: float = 0.998
    """What is kept is the running mean of the weights, which moves by 1 - mean a step."""
    seed: int = 1
    every: int = 300
    """Steps between checkpoints."""


def fit(net: Net, course: Course, plan: Plan, folder: Path, say: Callable[[str], None]) -> Net:
    """The net whose weights are the running mean of those that the plan passes through."""
    torch.manual_seed(plan.seed)
    work = [batch for epoch in range(plan.epochs) for batch in _epoch(course, epoch, plan.seed)]
    encoder = [p for n, p in net.named_parameters() if p.requires_grad and _trunk(n)]
    heads = [p for n, p in net.named_parameters() if p.requires_grad and not _trunk(n)]
    groups = [{"params": encoder, "lr": plan.encoder}, {"params": heads, "lr": plan.heads}]
    adam = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    mean = torch.optim.swa_utils.AveragedModel(net, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(plan.mean))
    path = folder / f"{plan.name}.pt"
    done = _resume(path, net, adam, mean)
    say(f"{plan.name}: {len(work)} steps, from {done}")
    seen: dict[str, list[float]] = {}
    since = time.monotonic()
    for step in range(done, len(work)):
        rate = _rate(step, len(work), plan)
        for group, base in zip(adam.param_groups, (plan.encoder, plan.heads), strict=True):
            group["lr"] = base * rate
        for name, value in _step(net, collate(work[step], len(KINDS), len(FLAGS)), adam, plan.clip).items():
            seen.setdefault(name, []).append(value)
        mean.update_parameters(net)
        if (step + 1) % 100 == 0:
            told = " ".join(f"{name} {sum(v) / len(v):.4f}" for name, v in seen.items())
            say(f"{plan.name} {step + 1}/{len(work)} {time.monotonic() - since:.0f} s {told}")
            seen.clear()
        if (step + 1) % plan.every == 0 or step + 1 == len(work):
            _save(path, step + 1, net, adam, mean)
    kept: Net = mean.module
    return kept


def _step(net: Net, batch: Batch, adam: torch.optim.Optimizer, clip: float) -> dict[str, float]:
    net.train()
    with torch.autocast("cpu", torch.bfloat16):
        y = net(batch.ids, batch.feat, batch.mask)
        found = losses(net, y, batch)
    total(found).backward()
    nn.utils.clip_grad_norm_([p for p in net.parameters() if p.grad is not None], clip)
    adam.step()
    adam.zero_grad()
    return {name: float(value.detach()) for name, value in found.items()}


def _epoch(course: Course, epoch: int, seed: int) -> list[list[Lesson]]:
    rng = random.Random(f"{seed} {epoch}")
    made = [batch for heap in course(epoch, rng) for batch in batches(heap, rng)]
    rng.shuffle(made)
    return made


def _trunk(name: str) -> bool:
    """Whether a parameter came with the encoder; what it was not given, it learns at the rate of the heads."""
    return name.split(".")[0] in ("layers", "n0", "kind_of")


def _rate(step: int, steps: int, plan: Plan) -> float:
    rising = max(1, int(plan.warm * steps))
    if step < rising:
        return (step + 1) / rising
    return plan.end + (1 - plan.end) * (steps - step) / (steps - rising)


def _save(path: Path, step: int, net: Net, adam: torch.optim.Optimizer, mean: nn.Module) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    state = {"step": step, "net": net.state_dict(), "adam": adam.state_dict(), "mean": mean.state_dict()}
    torch.save(state | {"random": torch.get_rng_state()}, path.with_suffix(".part"))
    path.with_suffix(".part").replace(path)


def _resume(path: Path, net: Net, adam: torch.optim.Optimizer, mean: nn.Module) -> int:
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    net.load_state_dict(state["net"])
    adam.load_state_dict(state["adam"])
    mean.load_state_dict(state["mean"])
    torch.set_rng_state(state["random"])
    step: int = state["step"]
    return step
