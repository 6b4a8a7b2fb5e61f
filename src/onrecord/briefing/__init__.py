"""Event -> Briefing: pure. Front doors: `write`, `verify` and the renderers (`FORMATS`)."""

from onrecord.briefing.render import FORMATS
from onrecord.briefing.verify import verify
from onrecord.briefing.write import write

__all__ = ["FORMATS", "verify", "write"]
