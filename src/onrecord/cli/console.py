"""What the user sees: progress and tables on standard error and output, or JSON, or nothing."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from onrecord.protocols import Tick
from onrecord.records import Problem, Record

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


@contextmanager
def progress(quiet: bool) -> Iterator[Tick]:
    """A line a stage with its count while work goes on; silent when `quiet` or when nobody watches."""
    if quiet or not err.is_terminal:
        yield lambda stage, done: None
        return
    columns = SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}")
    with Progress(*columns, TimeElapsedColumn(), console=err, transient=True) as shown:
        tasks = {}

        def tick(stage: str, done: int) -> None:
            if stage not in tasks:
                tasks[stage] = shown.add_task(stage, total=None)
            shown.update(tasks[stage], completed=done)

        yield tick


def emit(value: Any) -> None:
    """One JSON object on one line of standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, sort_keys=False) + "\n")


def write(record: Record) -> None:
    """One record as JSON on one line of standard output, its keys in their order."""
    sys.stdout.write(msgspec.json.encode(record).decode() + "\n")


def figures(rows: Sequence[tuple[str, str]]) -> None:
    """A small table of names and figures."""
    table = Table(show_header=False, box=None, padding=(0, 2))
    table.add_column(style="dim")
    table.add_column(justify="right", style="bold")
    for name, value in rows:
        table.add_row(name, value)
    out.print(table)


def complain(problems: Sequence[Problem], limit: int = 12) -> None:
    """List what went wrong with the data on standard error, the first few in full."""
    for problem in problems[:limit]:
        err.print(Text.assemble(("! ", "yellow"), f"{problem.subject} ({problem.stage}): {problem.message}"))
    if len(problems) > limit:
        err.print(f"  and {len(problems) - limit} more problems; --json lists them all.")
