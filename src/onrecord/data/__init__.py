"""Data of the package: lexicons, tables, templates, the model. Read by importlib.resources, never imported."""
