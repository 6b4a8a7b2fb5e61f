"""Records -> plain JSON for scripts: the contract of `--json`, in which every span brings its characters."""

from typing import Any

import msgspec

from onrecord.records import Claim, Problem, Reading


def plain(record: Any, text: str = "") -> Any:
    """Builtins of a record; each span becomes {"start", "end", "text"} with the characters of `text`."""
    return _spell(msgspec.to_builtins(record), text)


def _spell(value: Any, text: str) -> Any:
    if isinstance(value, list | tuple):
        return [_spell(item, text) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"start", "end"}:
        return {**value, "text": text[value["start"] : value["end"]]}
    return {key: _spell(item, text) for key, item in value.items()}


def reading(name: str, made: Reading) -> dict[str, Any]:
    """One document's line of `onrecord claims --json`; `name` is what the caller calls the document."""
    document = made.document
    return {
        "doc": name,
        "id": document.id,
        "source": document.source,
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
        "language": document.language,
        "text": document.text,
        "claims": [plain(claim, document.text) for claim in made.claims],
        "problems": [plain(problem) for problem in made.problems],
    }


def failure(name: str, problems: list[Problem]) -> dict[str, Any]:
    """The line of a file of which no document could be made."""
    return {"doc": name, "text": "", "claims": [], "problems": [plain(problem) for problem in problems]}


def row(claim: Claim, text: str) -> dict[str, Any]:
    """A claim as one flat row for spreadsheets: names and characters, no nesting."""
    speaker, moment = claim.speaker, claim.moment
    return {
        "claim": claim.id,
        "document": claim.document,
        "start": claim.proposition.start,
        "end": claim.proposition.end,
        "proposition": claim.proposition.of(text),
        "speaker": speaker.name if speaker else None,
        "party": speaker.party if speaker else None,
        "implicit": speaker.implicit if speaker else None,
        "stance": claim.stance.value,
        "kind": claim.kind,
        "agent": claim.agent.name if claim.agent else None,
        "target": claim.target.name if claim.target else None,
        "object": claim.object.name if claim.object else None,
        "weapon": claim.weapon.name if claim.weapon else None,
        "places": "; ".join(place.name for place in claim.places),
        "earliest": moment.earliest.isoformat() if moment and moment.earliest else None,
        "latest": moment.latest.isoformat() if moment and moment.latest else None,
        "figures": "; ".join(f"{q.measure} {q.operator} {q.value} {q.object or ''}".strip() for q in claim.quantities),
        "background": claim.background,
        "debunked": claim.debunked,
    }
