"""The original bytes, kept beside the ledger under the name of their digest."""

import os
import re
import tempfile
from pathlib import Path

from onrecord.errors import LedgerError
from onrecord.records import digest

NAME = re.compile(r"[0-9a-f]{64}")


class Vault:
    """A folder of files named by the SHA-256 of their bytes, in 256 shards. A file is whole or not there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, raw: bytes) -> str:
        """Keep bytes, once, and return their name. Raises LedgerError if the disk is full or not writable."""
        name = digest(raw)
        path = self._path(name)
        try:
            if not path.is_file() or path.stat().st_size != len(raw):
                path.parent.mkdir(parents=True, exist_ok=True)
                _write(path, raw)
        except OSError as fault:
            raise LedgerError(f"{path.parent}: original bytes cannot be kept here: {fault.strerror}.") from fault
        return name

    def get(self, name: str) -> bytes:
        """The bytes under a name. Raises LedgerError if they are missing or are not what was kept."""
        path = self._path(name)
        try:
            raw = path.read_bytes()
        except OSError as fault:
            raise LedgerError(f"{path}: original bytes cannot be read: {fault.strerror}.") from fault
        if digest(raw) != name:
            raise LedgerError(f"{path}: the original bytes are damaged. Delete the file and collect again.")
        return raw

    def _path(self, name: str) -> Path:
        if not NAME.fullmatch(name):
            raise LedgerError(f"{name!r} is not the name of kept bytes, which is 64 hexadecimal digits.")
        return self.folder / name[:2] / name


def _write(path: Path, raw: bytes) -> None:
    """Write beside `path`, then move into place, so that a kill leaves no half file under the name."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        try:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
            os.replace(file.name, path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
