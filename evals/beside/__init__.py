"""Ours beside its peers, in the same run: a module a question, each with `group()`, its rows of the one table."""
