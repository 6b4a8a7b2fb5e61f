"""Text -> the story's places that it names: where an account is set whose claims leave it to headline and context."""

import re

from onrecord.events.ground import LEVELS, Spot, bare, held
from onrecord.events.tables import lists
from onrecord.events.words import fold
from onrecord.records import Extent, Site, Story


class Sites:
    """The places of one story; capitals that stand for a side are left out."""

    def __init__(self, story: Story) -> None:
        """Take the names from the story."""
        sides = {bare(n) for p in story.parties for n in (p.name, *p.aliases, *p.adjectives)}
        self.spots: dict[str, set[Spot]] = {}
        self.places: dict[str, list[Spot]] = {}
        for site in story.sites:
            self.places.setdefault(bare(site.name), []).append(_spot(site))
            for name in (site.name, *site.aliases):
                if bare(name) not in sides:
                    self.spots.setdefault(name, set()).add(_spot(site))
                    self.spots.setdefault(name.upper(), set()).add(_spot(site))
        names = sorted(self.spots, key=lambda n: (-len(n), n))
        self.form = re.compile(rf"\b(?:{'|'.join(re.escape(n) for n in names)})\b") if names else None

    def ruled(self, spots: tuple[Spot, ...], seat: str) -> tuple[Spot, ...]:
        """Spots of which a namesake without its region is the one where somebody holds office: "Ostra region"."""
        return tuple([self._in(s, bare(seat)) for s in spots]) if seat else spots

    def _in(self, spot: Spot, region: str) -> Spot:
        known = () if spot.region else self.places.get(spot.name, ())
        return next((s for s in known if s.level == spot.level and s.region == region), spot)

    def any(self, text: str) -> bool:
        """Whether a text names a place of the story."""
        return self.form is not None and self.form.search(text) is not None

    def only(self, name: str) -> bool:
        """Whether a name is a place of the story and no more, "in Ostra": where something is told, not who tells it."""
        words = [w for w in name.split() if fold(w) not in lists().stop]
        return self.form is not None and self.form.fullmatch(" ".join(words)) is not None

    def heading(self, text: str) -> tuple[Spot, ...]:
        """The place that is the whole of a heading, "Ostra:"; nothing where it is none."""
        match = self.form.match(text) if self.form else None
        return self.named(text) if match and match.end() == len(text) - 1 else ()

    def named(self, text: str) -> tuple[Spot, ...]:
        """The one place that a text names: the one town, or else the one region; nothing where there are several."""
        if self.form is None:
            return ()
        found = {s for m in self.form.finditer(text) for s in self.spots[m.group()]}
        small = {s for s in found if s.level > LEVELS[Extent.REGION]}
        one = small or found
        return tuple(one) if len(one) == 1 else ()


def _spot(site: Site) -> Spot:
    level = LEVELS.get(Extent(site.precision), 0)
    name = bare(site.name)
    return held(level, name, bare(site.region) if site.region else name if level == 2 else "", site.country or "")
