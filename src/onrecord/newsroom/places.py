"""STORY/places/*.csv <-> sites: an editor's own places beside story.toml, and those that were imported."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from onrecord.errors import StoryError
from onrecord.records import Extent, Site

FOLDER = "places"
COLUMNS = ("name", "aliases", "lat", "lon", "country", "region", "precision", "wins", "people")
"""Of a file of places. Only `name` must be there; aliases are split by |."""
TRUTH = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


def sites(folder: Path) -> tuple[Site, ...]:
    """The places of all files of a story's folder, in the order of their names. Raises StoryError."""
    return tuple(site for path in sorted((folder / FOLDER).glob("*.csv")) for site in read(path))


def read(path: Path) -> Iterator[Site]:
    """The places of one CSV file. Raises StoryError that names file and line."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file, restkey="")
            _head(path, tuple(rows.fieldnames or ()))
            for row in rows:
                try:
                    yield _site(row)
                except (ValueError, msgspec.ValidationError) as fault:
                    raise StoryError(f"{path}, line {rows.line_num}: {fault}.") from None
    except (OSError, UnicodeDecodeError, csv.Error) as fault:
        raise StoryError(f"{path}: cannot be read as CSV in UTF-8 ({fault}).") from None


def write(path: Path, found: Iterable[Site]) -> int:
    """Write places as CSV; how many. A file of that name is replaced when the last place is known to be sound."""
    made = list(found)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    with part.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        table.writeheader()
        table.writerows(map(_row, made))
    part.replace(path)
    return len(made)


def _head(path: Path, columns: tuple[str, ...]) -> None:
    known = f"a file of places has {', '.join(COLUMNS)}"
    if "name" not in columns:
        raise StoryError(f"{path}, line 1: no column `name`; {known}.")
    if strange := [c for c in columns if c not in COLUMNS]:
        raise StoryError(f"{path}, line 1: unknown column `{strange[0]}`; {known}.")


def _site(row: Mapping[str, Any]) -> Site:
    """One row. Raises ValueError saying what is wrong with it."""
    cells = {k: v.strip() for k, v in row.items() if isinstance(v, str)}
    if "" in row:
        raise ValueError("more cells than the first line has columns")
    if not cells["name"]:
        raise ValueError("a place needs a name")
    lat, lon = _degrees(cells, "lat", 90), _degrees(cells, "lon", 180)
    if (lat is None) != (lon is None):
        raise ValueError("lat and lon come together or not at all")
    return Site(
        name=cells["name"],
        aliases=tuple(a.strip() for a in cells.get("aliases", "").split("|") if a.strip()),
        precision=_precision(cells.get("precision") or "settlement"),
        country=_country(cells.get("country", "")),
        region=cells.get("region") or None,
        lat=lat,
        lon=lon,
        wins=_truth(cells.get("wins") or "yes"),
        people=_number(cells.get("people") or "0"),
    )


def _degrees(cells: Mapping[str, str], name: str, most: int) -> float | None:
    if not (cell := cells.get(name)):
        return None
    try:
        value = float(cell)
    except ValueError:
        raise ValueError(f"{name} {cell!r} is no number of degrees") from None
    if not -most <= value <= most:
        raise ValueError(f"{name} {cell} is not between -{most} and {most}")
    return value


def _precision(cell: str) -> str:
    if cell not in [*Extent]:
        raise ValueError(f"precision {cell!r} is none of {', '.join(Extent)}")
    return cell


def _country(cell: str) -> str | None:
    if cell and not (len(cell) == 2 and cell.isascii() and cell.isupper()):
        raise ValueError(f"country {cell!r} is no ISO 3166-1 code of two capitals")
    return cell or None


def _truth(cell: str) -> bool:
    if cell.lower() not in TRUTH:
        raise ValueError(f"wins {cell!r} is neither yes nor no")
    return TRUTH[cell.lower()]


def _number(cell: str) -> int:
    if not cell.isdecimal():
        raise ValueError(f"people {cell!r} is no whole number")
    return int(cell)


def _row(site: Site) -> dict[str, Any]:
    row = {name: getattr(site, name) for name in COLUMNS}
    return {**row, "aliases": "|".join(site.aliases), "wins": "yes" if site.wins else "no", "people": site.people or ""}
