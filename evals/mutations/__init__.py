"""Forged briefings: what `onrecord check` must refuse. `python -m evals.mutations` tries them and lists what passes."""
