"""The gazetteer with the story's own places in it: a site wins, several of one name are told apart."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from onrecord.claims.gazetteer import Entry, Gazetteer, distance, fold
from onrecord.records import Extent, Site

SAME = 12.0
"""A site this near a place of its name in the gazetteer, in km, is that place."""
FIRST = -10_000_000
"""Ids of sites count down from here: the gazetteer has none so low."""


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

    def _entry(self, number: int, site: Site) -> Entry:
        division = self.gazetteer.division(site.country, site.region)
        region = self.gazetteer.region(division) or site.region
        return Entry(
            FIRST - number, site.name, Extent(site.precision), site.country, region, division, site.lat, site.lon,
            site.people, False,
        )  # fmt: skip


def _winner(sites: Sequence[Site]) -> Site | None:
    """The last site that wins, unless several places of one name are meant to be told apart."""
    winning = [site for site in sites if site.wins]
    apart = len({(s.country, s.region, s.lat, s.lon) for s in winning}) > 1
    return None if apart or not winning else winning[-1]


def _same(one: Entry, two: Entry) -> bool:
    alike = one.kind == two.kind and one.country == two.country
    return alike and (distance(one, two) < SAME or (None in (one.lat, two.lat) and one.division == two.division))
