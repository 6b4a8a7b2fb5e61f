"""Document -> Claim: pure. Front door: `extract`."""
