"""Document -> Claim: pure. Front door: `Extractor`, a reader for one story."""

from onrecord.claims.extract import Extractor

__all__ = ["Extractor"]
