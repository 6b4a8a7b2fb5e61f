"""A web page in, its report out: trafilatura finds the text, the page's metadata says when it was published."""

import logging
import re
from collections.abc import Iterator
from datetime import tzinfo
from typing import Any

import msgspec
from lxml import etree, html

from onrecord.sources.dates import Stamp, stamp
from onrecord.sources.decode import decode
from onrecord.sources.markup import TABLE, fragment, parse, text
from onrecord.sources.parcel import Draft, Found, Parcel

for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)  # what they warn of becomes a Problem here

_SHORTEST = "40"
"""Characters of a report: with trafilatura's default of 250 the menu of a page of one sentence comes along."""
_DATE_RULES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
"""For a date that only the page's text shows: when it was published, not changed; no guess; no look at the clock."""
_HUGE = 20_000
"""Elements above which a page is read plainly: the search for its report takes longer than linear time."""
_STATED = 20
"""Dates of a page's metadata that are looked at."""
_RANK = {name: rank for rank, name in enumerate(TABLE["dates"])}
_FURNITURE = [etree.XPath(path) for path in TABLE["furniture"]]
_RESULT = frozenset(TABLE["result_blocks"])
_PAGE = re.compile(r"<(?:!doctype|html|head|body)\b", re.I)
_REPORT = re.compile(r"(?:Article|Posting|Report)$")


def read(parcel: Parcel) -> Found:
    """The one report of a page, or a Problem where it shows no text or no date."""
    page = decode(parcel.data, parcel.charset, meta=True)
    if page.damaged:
        yield parcel.problem(
            f"{page.damaged} bytes are not valid {page.encoding}: they show as \N{REPLACEMENT CHARACTER}."
        )
    draft = report(page.text, parcel.zone)
    if draft.text:
        yield parcel.single(draft)
    else:
        yield parcel.problem("is a web page that shows no text: its text may be made by scripts; save it as .txt.")


def report(markup: str, zone: tzinfo) -> Draft:
    """The report in a page: text without navigation, title, dates (from metadata; last, from what the page shows)."""
    tree = parse(markup)
    if tree is None:
        return Draft(text="")
    prune(tree)
    stated = tuple(stated_dates(tree, zone))
    title = " ".join(tree.xpath("string((//h1|//title)[last()])").split())
    language = tree.get("lang")
    home = str(tree.xpath("string((//link[@rel='canonical']/@href)[1])")).strip()
    extra = {"url": home} if home.startswith(("http://", "https://")) else {}
    plain = text(tree)
    found = extract(tree) if sum(1 for _ in tree.iter()) <= _HUGE else None
    if found is None:
        return Draft(text=plain, title=title, dates=stated, language=language, extra=extra)
    shown = stamp(found.date, zone) if found.date and not stated else None
    body = text(found.body, _RESULT, frozenset()) or plain
    return Draft(text=body, title=found.title or title, dates=stated, shown=shown, language=language, extra=extra)


def markup(source: str, zone: tzinfo) -> Draft:
    """The report in HTML that may be a page or the bare body of one."""
    return report(source, zone) if _PAGE.search(source[:4096]) else Draft(text=fragment(source))


def prune(tree: html.HtmlElement) -> None:
    """Cut navigation, footers, forms and hidden parts away; the text that follows them stays."""
    for path in _FURNITURE:
        for element in path(tree):
            if element.getparent() is not None:
                element.drop_tree()


def extract(tree: html.HtmlElement) -> Any:
    """trafilatura's Document for a pruned tree, or None where it finds none or stumbles."""
    # Loaded here: it takes longer to load than a command that meets no page takes to run.
    from trafilatura import bare_extraction  # noqa: PLC0415
    from trafilatura.settings import use_config  # noqa: PLC0415

    settings = use_config()
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", _SHORTEST)
    try:
        return bare_extraction(
            tree,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            date_extraction_params=dict(_DATE_RULES),
            config=settings,
        )
    except Exception:  # heuristics of a third party on hostile markup: our plain reading takes over
        return None


def stated_dates(tree: html.HtmlElement, zone: tzinfo) -> Iterator[Stamp]:
    """When the page's metadata says it was published: <meta>, JSON-LD, <time>; best first."""
    for value in [*_meta(tree)[:_STATED], *_linked(tree)[:_STATED], *tree.xpath("//time/@datetime")[:1]]:
        found = stamp(value, zone)
        if found:
            yield found


def _meta(tree: html.HtmlElement) -> list[str]:
    ranked = []
    for element in tree.iter("meta"):
        names = (element.get(key, "").strip().lower() for key in ("property", "name", "itemprop"))
        rank = min((_RANK[name] for name in names if name in _RANK), default=None)
        if rank is not None and element.get("content"):
            ranked.append((rank, element.get("content")))
    ranked.sort(key=lambda pair: pair[0])
    return [*(value for _, value in ranked), *tree.xpath("//*[@itemprop='datePublished']/@datetime")]


def _linked(tree: html.HtmlElement) -> list[str]:
    """datePublished of the page's JSON-LD: the report's own first, else any."""
    nodes = [node for script in tree.xpath("//script[@type='application/ld+json']/text()") for node in _nodes(script)]
    dated = [(node, node["datePublished"]) for node in nodes if isinstance(node.get("datePublished"), str)]
    own = [value for node, value in dated if any(_REPORT.search(kind) for kind in _kinds(node))]
    return own or [value for _, value in dated]


def _kinds(node: dict[str, Any]) -> list[str]:
    kind = node.get("@type")
    return [k for k in (kind if isinstance(kind, list) else [kind]) if isinstance(k, str)]


def _nodes(script: str) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD script: its own, those of its list and of its @graph."""
    try:
        top = msgspec.json.decode(str(script))
    except (msgspec.DecodeError, ValueError, RecursionError):
        return
    for node in top if isinstance(top, list) else [top]:
        if isinstance(node, dict):
            yield node
            graph = node.get("@graph")
            yield from (inner for inner in (graph if isinstance(graph, list) else []) if isinstance(inner, dict))
