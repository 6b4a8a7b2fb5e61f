"""Speed and memory of the whole run, measured on generated documents. `python -m bench --help`."""
