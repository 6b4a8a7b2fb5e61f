"""world -> Document: the only room that opens a connection. Front door: `collect`."""

from onrecord.sources.cache import Cache, Kept
from onrecord.sources.collect import collect, open_file
from onrecord.sources.fetch import Fetcher

__all__ = ["Cache", "Fetcher", "Kept", "collect", "open_file"]
