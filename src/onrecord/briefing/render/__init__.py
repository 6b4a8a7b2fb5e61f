"""Briefing -> file: page, Markdown, JSON. `FORMATS` names them."""

from onrecord.briefing.render.markdown import markdown
from onrecord.briefing.render.page import page
from onrecord.protocols import Renderer
from onrecord.records import Briefing


def json(briefing: Briefing) -> str:
    """The briefing as canonical JSON with a final newline: `Briefing.parse` reads it back."""
    return briefing.json().decode() + "\n"


FORMATS: dict[str, Renderer] = {"page": page, "markdown": markdown, "json": json}

__all__ = ["FORMATS", "json", "markdown", "page"]
