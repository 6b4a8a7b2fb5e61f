"""The day's briefing as an aggregator makes it: the first sentences of what most publications carry.

A case is {"day", "documents": [{"url", "source", "day", "title", "text"}]}, all documents up to that day by time. The
answer has the fields of evals.marking.answer.Day.
"""

from collections import defaultdict
from typing import Any

from evals.peers.copies import groups, sentences

LEAD, STORIES = 3, 8
"""Sentences of each story, and stories a day: 24 sentences, as many as ours tells of a day."""


def lead3(case: dict[str, Any]) -> dict[str, Any]:
    """Stories are documents that copy each other; each publication that carries one confirms it."""
    documents = case["documents"]
    stories: dict[int, list[int]] = defaultdict(list)
    for at, first in enumerate(groups([d["text"] for d in documents])):
        stories[first].append(at)
    said = [[_said(d, start, end) for start, end in sentences(d["text"])[:LEAD]] for d in documents]
    events = [_event([documents[at] for at in of], [s for at in of for s in said[at]]) for of in stories.values()]
    today = [of for of in stories.values() if documents[of[0]]["day"] == case["day"]]
    carried = sorted(today, key=lambda of: (-len({documents[at]["source"] for at in of}), of[0]))[:STORIES]
    lines = [_line(documents[of[0]], s) for of in carried for s in said[of[0]]]
    return {"said": [s for of in said for s in of], "events": events, "lines": lines}


def _said(document: dict[str, Any], start: int, end: int) -> dict[str, Any]:
    url = document["url"]
    return {"id": f"{url} {start}", "pieces": [{"url": url, "start": start, "end": end}]}


def _event(documents: list[dict[str, Any]], said: list[dict[str, Any]]) -> dict[str, Any]:
    claims, publications = [s["id"] for s in said], len({d["source"] for d in documents})
    kind = "agree" if publications > 1 else "single-source"
    return {"claims": claims, "independent": publications, "rulings": [{"kind": kind, "claims": claims}]}


def _line(document: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    piece = said["pieces"][0]
    return {"text": document["text"][piece["start"] : piece["end"]], "pieces": [piece]}
