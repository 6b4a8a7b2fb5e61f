"""Viterbi finds the best allowed path, for each window alone."""

from itertools import pairwise

import numpy as np

from onrecord.claims.attribution import attributions
from onrecord.claims.decode import viterbi
from onrecord.claims.encoder import encoder

NEVER = -10_000.0


def chain() -> tuple[np.ndarray, np.ndarray]:
    """Inside follows only begin or inside of its own role, and begins nothing."""
    transitions, start = np.zeros((7, 7), np.float32), np.zeros(7, np.float32)
    for tag in (2, 4, 6):
        start[tag] = NEVER
        transitions[[t for t in range(7) if t not in (tag, tag - 1)], tag] = NEVER
    return transitions, start


def test_a_forbidden_step_is_never_taken() -> None:
    scores = np.full((3, 7), -5, np.float32)
    scores[0, 0] = scores[1, 6] = scores[2, 6] = 0
    (path,) = viterbi([scores], *chain())
    assert path.tolist() in ([5, 6, 6], [0, 5, 6])


def test_the_best_path_is_the_best_of_all() -> None:
    rng = np.random.default_rng(7)
    transitions, start = chain()
    scores = rng.normal(size=(4, 7)).astype(np.float32)
    (path,) = viterbi([scores], transitions, start)

    def worth(steps: tuple[int, ...]) -> float:
        moves = sum(transitions[a, b] for a, b in pairwise(steps))
        return float(start[steps[0]] + moves + sum(scores[i, t] for i, t in enumerate(steps)))

    best = max(np.ndindex(7, 7, 7, 7), key=worth)
    assert abs(worth(tuple(path.tolist())) - worth(best)) < 1e-4


def test_windows_do_not_influence_each_other() -> None:
    rng = np.random.default_rng(1)
    rows = [rng.normal(size=(n, 7)).astype(np.float32) for n in (5, 9, 2)]
    together = viterbi(rows, *chain())
    assert all(np.array_equal(path, viterbi([row], *chain())[0]) for path, row in zip(together, rows, strict=True))


def test_a_speaker_serves_two_cues() -> None:
    text = "The strike killed nine people, the mayor said, adding that three of them were children."
    found = list(attributions(text, encoder()))
    assert [a.cue and a.cue.of(text) for a in found] == ["said", "adding"]
    assert {a.speaker and a.speaker.of(text) for a in found} == {"the mayor"}


def test_words_are_whole() -> None:
    text = "Zhovtivsk's subprefect Dzmitryieu said Brzezinka-Nowogrodziec was quiet."
    for found in attributions(text, encoder()):
        for span in (found.speaker, found.cue, *found.content):
            assert span is None or not (text[span.start - 1 : span.start + 1].isalnum() and span.start)
