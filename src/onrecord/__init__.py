"""onrecord: reads the day's public reports on a running story and writes a briefing that walks back to its evidence."""

__version__ = "0.1.0"
