"""Processor seconds and memory of this process, measured alike for ours and for others."""

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def measured(read: Callable[[list[str]], object], texts: list[str], ready: float) -> dict[str, Any]:
    """What reading the texts took, after the `ready` seconds that loading had taken; the peak so far, in MB."""
    start = time.process_time()
    read(texts)
    return {"ready": ready, "seconds": time.process_time() - start, "peak": peak()}


def peak() -> float:
    """Peak memory of this process alone: Linux's `ru_maxrss` would count what its parent had."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="ascii", errors="replace").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / 1024**2 if sys.platform == "darwin" else used / 1024
