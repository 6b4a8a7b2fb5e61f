"""Event -> Briefing: pure. Front doors: `write`, `verify` and the renderers."""
