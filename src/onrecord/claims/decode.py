"""The encoder's numbers -> attributions: Viterbi over the tags, then the pair head says what belongs to which cue.

Tags are 0 for nothing, then begin and inside of speaker (1, 2), cue (3, 4) and content (5, 6). The pair head takes a
cue's first piece as anchor and gives each piece of the window a probability of nothing, speaker, content, venue and
chain.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.claims.encoder import Decoding, Floats, Heads
from onrecord.claims.windows import Window
from onrecord.records import Attribution, Span

SPEAKER, CUE, CONTENT = range(3)
TAGS, PAIRED = 7, 640
"""Columns of the encoder's numbers: those of the tags, then those of the pair head."""

_ASIDE = {"venue": 3, "chain": 4}  # classes of the pair head beside speaker and content
_REACH = 64  # distances from here on are in one bucket
_NEVER = -5000.0  # a transition below this is impossible

Run = tuple[int, int]
"""Pieces [first, last) of a window."""


class _Heard(NamedTuple):
    """One attribution in runs of pieces."""

    cue: Run
    speaker: Run | None
    content: list[Run]
    venue: list[Run]
    chain: list[Run]


def decode(
    text: str, seen: Sequence[tuple[Window, Floats]], heads: Heads, constants: Decoding
) -> Iterator[Attribution]:
    """The attributions of some windows, in their order; the windows do not influence each other."""
    kept = [(window, scores, tags) for window, scores in seen if (tags := _tags(scores, constants)) is not None]
    if not kept:
        return
    paths = viterbi([tags for _, _, tags in kept], _transitions(heads, constants), heads.start)
    for (window, scores, _), path in zip(kept, paths, strict=True):
        for attribution in _attributions(path, window, scores[:, TAGS : TAGS + PAIRED], heads, constants):
            yield _spans(text, window, attribution)


def _tags(scores: Floats, constants: Decoding) -> Floats | None:
    """Log probabilities of the tags with their biases, or None where no piece is likely to begin a cue."""
    tags = _log_softmax(scores[:, :TAGS])
    tags[:, 1:3] += constants.speaker_bias
    tags[:, 3:5] += constants.cue_bias
    tags[:, 5:7] += constants.content_bias
    return tags if tags[:, 3].max() > constants.cue_floor else None


def _transitions(heads: Heads, constants: Decoding) -> Floats:
    allowed = heads.transitions > _NEVER
    return np.where(allowed, heads.transitions * np.float32(constants.transition_weight), heads.transitions)


def viterbi(tags: Sequence[Floats], transitions: Floats, start: Floats) -> list[NDArray[np.int64]]:
    """The best path of each [n, 7] of log probabilities, all at once."""
    lengths = [len(t) for t in tags]
    scores = np.zeros((len(tags), max(lengths), TAGS), np.float32)
    for row, each in zip(scores, tags, strict=True):
        row[: len(each)] = each
    best = scores  # turned in place, step by step, into the score of the best path to each tag
    best[:, 0] += start
    options = np.empty((TAGS, len(tags), TAGS), np.float32)
    for step in range(1, best.shape[1]):
        np.add(best[:, step - 1].T[:, :, None], transitions[:, None], out=options)
        best[:, step] += np.maximum.reduce(options)
    return [_walk(row[:length], transitions) for row, length in zip(best, lengths, strict=True)]


def _walk(best: Floats, transitions: Floats) -> NDArray[np.int64]:
    """The path back from the best last tag."""
    back = (best[:-1].T[:, :, None] + transitions[:, None]).argmax(0).tolist()
    path = [int(best[-1].argmax())]
    for step in reversed(back):
        path.append(step[path[-1]])
    return np.array(path[::-1])


def _attributions(
    path: NDArray[np.int64], window: Window, hidden: Floats, heads: Heads, constants: Decoding
) -> Iterator[_Heard]:
    """Each attribution of one window, in pieces."""
    marks = window.offsets[:, 0] < 0
    runs = list(_runs(path, marks))
    cues = [run for role, run in runs if role == CUE]
    if not cues:
        return
    near = _pair(hidden, [first for first, _ in cues], heads)
    contents: list[list[Run]] = [[] for _ in cues]
    speakers: list[list[Run]] = [[] for _ in cues]
    for role, run in runs:
        if role == CONTENT:
            _link_content(run, near, contents, constants)
        elif role == SPEAKER:
            _link_speaker(run, near, speakers, constants)
    free = ~marks & (path != 3) & (path != 4)
    for cue, own, content, speaker in zip(cues, near, contents, speakers, strict=True):
        content = content or _own_content((own[:, 2] > constants.own) & free)
        speaker = speaker or _own_speaker((own[:, 1] > constants.own) & ~marks)
        if content:
            aside = {name: _groups((own[:, part] > constants.own) & ~marks) for name, part in _ASIDE.items()}
            yield _Heard(cue, _best(speaker, own), content, **aside)


def _runs(path: NDArray[np.int64], marks: NDArray[np.bool_]) -> Iterator[tuple[int, Run]]:
    """Runs of one role; a mark or a begin tag ends the run before it."""
    role, first = -1, 0
    for at, tag in enumerate([*path.tolist(), 0]):
        marked = at < len(path) and bool(marks[at])
        if role >= 0 and (tag % 2 == 1 or tag == 0 or (tag - 1) // 2 != role or marked):
            yield role, (first, at)
            role = -1
        if tag and role < 0 and not marked:
            role, first = (tag - 1) // 2, at


def _pair(hidden: Floats, anchors: list[int], heads: Heads) -> Floats:
    """Probabilities of each part, [anchors, n, 5]: an MLP with distances, plus a bilinear term for the first three."""
    anchor, distance = hidden[anchors], np.arange(len(hidden))[None] - np.array(anchors)[:, None]
    mixed = anchor[:, None, :128] + hidden[None, :, 128:256] + heads.distance[_bucket(distance)]
    bilinear = [anchor[:, 256 + 64 * k : 320 + 64 * k] @ hidden[:, 448 + 64 * k : 512 + 64 * k].T / 8 for k in range(3)]
    scores = heads.pair(_gelu(mixed))
    scores[..., :3] += np.stack(bilinear, -1)
    return np.exp(_log_softmax(scores))


def _bucket(distance: NDArray[np.int64]) -> NDArray[np.int64]:
    """Signed distances in 24 buckets: each up to 3, then by half powers of two."""
    reach = _buckets()
    return reach[np.clip(distance, -_REACH, _REACH) + _REACH]


@cache
def _buckets() -> NDArray[np.int64]:
    """The buckets of all distances up to `_REACH`, beyond which they do not change."""
    distance = np.arange(-_REACH, _REACH + 1)
    size = np.abs(distance)
    step = np.where(size < 4, size, np.minimum(11, (np.log2(np.maximum(size, 1)) * 2).astype(int)))
    return np.where(distance < 0, step, step + 12)


def _link_content(run: Run, near: Floats, contents: list[list[Run]], constants: Decoding) -> None:
    """Give a content run to its best cue."""
    scores = near[:, run[0] : run[1], 2].mean(1)
    best = int(scores.argmax())
    if scores[best] >= constants.content_link:
        contents[best].append(run)


def _link_speaker(run: Run, near: Floats, speakers: list[list[Run]], constants: Decoding) -> None:
    """Give a speaker run to every cue that it serves ("said X and added Y")."""
    scores = near[:, run[0] : run[1], 1].mean(1)
    best = int(scores.argmax())
    for cue, score in enumerate(scores):
        if score >= constants.speaker_link or (cue == best and score >= constants.speaker_best):
            speakers[cue].append(run)


def _own_content(pieces: NDArray[np.bool_]) -> list[Run]:
    """Content that the pair head alone sees: two pieces or more."""
    return _groups(pieces) if int(pieces.sum()) > 1 else []


def _own_speaker(pieces: NDArray[np.bool_]) -> list[Run]:
    """The longest run that the pair head alone sees as speaker."""
    return sorted(_groups(pieces), key=lambda run: run[0] - run[1])[:1]


def _groups(pieces: NDArray[np.bool_]) -> list[Run]:
    edges = np.flatnonzero(np.diff(np.concatenate(([False], pieces, [False])).astype(np.int8)))
    return [(int(first), int(last)) for first, last in edges.reshape(-1, 2)]


def _best(speakers: list[Run], own: Floats) -> Run | None:
    return max(speakers, key=lambda run: own[run[0] : run[1], 1].mean(), default=None)


def _spans(text: str, window: Window, heard: _Heard) -> Attribution:
    def whole(run: Run) -> Span:
        return _snap(text, int(window.offsets[run[0], 0]), int(window.offsets[run[1] - 1, 1]))

    return Attribution(
        speaker=whole(heard.speaker) if heard.speaker else None,
        cue=whole(heard.cue),
        content=tuple(sorted({whole(run) for run in heard.content})),
        venue=whole(max(heard.venue, key=lambda run: run[1] - run[0])) if heard.venue else None,
        chain=tuple(whole(run) for run in heard.chain),
    )


def _snap(text: str, start: int, end: int, reach: int = 30) -> Span:
    """The span with the rest of words that it cuts, up to `reach` characters a side."""
    low, high = max(0, start - reach), min(len(text), end + reach)
    while low < start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < high and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start=start, end=end)


def _gelu(x: Floats) -> Floats:
    """Its tanh form, with which the decoding constants were tuned; in few arrays, since they are large."""
    inner = 0.044715 * x
    inner *= x
    inner *= x
    inner += x
    inner *= 0.7978846
    np.tanh(inner, out=inner)
    inner += 1
    inner *= 0.5 * x
    return inner


def _log_softmax(x: Floats) -> Floats:
    x = x - x.max(-1, keepdims=True)
    return np.asarray(x - np.log(np.exp(x).sum(-1, keepdims=True)), np.float32)
