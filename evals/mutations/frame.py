"""What stands round the text: day, headline and leads, counts, sources, gaps, citations, order, notes, sections."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from evals.mutations.forge import Case, Data, Mutant, put, swap, without


def mutants(case: Case) -> Iterator[Mutant]:
    """All of them."""
    data = case.data()
    yield from _day(data)
    yield from _headline(data)
    yield from (swap(f"count of {k}", "counts", ("counts", k), v, v + 1) for k, v in data["counts"].items())
    yield from (swap(f"count of {k}", "counts", ("counts", k), v, v * 10 + 1) for k, v in data["counts"].items())
    yield from _sources(data)
    yield from _citations(data)
    yield from _lists(data)
    yield from _order(data)
    yield from _sections(data)


def _day(data: Data) -> Iterator[Mutant]:
    day, cutoff = datetime.fromisoformat(data["day"]), datetime.fromisoformat(data["cutoff"])
    for step in (-1, 1):
        yield swap("day", "day", ("day",), data["day"], (day + timedelta(days=step)).date().isoformat())
        yield swap("day number", "number", ("number",), data["number"], data["number"] + step)
        yield swap("cutoff", "cutoff", ("cutoff",), data["cutoff"], (cutoff + timedelta(hours=step)).isoformat())
    other = cutoff.astimezone().astimezone(tz=(cutoff + timedelta()).tzinfo)
    shifted = (cutoff - timedelta(hours=5)).replace(tzinfo=None).isoformat()
    offset = (cutoff.utcoffset() or timedelta()) - timedelta(hours=5)
    sign, minutes = "-" if offset < timedelta() else "+", abs(int(offset.total_seconds() // 60))
    told = f"{shifted}{sign}{minutes // 60:02}:{minutes % 60:02}"
    assert datetime.fromisoformat(told) == other
    yield swap("cutoff printed in another zone", "cutoff", ("cutoff",), data["cutoff"], told)


def _headline(data: Data) -> Iterator[Mutant]:
    body, _, end = data["headline"].rpartition(": ")
    parts = body.split("; ")
    leads = data["leads"]

    def told(kind: str, text: str, ids: list[str]) -> Mutant:
        def change(data: Data) -> None:
            data["headline"], data["leads"] = text, ids

        return Mutant(kind, "headline", data["headline"], text, change, sealed=False)

    yield told("headline says that nothing was reported", f"No report that can be told: {end}", [])
    yield told("headline of nothing", end[:1].upper() + end[1:], [])
    yield told("headline's leads dropped", data["headline"], [])
    yield told("headline's leads exchanged", data["headline"], list(reversed(leads)))
    others = [s["id"] for section in data["sections"] for s in section["sentences"] if s["id"] not in leads]
    yield told("headline on another sentence", data["headline"], [*others[:1], *leads[1:]])
    for at, part in enumerate(parts):
        who, verb, rest = part.partition(" says ")
        bare = [*parts[:at], rest[:1].upper() + rest[1:], *parts[at + 1 :]]
        if verb:
            yield told("headline without attribution", f"{'; '.join(bare)}: {end}", leads)
        words = rest.split()
        for stop in range(2, len(words)):
            short = [*parts[:at], f"{who}{verb}{' '.join(words[:stop])}", *parts[at + 1 :]]
            yield told("headline cut short", f"{'; '.join(short)}: {end}", leads)


def _sources(data: Data) -> Iterator[Mutant]:
    for i, source in enumerate(data["sources"]):
        here, name = ("sources", i), source["name"]
        yield swap("source's reports", name, (*here, "documents"), source["documents"], source["documents"] + 1)
        yield swap(
            "source's kind",
            name,
            (*here, "kind"),
            source["kind"],
            "official" if source["kind"] != "official" else "wire",
        )
        parties = {s["party"] for s in data["sources"]} - {source["party"]}
        yield from (
            swap("source's party", name, (*here, "party"), source["party"], p) for p in sorted(parties, key=str)
        )
        if source["latest"]:
            yield swap("source's latest", name, (*here, "latest"), source["latest"], _shift(source["latest"]))
            yield swap("source's latest dropped", name, (*here, "latest"), source["latest"], None)
        yield Mutant("source dropped", name, name, "", without(("sources",), i), sealed=False)
    yield swap("sources emptied", "sources", ("sources",), "", [])


def _shift(instant: str) -> str:
    return (datetime.fromisoformat(instant) + timedelta(minutes=35)).isoformat()


def _citations(data: Data) -> Iterator[Mutant]:
    for i, cited in enumerate(data["citations"]):
        other = data["citations"][i - 1]
        for key in ("document", "source", "name", "address", "title", "published"):
            if cited[key] != other[key]:
                yield swap(f"citation's {key}", cited["title"], ("citations", i, key), cited[key], other[key])
        yield swap(
            "citation's time",
            cited["title"],
            ("citations", i, "published"),
            cited["published"],
            _shift(cited["published"]),
        )
        yield Mutant("document not listed", cited["title"], "", "", without(("citations",), i), sealed=False)
    first = data["citations"][0]
    yield swap("document listed twice", first["title"], ("citations",), "", [*data["citations"], first])
    yield swap("documents emptied", "citations", ("citations",), "", [])


def _lists(data: Data) -> Iterator[Mutant]:
    yield swap("gaps emptied", "gaps", ("gaps",), data["gaps"], [])
    yield swap("gap added", "gaps", ("gaps",), data["gaps"], [*data["gaps"], "No report was checked."])
    lie = {"subject": "t-1", "stage": "check", "message": "“The enemy has surrendered.” is refused: it is too good."}
    yield swap("refusal invented", "dropped", ("dropped",), data["dropped"], [*data["dropped"], lie])


def _order(data: Data) -> Iterator[Mutant]:
    """Scores, the parties' voices and what was taken back, each made out to be more or less than it is."""
    for i, score in enumerate(data["scores"]):
        for part, points in score.items():
            if part != "event":
                yield swap(f"score's {part}", score["event"], ("scores", i, part), points, points + 1)
        yield Mutant("score dropped", score["event"], "", "", without(("scores",), i), sealed=False)
    yield swap("scores reordered", "scores", ("scores",), "", list(reversed(data["scores"])))
    for i, voice in enumerate(data["voices"]):
        for part in ("claims", "told"):
            yield swap(f"party's {part}", voice["party"], ("voices", i, part), voice[part], voice[part] + 1)
        yield Mutant("party dropped", voice["party"], "", "", without(("voices",), i), sealed=False)
    lie: Data = {
        "how": "dropped",
        "claims": [],
        "source": "x",
        "title": "x",
        "at": None,
        "words": [],
        "instead": [],
        "used": [],
    }
    yield swap("correction invented", "corrections", ("corrections",), "", [*data["corrections"], lie])
    for i, told in enumerate(data["corrections"]):
        yield Mutant("correction dropped", told["title"], "", "", without(("corrections",), i), sealed=False)
        for n, use in enumerate(told["used"]):
            path = ("corrections", i, "used", n, "day")
            yield swap("correction of another day", use["text"], path, use["day"], use["day"] - 1)


def _sections(data: Data) -> Iterator[Mutant]:
    for i, section in enumerate(data["sections"]):
        name = section["name"]
        for other in ("Established", "Reported", "Confirmed", ""):
            yield swap("section title", name, ("sections", i, "title"), section["title"], other)
        for other in ("established", "reported", "background", "conflicts"):
            yield swap("section name", name, ("sections", i, "name"), name, other)
        yield swap(
            "section note added", name, ("sections", i, "notes"), "", [*section["notes"], "Nothing else is known."]
        )
        for n, note in enumerate(section["notes"]):
            rest = section["notes"][:n] + section["notes"][n + 1 :]
            yield swap("section note dropped", name, ("sections", i, "notes"), note, rest)
        if section["notes"]:
            gone = Mutant(
                "section of notes dropped",
                name,
                " ".join(section["notes"]),
                "",
                without(("sections",), i),
            )
            yield gone
    order = list(reversed(data["sections"]))
    yield Mutant("sections reordered", "sections", "", "", put(("sections",), order))
