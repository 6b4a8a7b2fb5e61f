"""The bundled gazetteer: a folded name in, its entries out. One read-only SQLite file, built by `make gazetteer`."""

import math
import re
import sqlite3
import unicodedata
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import NamedTuple, Self

from onrecord.claims.lexicon import table
from onrecord.claims.spelling import bones, skeleton
from onrecord.errors import ModelError
from onrecord.records import Extent

SCHEMA = 3
"""Version of the file's tables; a file of another version is refused."""

KINDS = (Extent.SETTLEMENT, Extent.DISTRICT, Extent.REGION, Extent.COUNTRY, Extent.FEATURE, Extent.POINT)
"""The place a kind has here is its number in the file."""

DEGREE = 10_000
"""Coordinates are kept as integers of this part of a degree."""

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
_DROP = re.compile(r"[ʹʺ'’‘`ʼʻ.]")
_GAP = re.compile(r"[\s\-\u2010-\u2015_,()/]+")
_SHORT = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}


class Entry(NamedTuple):
    """One entry. `id` is a GeoNames id where positive. `lat` and `lon` are None where the sources do not agree.

    `region` is the first-level division's English name, `weight` the people who live there (0 unknown), and
    `bare` is True where the name that was looked up leaves the kind out ("Kursk" for Kursk Oblast).
    """

    id: int
    name: str
    kind: Extent
    country: str | None
    region: str | None
    division: int
    lat: float | None
    lon: float | None
    weight: int
    bare: bool
    other: bool = False
    """Whether the name that was looked up is not the one it is mainly known by."""


def fold(name: str) -> str:
    """A name as the gazetteer's keys have it: no case, accents or apostrophes; gaps and hyphens one space.

    >>> fold("Saint-Étienne") == fold("St. Etienne")
    True
    """
    if name.isascii() and name.isalpha():
        return _SHORT.get(low := name.lower(), low)
    plain = name.casefold().translate(_LETTERS)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c)).casefold()
    words = _GAP.sub(" ", _DROP.sub("", plain)).split()
    return " ".join(_SHORT.get(w, w) for w in words)


def distance(one: Entry, two: Entry) -> float:
    """Great-circle distance in km; infinite where either has no point."""
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return math.inf
    a, b = math.radians(one.lat), math.radians(two.lat)
    across = math.sin((b - a) / 2) ** 2
    along = math.sin(math.radians(two.lon - one.lon) / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(min(1.0, across + math.cos(a) * math.cos(b) * along)))


class Gazetteer:
    """Look-ups in the bundled file. Holds one connection and the names asked for last; nothing else in memory."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._divisions: dict[int, tuple[str, str]] = {
            int(i): (str(n), str(c)) for i, n, c in connection.execute("SELECT number, name, country FROM division")
        }
        self.demonyms: dict[str, str] = dict(connection.execute("SELECT word, country FROM demonym ORDER BY word"))
        """Demonym as printed ("Chilean") to ISO 3166-1 alpha-2."""
        self.neighbours: dict[str, frozenset[str]] = {
            str(c): frozenset(str(n).split(","))
            for c, n in connection.execute("SELECT country, others FROM neighbours")
        }
        """Country to the countries it borders."""
        self.named = lru_cache(maxsize=20_000)(self._named)
        """The entries of a folded name, heaviest first; cached."""
        self.alike = lru_cache(maxsize=20_000)(self._alike)
        """The settlements of which a folded name is another spelling, by how a country writes; cached."""
        self.begins = lru_cache(maxsize=20_000)(self._begins)
        """Whether a longer name begins with a folded name; cached."""
        self.common = lru_cache(maxsize=20_000)(self._common)
        """Whether a folded name is also an everyday English word ("reading", "march"); cached."""

    @classmethod
    def open(cls, path: Path | None = None) -> Self:
        """The bundled gazetteer, or the file at `path`. Raises ModelError where it is missing or damaged."""
        if path is None:
            with as_file(files("onrecord.data") / "gazetteer.sqlite") as bundled:
                return cls._read(bundled)
        return cls._read(path)

    @classmethod
    def _read(cls, path: Path) -> Self:
        if not path.is_file():
            raise ModelError(f"the gazetteer is missing ({path}): install onrecord again")
        try:
            connection = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version != SCHEMA:
                raise ModelError(f"the gazetteer {path} has format {version}, not {SCHEMA}: install onrecord again")
            return cls(connection)
        except sqlite3.Error as error:
            raise ModelError(f"the gazetteer {path} is damaged ({error}): install onrecord again") from error

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def region(self, division: int) -> str | None:
        """The name of a first-level division by its number."""
        return self._divisions[division][0] if division in self._divisions else None

    def regions(self, country: str) -> list[str]:
        """The names of a country's first-level divisions."""
        return [name for name, land in self._divisions.values() if land == country]

    def middles(self, country: str) -> tuple[Entry, ...]:
        """The first-level divisions of a country, as entries with their middles."""
        rows = self._db.execute(f"{_COLUMNS}, 0 FROM place p JOIN division d ON d.number = p.division "
                                "WHERE p.kind = 2 AND d.country = ? ORDER BY p.id", (country,))  # fmt: skip
        return tuple(map(self._entry, rows))

    def division(self, country: str | None, region: str | None) -> int:
        """The number of a country's first-level division by any of its names; 0 where there is none."""
        found = self.named(fold(region)) if country and region else ()
        return next((e.division for e in found if e.kind == Extent.REGION and e.country == country), 0)

    def country(self, iso: str) -> Entry | None:
        """The entry of a country by ISO 3166-1 alpha-2."""
        row = self._db.execute(f"{_COLUMNS}, 0 FROM place p WHERE kind = 3 AND country = ?", (iso,)).fetchone()
        return self._entry(row) if row else None

    def _named(self, folded: str) -> tuple[Entry, ...]:
        rows = self._db.execute(
            f"{_COLUMNS}, n.bare FROM name n JOIN place p ON p.id = n.place WHERE n.folded = ?", (folded,)
        )
        entries = sorted(map(self._entry, rows), key=lambda e: (-e.weight, e.id))
        return tuple(e._replace(other=_other(e, folded)) for e in entries)

    def _alike(self, folded: str, land: str) -> tuple[Entry, ...]:
        query = f"{_COLUMNS}, 0 FROM likeness n JOIN place p ON p.id = n.place WHERE n.skeleton = ?"
        if not (shape := skeleton(folded, land)):
            return ()
        return tuple(sorted(map(self._entry, self._db.execute(query, (shape,))), key=lambda e: (-e.weight, e.id)))

    def _begins(self, folded: str) -> bool:
        query = "SELECT 1 FROM name WHERE folded > ? AND folded < ? LIMIT 1"
        return self._db.execute(query, (f"{folded} ", f"{folded}!")).fetchone() is not None

    def _common(self, folded: str) -> bool:
        return self._db.execute("SELECT 1 FROM word WHERE folded = ?", (folded,)).fetchone() is not None

    def _entry(self, row: tuple[int, str, int, str, int, int | None, int | None, int, int]) -> Entry:
        id_, name, kind, country, division, lat, lon, weight, bare = row
        region, land = self._divisions.get(division, (None, country))
        return Entry(
            id=id_,
            name=name,
            kind=KINDS[kind],
            country=land or None,
            region=region,
            division=division,
            lat=None if lat is None else lat / DEGREE,
            lon=None if lon is None else lon / DEGREE,
            weight=weight,
            bare=bool(bare),
        )


def _other(entry: Entry, folded: str) -> bool:
    """Whether a folded name is not the main name of an entry, nor another spelling of it."""
    known = fold(entry.name)
    if known.startswith(folded):
        return False
    land = entry.country or ""
    if folded.endswith(tuple(table("places")["words"]["endings"])):
        return bones(known, land) != bones(folded, land)
    return not (shape := skeleton(known, land)) or shape != skeleton(folded, land)


_COLUMNS = "SELECT p.id, p.name, p.kind, p.country, p.division, p.lat, p.lon, p.weight"
