"""Event -> Briefing: pure. Front doors: `write`, `verify`, the renderers (`FORMATS`), the `lengths`, the `scores`."""

from onrecord.briefing.lexicon import lengths
from onrecord.briefing.render import FORMATS
from onrecord.briefing.verify import verify
from onrecord.briefing.write import scores, write

__all__ = ["FORMATS", "lengths", "scores", "verify", "write"]
