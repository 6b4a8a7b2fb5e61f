"""The reader asked once more: what a briefing cites must be read again in its document, figure by figure."""

from onrecord.briefing.proof.stack import Stack
from onrecord.protocols import Reader
from onrecord.records import Claim, Quantity


class Again:
    """Reads each cited document once, and says whether a claim is found there as it is on record."""

    def __init__(self, stack: Stack, read: Reader) -> None:
        self._stack, self._read = stack, read
        self._found: dict[str, dict[str, Claim]] = {}

    def __call__(self, claims: tuple[str, ...]) -> str | None:
        """None if every claim is read again with the same speaker, stance and figures; else why not."""
        for id in claims:
            claim = self._stack.claims.get(id)
            found = self._claims(claim.document).get(id) if claim else None
            if claim is None or found is None:
                return "the reader does not find it again"
            if (_heard(found), found.stance) != (_heard(claim), claim.stance) or _figures(found) != _figures(claim):
                return "the reader reads another speaker, stance or figure there"
        return None

    def _claims(self, document: str) -> dict[str, Claim]:
        if document not in self._found:
            self._found[document] = {c.id: c for c in self._read(self._stack.documents[document]).claims}
        return self._found[document]


def _heard(claim: Claim) -> str | None:
    return claim.speaker.name if claim.speaker else None


def _figures(claim: Claim) -> set[tuple[object, ...]]:
    def key(q: Quantity) -> tuple[object, ...]:
        return (q.span, q.measure, q.value, q.operator)

    return {key(q) for q in claim.quantities}
