"""Event -> Briefing: pure. Front doors: `write`, `verify`, the renderers (`FORMATS`) and the `lengths` by name."""

from onrecord.briefing.lexicon import lengths
from onrecord.briefing.render import FORMATS
from onrecord.briefing.verify import verify
from onrecord.briefing.write import write

__all__ = ["FORMATS", "lengths", "verify", "write"]
