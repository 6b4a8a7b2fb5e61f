"""Sentences whose words stay true while what stands behind or beside them does not: evidence, claims, tags, places."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from evals.mutations.forge import Case, Data, Mutant, at, part, plain, swap

from onrecord.briefing.draft import Draft, Standing, finish
from onrecord.briefing.house import dated
from onrecord.briefing.lexicon import lines
from onrecord.briefing.pen import Pen
from onrecord.records import Evidence, Sentence, Span, Status, VerdictKind

Path = tuple[str | int, ...]
Tags = ("status", "verdicts", "numbers", "origins", "outlets", "note")


def mutants(case: Case) -> Iterator[Mutant]:
    """All of them."""
    data = case.data()
    for i, section in enumerate(case.briefing.sections):
        for n, sentence in enumerate(section.sentences):
            path: Path = ("sections", i, "sentences", n)
            yield from _evidence(path, sentence, case)
            yield from _claims(path, sentence, case)
            yield from _tags(path, at(data, path))
            yield from _figures(path, at(data, path))
            yield from _moved(path, sentence, section.name, case)
    yield from _pasted(case)


def _evidence(path: Path, sentence: Sentence, case: Case) -> Iterator[Mutant]:
    """Evidence altered, dropped, borrowed, or moved to another document."""
    first, here = sentence.evidence[0], (*path, "evidence", 0)
    for key in ("quote", "prefix", "suffix"):
        old = getattr(first, key)
        yield swap(f"evidence {key} altered", sentence.text, (*here, key), old, f"{old} not", sealed=True)
        if len(old.split()) > 2:
            yield swap(f"evidence {key} cut", sentence.text, (*here, key), old, " ".join(old.split()[1:]), sealed=True)
    source = next(s.id for s in case.story.sources if s.id != first.source)
    yield swap("evidence source", sentence.text, (*here, "source"), first.source, source)
    for start, end in ((0, -3), (2, 0), (0, 9), (-5, 0)):
        span = Span(start=max(0, first.span.start + start), end=max(1, first.span.end + end))
        text = case.shelf.documents[first.document].text
        taken = Evidence.take(first.document, text, span, first.source)
        yield _put("evidence span moved", sentence, path, "evidence", [taken, *sentence.evidence[1:]])
    document = next((d for d in case.view.documents if d.id not in {e.document for e in sentence.evidence}), None)
    if document is not None:
        span = Span(start=0, end=min(len(document.text), 60))
        taken = Evidence.take(document.id, document.text, span, document.source)
        yield _put("citation moved", sentence, path, "evidence", [taken, *sentence.evidence[1:]])
        yield _put("citation added", sentence, path, "evidence", [*sentence.evidence, taken])
    for other in case.view.documents:
        found = other.text.find(first.quote) if other.id != first.document else -1
        if found >= 0:
            span = Span(start=found, end=found + len(first.quote))
            taken = Evidence.take(other.id, other.text, span, other.source)
            rest = [e for e in sentence.evidence if e.document != other.id][1:]
            yield _put("citation moved to the same words", sentence, path, "evidence", [taken, *rest])
    if len(sentence.evidence) > 1:
        yield _put("citation dropped", sentence, path, "evidence", list(sentence.evidence[1:]))
        yield _put("citation dropped", sentence, path, "evidence", list(sentence.evidence[:-1]))
        yield _put("citations reordered", sentence, path, "evidence", list(reversed(sentence.evidence)))


def _put(kind: str, sentence: Sentence, path: Path, key: str, value: Any) -> Mutant:
    made = msgspec.to_builtins(value)
    return swap(kind, sentence.text, (*path, key), getattr(sentence, key), made, sealed=True)


def _claims(path: Path, sentence: Sentence, case: Case) -> Iterator[Mutant]:
    """Claims dropped, added, exchanged or reordered, the evidence following them or not."""
    lead = case.shelf.claims[sentence.claims[0]]
    near = [c for c in case.view.claims if c.document == lead.document and c.id not in sentence.claims]
    far = [c for c in case.view.claims if c.document != lead.document and c.id not in sentence.claims]
    for other in (*near[:2], *far[:1]):
        span = case.shelf.evidence(other, other.proposition)
        yield _put("claim exchanged", sentence, path, "claims", [other.id, *sentence.claims[1:]])
        yield _put("claim added", sentence, path, "claims", [*sentence.claims, other.id])
        both = _both(path, [other.id, *sentence.claims[1:]], [span, *sentence.evidence[1:]])
        yield Mutant(
            "claim and citation exchanged", "sentence", sentence.text, case.shelf.words(other, other.proposition), both
        )
        both = _both(path, [*sentence.claims, other.id], [*sentence.evidence, span])
        yield Mutant(
            "claim and citation added", "sentence", sentence.text, case.shelf.words(other, other.proposition), both
        )
    yield _put("claim unknown", sentence, path, "claims", ["c-00000000000000000000", *sentence.claims[1:]])
    if len(sentence.claims) > 1:
        yield _put("claim dropped", sentence, path, "claims", list(sentence.claims[1:]))
        yield _put("claim dropped", sentence, path, "claims", list(sentence.claims[:-1]))
        yield _put("claims reordered", sentence, path, "claims", list(reversed(sentence.claims)))


def _both(path: Path, claims: list[str], evidence: list[Evidence]) -> Callable[[Data], None]:
    def change(data: Data) -> None:
        at(data, path).update(claims=claims, evidence=msgspec.to_builtins(evidence))

    return change


def _tags(path: Path, sentence: Data) -> Iterator[Mutant]:
    """Status, verdict, note and counts: each alone, and together as a liar would set them."""
    for status in Status:
        yield swap("status", sentence["text"], (*path, "status"), sentence["status"], status.value)
    for kind in VerdictKind:
        yield swap("verdict", sentence["text"], (*path, "verdicts"), sentence["verdicts"], [kind.value])
        yield swap(
            "verdict added",
            sentence["text"],
            (*path, "verdicts"),
            sentence["verdicts"],
            [*sentence["verdicts"], kind.value],
        )
    yield swap("verdict dropped", sentence["text"], (*path, "verdicts"), sentence["verdicts"], [])
    for note in ("2 origins, both sides", "2 origins", "1 origin, 9 outlets", "confirmed", ""):
        yield swap("note", sentence["text"], (*path, "note"), sentence["note"], note)
    for key in ("origins", "outlets"):
        yield swap(key, sentence["text"], (*path, key), sentence[key], sentence[key] + 1)
    risen = {"status": "established", "verdicts": ["agree"], "origins": 2, "note": "2 origins, both sides"}
    yield Mutant("standing raised", "sentence", sentence["text"], str(risen), lambda data: at(data, path).update(risen))


def _figures(path: Path, sentence: Data) -> Iterator[Mutant]:
    """Locked figures altered, dropped or added."""
    text, figures = sentence["text"], sentence["numbers"]
    for n, figure in enumerate(figures):
        for key, other in (
            ("value", figure["value"] + 1),
            ("measure", "captured"),
            ("operator", "at_least"),
            ("object", "hospital"),
        ):
            yield swap(f"locked {key}", text, (*path, "numbers", n, key), figure.get(key), other)
        yield swap("locked figure dropped", text, (*path, "numbers"), figures, figures[:n] + figures[n + 1 :])
    if figures:
        yield swap("locked figures emptied", text, (*path, "numbers"), figures, [])
    for word in re.findall(r"\b\d+\b", text)[:2]:
        made = {"text": word, "value": int(word), "measure": "killed", "operator": "exact", "object": "person"}
        yield swap("locked figure added", text, (*path, "numbers"), figures, [*figures, made])


def _moved(path: Path, sentence: Sentence, home: str, case: Case) -> Iterator[Mutant]:
    """The sentence under another event, in another section, or twice."""
    told = [s for section in case.briefing.sections for s in section.sentences]
    for event in dict.fromkeys(s.event for s in told if s.event != sentence.event):
        yield swap("event", sentence.text, (*path, "event"), sentence.event, event, sealed=True)
    held = {section.name: section.sentences for section in case.briefing.sections}
    for name in lines().sections:
        if name == home:
            continue
        events = list(dict.fromkeys(s.event for s in held.get(name, ()))) or [sentence.event]
        for event in (sentence.event, events[0]):
            for honest in (False, True):
                kind = f"moved from {home} to {name}{', tags to fit' if honest else ''}"
                where = "event kept" if event == sentence.event else "event changed"
                change = _move(path, name, event, honest, case)
                yield Mutant(kind, where, sentence.text, name, change)
        yield Mutant("told twice", name, sentence.text, "again", _again(path, name, events[0]))
    if "said" in sentence.text and home != "background":
        yield Mutant(
            "moved to background, dated", "sentence", sentence.text, "background", _dated(path, sentence, case)
        )


def _move(path: Path, name: str, event: str | None, honest: bool, case: Case) -> Callable[[Data], None]:
    def change(data: Data) -> None:
        sentence = at(data, path[:-1]).pop(path[-1])
        target = part(data, name)
        sentence["event"] = event
        if honest:
            _fit(sentence, name)
        target["sentences"].append(sentence)

    return change


def _fit(sentence: Data, section: str) -> None:
    """The status that a section asks for."""
    wanted = {"established": "established", "background": "background", "conflicts": "disputed"}.get(
        section, "reported"
    )
    sentence["status"] = wanted
    if section == "conflicts":
        sentence["verdicts"] = ["conflict"]


def _again(path: Path, name: str, event: str | None) -> Callable[[Data], None]:
    def change(data: Data) -> None:
        told = {**at(data, path), "event": event}
        part(data, name)["sentences"].append(told)

    return change


def _dated(path: Path, sentence: Sentence, case: Case) -> Callable[[Data], None]:
    """A report of today told as background, with the date that background wants."""
    claim = case.shelf.claims[sentence.claims[0]]
    on = dated(case.shelf.published(claim).astimezone(case.story.zone).date(), case.briefing.day.year)

    def change(data: Data) -> None:
        found = at(data, path[:-1]).pop(path[-1])
        found["text"] = re.sub(r" said((?: on| in) [^.]*?)?( that |\.$)", rf" said\1 on {on}\2", found["text"], count=1)
        found["status"] = "background"
        part(data, "background")["sentences"].append(found)

    return change


def _pasted(case: Case) -> Iterator[Mutant]:
    """Sentences of another day's briefing."""
    for other in case.others:
        for section in other["sections"]:
            for sentence in section["sentences"]:
                name = section["name"]
                yield Mutant("pasted from another day", name, "", sentence["text"], _paste(name, sentence))


def _paste(name: str, sentence: Data) -> Callable[[Data], None]:
    return lambda data: part(data, name)["sentences"].append(dict(sentence))


def made(draft: Draft, text: str, event: str, section: str, case: Case) -> Data | None:
    """A forged sentence with the tags that an honest writer would give it."""
    pen = Pen(case.shelf)
    written = Draft(draft.form, draft.claims, draft.spans, lambda _: text, draft.carried, draft.figures)
    sentence = finish(written, pen, Standing(event, section))
    return plain(sentence) if sentence else None
