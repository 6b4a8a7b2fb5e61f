"""Marking: what a system makes of the scenario book, held against the book's gold. A module a question."""
