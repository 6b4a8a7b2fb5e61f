"""Briefing -> one self-contained HTML page: no network, light and dark, phone and print."""

from functools import cache
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

from onrecord.briefing.render import words
from onrecord.briefing.render.notes import credit, first, notes, paragraphs, parts, remark
from onrecord.records import Briefing, Status, digest

FOLDER = resources.files("onrecord.data").joinpath("page")
TONES = {Status.ESTABLISHED: "firm", Status.DISPUTED: "dispute", Status.PRELIMINARY: "hedge"}


def page(briefing: Briefing) -> str:
    """The whole page. The same briefing gives the same bytes."""
    listed = notes(briefing)
    return _template().render(
        b=briefing,
        at=words.zone(briefing),
        w=words,
        css=Markup(_file("page.css")),
        js=Markup(_file("page.js")),
        notes=listed,
        keys={note.key for note in listed},
        remark=remark,
        first=first,
        cited={citation.document: citation for citation in briefing.citations},
        credit=credit,
        paragraphs=paragraphs,
        parts=parts,
        tone=lambda sentence: TONES.get(sentence.status, "plain"),
        checksum=digest(briefing.json())[:12],
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=FunctionLoader(_file), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["curly"] = words.curly
    return environment.get_template("page.html")


def _file(name: str) -> str:
    return FOLDER.joinpath(name).read_text(encoding="utf-8")
