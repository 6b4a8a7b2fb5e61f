"""`python -m bench.older`: whether a processor without AVX-512 and VNNI reads the same, to the last bit.

The encoder scores windows of evals/passages here, and once more under `qemu-x86_64` (Debian: qemu-user) as a processor
of 2013, whose kernels are others. Emulation takes about five seconds a window. Exit code 1 where a window differs.
"""

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
from itertools import islice

from evals.passages.gold import FOLDERS, passages

from onrecord.claims.encoder import encoder
from onrecord.claims.windows import windows

OLDER = "Haswell"


def scores(count: int) -> list[str]:
    """A digest of what the encoder makes of each of the first windows of the passages."""
    eye = encoder()
    cut = (
        w
        for p in passages(FOLDERS[0])
        for w in windows(p.document.text, eye.tokenizer, eye.card.window, eye.card.longest)
    )
    return [hashlib.sha256(eye(window).tobytes()).hexdigest()[:16] for window in islice(cut, count)]


def emulated(qemu: str, count: int) -> list[str]:
    """The same on the older processor."""
    command = [qemu, "-cpu", OLDER, sys.executable, "-m", "bench.older", "--windows", str(count), "--inside"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    found: list[str] = json.loads(done.stdout)
    return found


def main() -> None:
    """Print how many windows differ."""
    parser = argparse.ArgumentParser(prog="python -m bench.older", description=__doc__)
    parser.add_argument("--windows", type=int, default=24)
    parser.add_argument("--qemu", default=shutil.which("qemu-x86_64") or shutil.which("qemu-x86_64-static"))
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        sys.stdout.write(json.dumps(scores(options.windows)))
        return
    if not options.qemu:
        sys.exit("qemu-x86_64 is not here: install qemu-user, or say where it lies with --qemu.")
    here, there = scores(options.windows), emulated(options.qemu, options.windows)
    different = sum(a != b for a, b in zip(here, there, strict=True))
    print(f"{different} of {len(here)} windows differ on a {OLDER}")
    sys.exit(different > 0)


if __name__ == "__main__":
    main()
