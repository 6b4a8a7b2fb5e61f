"""Passages written and labelled for this project: what the encoder is taught with and scored on (GUIDE.md)."""
