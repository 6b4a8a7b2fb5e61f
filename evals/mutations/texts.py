"""Every printed string of a briefing, each with the forgeries that `words` makes of it."""

from collections.abc import Iterator

from evals.mutations.forge import Case, Data, Mutant, at, swap
from evals.mutations.words import SPELLED, Lexicon, Variant, forged

Path = tuple[str | int, ...]


def printed(data: Data) -> Iterator[tuple[str, Path]]:
    """What prints text outside the sentences: where it is, in words, and as a path."""
    yield from (("headline", ("headline",)), ("standfirst", ("standfirst",)), ("title of the story", ("story",)))
    yield from (("gaps", ("gaps", i)) for i in range(len(data["gaps"])))
    for i, section in enumerate(data["sections"]):
        here: Path = ("sections", i)
        yield "section title", (*here, "title")
        yield from (("section note", (*here, "notes", n)) for n in range(len(section["notes"])))
        yield from _boxes(section, here)
    for i in range(len(data["sources"])):
        yield "source line", ("sources", i, "name")
    for i in range(len(data["citations"])):
        yield from (("citation", ("citations", i, key)) for key in ("title", "name", "address"))


def _boxes(section: Data, here: Path) -> Iterator[tuple[str, Path]]:
    for t, table in enumerate(section["tables"]):
        yield from (("table", (*here, "tables", t, key)) for key in ("caption", "note"))
        yield from (("table head", (*here, "tables", t, "head", h)) for h in range(len(table["head"])))
        for y, row in enumerate(table["rows"]):
            for x in range(len(row)):
                name = "row label" if x == 0 else "cell"
                yield from ((name, (*here, "tables", t, "rows", y, x, key)) for key in ("text", "note"))
    for c, chart in enumerate(section["charts"]):
        yield from (("chart", (*here, "charts", c, key)) for key in ("caption", "note"))
        yield from (("bar", (*here, "charts", c, "bars", b, "label")) for b in range(len(chart["bars"])))


def mutants(case: Case, lex: Lexicon) -> Iterator[Mutant]:
    """Forgeries of sentences, and of all that is printed round them."""
    data = case.data()
    told = [s["text"] for section in data["sections"] for s in section["sentences"]]
    for i, section in enumerate(data["sections"]):
        for n, sentence in enumerate(section["sentences"]):
            others = tuple(t for t in told[n + 1 : n + 3] or told[:2] if t != sentence["text"])
            for variant in forged(sentence["text"], lex, others):
                yield from _sentence(("sections", i, "sentences", n), sentence, variant)
    for where, path in printed(data):
        text = at(data, path)
        for variant in forged(text, lex) if text else ():
            yield swap(f"{where}: {variant.kind}", where, path, text, variant.text)


def _sentence(path: Path, sentence: Data, variant: Variant) -> Iterator[Mutant]:
    """The forgery alone and, where a number was locked, with the lock forged as well."""
    yield swap(variant.kind, "sentence", (*path, "text"), sentence["text"], variant.text)
    figures = sentence["numbers"]
    locked = [f for f in figures if f["text"].lower() == variant.old.lower()] if variant.old else []
    if variant.kind == "number" and locked:
        value = SPELLED.index(variant.new.lower()) if variant.new.lower() in SPELLED else variant.new.replace(",", "")

        def change(data: Data) -> None:
            here = at(data, path)
            here["text"] = variant.text
            for figure in here["numbers"]:
                if figure["text"].lower() == variant.old.lower():
                    figure["text"], figure["value"] = variant.new, float(value) if "." in str(value) else int(value)

        yield Mutant("number, with its lock", "sentence", sentence["text"], variant.text, change)
