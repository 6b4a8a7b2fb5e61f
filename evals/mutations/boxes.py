"""Tables and charts: a side dropped, cells and bars exchanged, notes that no longer follow."""

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

from evals.mutations.forge import Case, Data, Mutant, at, swap, without

Path = tuple[str | int, ...]


def mutants(case: Case) -> Iterator[Mutant]:
    """All of them."""
    data = case.data()
    for i, section in enumerate(data["sections"]):
        for t, table in enumerate(section["tables"]):
            yield from _table(("sections", i, "tables", t), table, data)
        for c, chart in enumerate(section["charts"]):
            yield from _chart(("sections", i, "charts", c), chart)
        for kind in ("tables", "charts"):
            for b, box in enumerate(section[kind]):
                yield from _moved(("sections", i, kind, b), box, data)


def _apply(kind: str, path: Path, box: Data, after: str, change: Callable[[Data], Any], sealed: bool = True) -> Mutant:
    return Mutant(kind, box["caption"], "", after, lambda data: change(at(data, path)), sealed)


def _table(path: Path, table: Data, data: Data) -> Iterator[Mutant]:
    width = len(table["head"])
    for left, right in combinations(range(1, width), 2):
        yield _apply("table heads exchanged", path, table, f"{left} {right}", _exchange(left, right, "head"))
        for key in ("text", "note", "evidence"):
            yield _apply(f"table cells' {key} exchanged", path, table, f"{left} {right}", _cells(left, right, key))
        yield _apply(
            "table cells exchanged", path, table, f"{left} {right}", _cells(left, right, *("text", "note", "evidence"))
        )
    for x in range(1, width):
        yield _apply("side dropped from a table", path, table, table["head"][x], _column(x))
        for y, row in enumerate(table["rows"]):
            blank = {"text": "–", "note": "", "evidence": []}
            yield swap("cell blanked", table["caption"], (*path, "rows", y, x), row[x]["text"], blank, sealed=True)
            yield swap(
                "cell without evidence", table["caption"], (*path, "rows", y, x, "evidence"), "", [], sealed=True
            )
            yield swap("cell without time", table["caption"], (*path, "rows", y, x, "note"), row[x]["note"], "")
            other = f"{row[x]['text']} / 99"
            yield swap(
                "cell with a second figure", table["caption"], (*path, "rows", y, x, "text"), row[x]["text"], other
            )
    for y in range(len(table["rows"])):
        yield _apply("row dropped from a table", path, table, str(y), without(("rows",), y))
        yield _apply("row told twice", path, table, str(y), _again(y))
    first = table["note"].split(". ")[0].rstrip(".") + "."
    yield swap("table note cut", table["caption"], (*path, "note"), table["note"], first)
    yield swap("table note dropped", table["caption"], (*path, "note"), table["note"], "")
    yield swap("table note altered", table["caption"], (*path, "note"), table["note"], "The accounts agree.")


def _exchange(left: int, right: int, key: str) -> Callable[[Data], None]:
    def change(box: Data) -> None:
        row = box[key]
        row[left], row[right] = row[right], row[left]

    return change


def _cells(left: int, right: int, *keys: str) -> Callable[[Data], None]:
    def change(box: Data) -> None:
        for row in box["rows"]:
            for key in keys:
                row[left][key], row[right][key] = row[right][key], row[left][key]

    return change


def _column(x: int) -> Callable[[Data], None]:
    def change(box: Data) -> None:
        for row in (box["head"], *box["rows"]):
            row.pop(x)

    return change


def _again(y: int) -> Callable[[Data], None]:
    return lambda box: box["rows"].append(box["rows"][y])


def _chart(path: Path, chart: Data) -> Iterator[Mutant]:
    bars = chart["bars"]
    for left, right in combinations(range(len(bars)), 2):
        for key in ("label", "value", "evidence"):
            yield _apply(f"bars' {key} exchanged", path, chart, f"{left} {right}", _bars(left, right, key))
    for n, bar in enumerate(bars):
        yield swap("bar value", chart["caption"], (*path, "bars", n, "value"), bar["value"], bar["value"] + 1)
        yield _apply("bar value, note to fit", path, chart, bar["label"], _grown(n))
        yield _apply("bar dropped", path, chart, bar["label"], without(("bars",), n))
        yield _apply("bar dropped, note to fit", path, chart, bar["label"], _fewer(n))
        yield _apply("bar told twice", path, chart, bar["label"], _twice(n))
        for label in ("still in the air", "launched", "hit", "destroyed"):
            yield swap("bar label", chart["caption"], (*path, "bars", n, "label"), bar["label"], label)
    yield swap("chart total", chart["caption"], (*path, "total"), chart["total"], (chart["total"] or 0) + 1)
    yield swap("chart total dropped", chart["caption"], (*path, "total"), chart["total"], None)
    yield _apply("chart total, note to fit", path, chart, "+3", _larger)
    for note in ("The account adds up.", "", chart["note"].replace("adds up", "does not add up"), "It adds up."):
        yield swap("chart note", chart["caption"], (*path, "note"), chart["note"], note)


def _bars(left: int, right: int, key: str) -> Callable[[Data], None]:
    def change(box: Data) -> None:
        a, b = box["bars"][left], box["bars"][right]
        a[key], b[key] = b[key], a[key]

    return change


def _grown(n: int) -> Callable[[Data], None]:
    def change(box: Data) -> None:
        box["bars"][n]["value"] += 1
        _sum(box)

    return change


def _fewer(n: int) -> Callable[[Data], None]:
    def change(box: Data) -> None:
        box["bars"].pop(n)
        _sum(box)

    return change


def _twice(n: int) -> Callable[[Data], None]:
    def change(box: Data) -> None:
        box["bars"].append(box["bars"][n])
        _sum(box)

    return change


def _larger(box: Data) -> None:
    old = box["total"] or 0
    box["total"] = old + 3
    box["caption"] = box["caption"].replace(f"{old:,}", f"{old + 3:,}")
    _sum(box)


def _sum(box: Data) -> None:
    """The note that follows from the forged bars."""
    parts, told, whole = [b["value"] for b in box["bars"]], sum(b["value"] for b in box["bars"]), box["total"] or 0
    said = " + ".join(f"{p:,}" for p in parts)
    if told == whole:
        box["note"] = f"{said} = {whole:,}: the account adds up."
    elif told < whole:
        box["note"] = f"{said} = {told:,} of {whole:,}: {whole - told:,} not accounted for."
    else:
        box["note"] = f"{said} = {told:,}, more than the {whole:,} named as the whole: the account does not add up."


def _moved(path: Path, box: Data, data: Data) -> Iterator[Mutant]:
    """The box under another event, in another section, twice, or gone."""
    kind = str(path[2])[:-1]
    here = data["sections"][path[1]]
    for event in dict.fromkeys(s["event"] for s in here["sentences"] if s["event"] != box["event"]):
        yield swap(f"{kind} under another event", box["caption"], (*path, "event"), box["event"], event)
    for i, section in enumerate(data["sections"]):
        events = dict.fromkeys(s["event"] for s in section["sentences"])
        if i != path[1] and events:
            yield Mutant(
                f"{kind} moved", box["caption"], here["name"], section["name"], _carry(path, i, next(iter(events)))
            )
    yield Mutant(
        f"{kind} told twice", box["caption"], "", "again", lambda data: at(data, path[:-1]).append(at(data, path))
    )
    yield Mutant(f"{kind} dropped", box["caption"], "", "gone", lambda data: at(data, path[:-1]).pop(path[-1]))


def _carry(path: Path, to: int, event: str) -> Callable[[Data], None]:
    def change(data: Data) -> None:
        box = at(data, path[:-1]).pop(path[-1])
        box["event"] = event
        data["sections"][to][path[2]].append(box)

    return change
