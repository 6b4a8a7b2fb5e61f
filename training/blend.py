"""Weights of several courses -> their weighted mean, which reads both kinds of text nearly as well as the best of each.

After model soups (Wortsman et al., ICML 2022): nets that began from the same weights lie in one basin. The first course
taught attribution alone, so of its net only the encoder and attribution's heads count.
"""

from collections.abc import Mapping, Sequence

from torch import Tensor

State = Mapping[str, Tensor]
_TAUGHT = ("layers.", "n0.", "kind_of.", "feat.", "distance.", "pair.")
_VIEWS = ("tags", "anchor", "piece", "left", "right")


def blend(parts: Sequence[tuple[float, State]], first: tuple[float, State] | None = None) -> dict[str, Tensor]:
    """The mean of `parts` by their shares; `first`, if given, counts with its share for what it was taught."""
    found = {}
    for name in parts[0][1]:
        chosen = [*parts, *([first] if first and taught(name) else [])]
        whole = sum(share for share, _ in chosen)
        found[name] = sum((share / whole) * state[name].float() for share, state in chosen)
    return found


def taught(name: str) -> bool:
    """Whether a weight was taught in the course of attribution alone."""
    return name.startswith(_TAUGHT) or name.startswith(tuple(f"views.{view}." for view in _VIEWS))
