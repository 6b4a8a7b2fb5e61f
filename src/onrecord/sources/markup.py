"""HTML in, plain text out: a line for each paragraph, white space collapsed, no other character changed."""

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files

from lxml import etree, html

TABLE = tomllib.loads((files("onrecord") / "data/sources/page.toml").read_text("utf-8"))
"""Names of elements and of dates, and the furniture around a report."""

BLOCKS = frozenset([*TABLE["blocks"], "br"])
"""Elements of HTML that begin or end a line."""
_HIDDEN = frozenset(TABLE["hidden"])
_BLANK = re.compile(r"[ \t\n\r\f\v]+")
_UNSOUND = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(?:x([0-9a-f]+)|([0-9]+));?", re.I)
_BREAK = "\x1e"
_CELLS = frozenset({"td", "th", "cell"})
_TAG = re.compile(r"<[a-zA-Z/!]")


def parse(markup: str) -> html.HtmlElement | None:
    """The tree of a page or fragment, or None where the parser finds no element. Never opens a connection."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(_sound(markup).encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _sound(markup: str) -> str:
    """Markup without the characters that a tree may be read with but not changed with, written out or as numbers."""
    spaced = markup.replace("\f", " ").replace("\v", " ")
    return _REFERENCE.sub(_character, _UNSOUND.sub("\N{REPLACEMENT CHARACTER}", spaced))


def _character(reference: re.Match[str]) -> str:
    try:
        code = int(reference[1], 16) if reference[1] else int(reference[2])
        return "\N{REPLACEMENT CHARACTER}" if _UNSOUND.match(chr(code)) else reference[0]
    except (ValueError, OverflowError):
        return "\N{REPLACEMENT CHARACTER}"


def fragment(markup: str) -> str:
    """The text of a fragment of HTML, such as the body of a feed entry. Plain text passes, but for white space."""
    if not _TAG.search(markup) and "&" not in markup:
        return tidy(markup)
    tree = parse(markup)
    return "" if tree is None else text(tree)


def text(tree: etree._Element, blocks: frozenset[str] = BLOCKS, hidden: frozenset[str] = _HIDDEN) -> str:
    """All that a tree shows, a line for each of its `blocks`, without its `hidden` elements."""
    return tidy("".join(_pieces(tree, blocks, hidden)), _BREAK)


def tidy(raw: str, mark: str = "\n") -> str:
    """Lines between marks, each with its ASCII white space collapsed; empty ones go. NBSP and thin spaces stay."""
    lines = (_BLANK.sub(" ", line).strip(" ") for line in raw.split(mark))
    return "\n".join(line for line in lines if line.strip())


def _pieces(tree: etree._Element, blocks: frozenset[str], hidden: frozenset[str]) -> Iterator[str]:
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        shown = element.tag not in hidden
        edge = _BREAK if element.tag in blocks else " " if element.tag in _CELLS else ""
        if event == "start":
            yield edge + (element.text or "") if shown else ""
            if not shown:
                walk.skip_subtree()
        else:
            yield edge if shown else ""
            yield (element.tail or "") if element is not tree else ""
