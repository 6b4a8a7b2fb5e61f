"""An invented war of twelve days, written by a seeded generator from a script of events, with its gold."""
