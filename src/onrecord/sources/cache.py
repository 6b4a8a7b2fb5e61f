"""Copies of what was fetched, on disk, so that a server need not send again what has not changed."""

import hashlib
import os
import tempfile
from datetime import datetime
from pathlib import Path

import msgspec

from onrecord.errors import FetchError
from onrecord.records import Record, digest


class Fetched(Record, frozen=True, kw_only=True):
    """An answer: the bytes (decompressed), where they came from in the end, when, and the server's word on them."""

    url: str
    data: bytes
    at: datetime
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None


class Cache:
    """One file an address in `folder`, written whole or not at all; a damaged file counts as none."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, url: str) -> Fetched | None:
        """The copy of an address."""
        try:
            kept = self._file(url).read_bytes()
        except OSError:
            return None
        head, _, body = kept.partition(b"\n")
        if head.decode("ascii", "replace") != digest(body):
            return None
        try:
            return msgspec.msgpack.decode(body, type=Fetched)
        except msgspec.DecodeError:
            return None

    def put(self, url: str, fetched: Fetched) -> None:
        """Keep a copy. Raises FetchError where the disk does not take it."""
        body = msgspec.msgpack.encode(fetched)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder, prefix=".new-")
            try:
                with open(handle, "wb") as file:
                    file.write(digest(body).encode() + b"\n" + body)
                os.replace(name, self._file(url))
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
        except OSError as error:
            message = f"no copy can be kept in {self.folder} ({error.strerror}): make room there, or make it writable."
            raise FetchError(message) from error

    def _file(self, url: str) -> Path:
        return self.folder / hashlib.sha256(url.encode("utf-8", "replace")).hexdigest()


class Kept:
    """Answers from copies alone: what `collect` is given on a run that opens no connection."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def __call__(self, url: str) -> Fetched:
        """The copy of an address. Raises FetchError where there is none."""
        kept = self._cache.get(url)
        if kept is None:
            raise FetchError("was not opened, since this run opens no connection, and no earlier copy is kept.")
        return kept
