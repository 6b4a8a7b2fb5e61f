"""The gazetteer with the story's own places in it: a site wins, several of one name are told apart."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.claims.capitals import lexicon
from onrecord.claims.gazetteer import Entry, Gazetteer, distance, fold
from onrecord.claims.heads import extent
from onrecord.records import Extent, Site

SAME = 12.0
"""A site this near a place of its name in the gazetteer, in km, is that place."""
FIRST = -10_000_000
"""Ids of sites count down from here: the gazetteer has none so low."""

_TAIL = re.compile(r"(.*[^\W\d_a-z][\w'’-]*)((?: [a-z][\w'’-]*)+)")
_OF = re.compile(r"([A-Z]\w+) of ")
_LAST = re.compile(r" ([A-Z]\w+)$")


class Atlas:
    """Look-ups of folded names for one story."""

    def __init__(self, sites: Sequence[Site], gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        named: dict[str, list[int]] = defaultdict(list)
        for number, site in enumerate(sites):
            for key in sorted({fold(name) for name in (site.name, *site.aliases)}):
                named[key].append(number)
        self.sites: Mapping[str, Site] = {k: s for k, of in named.items() if (s := _winner([sites[n] for n in of]))}
        """Folded name to the site that alone has it, and wins."""
        self._shared = {k: [(n, sites[n]) for n in of] for k, of in named.items() if k not in self.sites}
        self.starts = {k.split()[0] for k in named if k}
        """First words of folded names of sites."""
        self.tails = _tails(name for site in sites for name in (site.name, *site.aliases))
        """Folded capitalised words of the names of sites to the words in lower case after them, the longest first."""
        self.short = self._short(sites)
        """What a site is also called: "Ostra" of the only "Ostra air base", "the gulf" of the only "Gulf of Ostra"."""

    def named(self, key: str) -> tuple[Entry, ...]:
        """The entries of a folded name, heaviest first: of the sites that share it, and else of the gazetteer."""
        known = self.gazetteer.named(key)
        if key not in self._shared:
            return known
        own = [self._entry(number, site) for number, site in self._shared[key]]
        if any(site.wins for _, site in self._shared[key]):
            known = ()
        added = [e for e in own if not any(_same(e, k) for k in known)]
        return tuple(sorted([*known, *added], key=lambda e: (-e.weight, e.id)))

    def _short(self, sites: Sequence[Site]) -> Mapping[str, Site]:
        """Names without the words in lower case after them, where nothing else has them, and "the" with the one word
        that says what a site is."""
        found: dict[str, set[Site]] = defaultdict(set)
        for site in sites:
            if site.precision != Extent.FRONT:
                for key in {k for name in (site.name, *site.aliases) for k in _shorter(name)}:
                    found[key].add(site)
        names = {key: of.pop() for key, of in found.items() if len(of) == 1}
        taken = (k for k in names if not k.startswith("the ") and self.gazetteer.named(k))
        return {k: names[k] for k in names.keys() - self.sites.keys() - {*taken}}

    def _entry(self, number: int, site: Site) -> Entry:
        division = self.gazetteer.division(site.country, site.region)
        region = self.gazetteer.region(division) or site.region
        return Entry(
            FIRST - number, site.name, Extent(site.precision), site.country, region, division, site.lat, site.lon,
            site.people, False,
        )  # fmt: skip


def _tails(names: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """What follows in lower case after the capitalised words of names: "Ostra" has "air base" of "Ostra air base"."""
    found: dict[str, set[str]] = defaultdict(set)
    for match in filter(None, map(_TAIL.fullmatch, names)):
        found[fold(match[1])].add(match[2])
    return {k: tuple(sorted(v, key=lambda tail: (-len(tail), tail))) for k, v in found.items()}


def _shorter(name: str) -> Iterator[str]:
    """What a name leaves when it is cut: "ostra" of "Ostra air base", "the gulf" of "Gulf of Ostra"."""
    if cut := _TAIL.fullmatch(name):
        yield fold(cut[1])
    for word in filter(None, (_OF.match(name), _LAST.search(name))):
        kind = word[1].lower()
        if extent(kind) or kind in lexicon("short"):
            yield f"the {kind}"


def _winner(sites: Sequence[Site]) -> Site | None:
    """The last site that wins, unless several places of one name are meant to be told apart."""
    winning = [site for site in sites if site.wins]
    apart = len({(s.country, s.region, s.lat, s.lon) for s in winning}) > 1
    return None if apart or not winning else winning[-1]


def _same(one: Entry, two: Entry) -> bool:
    alike = one.kind == two.kind and one.country == two.country
    return alike and (distance(one, two) < SAME or (None in (one.lat, two.lat) and one.division == two.division))
