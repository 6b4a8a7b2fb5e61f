"""One document read, whatever the reader meets."""

from onrecord.errors import OnrecordError
from onrecord.protocols import Reader
from onrecord.records import Document, Problem, Reading


def attempt(reader: Reader, document: Document) -> Reading:
    """What the reader makes of a document; a fault of the reader costs this document and no other, and is told."""
    try:
        return reader(document)
    except OnrecordError:
        raise
    except Exception as fault:
        message = f"could not be read, by a fault of the reader ({type(fault).__name__}: {fault}). Please report it."
        return Reading(document=document, problems=(Problem(subject=document.id, stage="read", message=message),))
