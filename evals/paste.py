"""Write a run of the evals between the marks of the pages that show it, with its date and its machine."""

import os
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from evals.beside.score import Group
from evals.compare import measured

PAGE = "docs/explanation/measurements.md"
SHORT = (
    "PolNeAR dev, linked F1",
    "own passages, linked F1",
    "golden expressions: all",
    "LGL, found and placed F1",
    "GeoVirus, found and placed F1",
    "own passages, value",
    "own passages, value and what is counted",
    "example story, words a CPU-second",
    "peak memory, MB",
)
"""The measures that the README shows."""


def paste(printed: str, root: Path) -> None:
    """The whole into the page of measurements, the short table into the README of `root`."""
    dated = f"{date.today():%-d %B %Y}, {machine()}:"
    _between(root / PAGE, "evals", f"{dated}\n\n```text\n{printed.strip()}\n```")
    _between(root / "README.md", "peers", f"{dated}\n\n{short(measured())}")


def _between(path: Path, name: str, made: str) -> None:
    """Put `made` between the two lines that mark `name`. Raises ValueError where the page has none."""
    page = path.read_text(encoding="utf-8")
    marks = re.compile(rf"(^<!-- {name}: pasted [^\n]*-->$).*?(^<!-- {name}: end -->$)", re.MULTILINE | re.DOTALL)
    new, found = marks.subn(lambda m: f"{m[1]}\n\n{made}\n\n{m[2]}", page)
    if found != 1:
        raise ValueError(f"{path.name} has no lines that mark {name!r}")
    path.write_text(new, encoding="utf-8")


def machine() -> str:
    """What the figures were measured on, in words."""
    info = Path("/proc/cpuinfo")
    flags = info.read_text(encoding="utf-8") if info.exists() else ""
    vnni = " with VNNI" if "avx512_vnni" in flags or "avx_vnni" in flags else " without VNNI" if flags else ""
    return f"one thread, {os.cpu_count()} cores{vnni}"


def short(groups: Iterable[Group]) -> str:
    """A Markdown table of the measures that tell most, each with the peers that were asked it."""
    rows = ["| measure | cases | ours | peers |", "|---|---|---|---|"]
    for group in groups:
        for score in group.scores:
            if score.measure in SHORT:
                cases, ours, *theirs = score.cells()
                asked = [f"{name} {cell}" for name, cell in zip(group.peers, theirs, strict=True) if cell]
                unit = f" {group.unit}" if cases and group.unit != "cases" else ""
                rows.append(f"| {score.measure} | {cases}{unit} | {ours} | {', '.join(asked)} |")
    return "\n".join(rows)
