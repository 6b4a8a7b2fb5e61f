# Everything a newcomer or a change needs. `make demo` and `make test` need Python 3.11 and make, nothing else.
UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)

.PHONY: help demo test quick lint types house eval paste bench train gazetteer clean
help:            ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/' | expand -t 14

$(UV):
	python3 -m venv .uv && .uv/bin/pip install --quiet uv

.venv/.synced: $(UV) pyproject.toml uv.lock
	$(UV) sync --locked --all-extras --quiet
	@touch $@

demo: .venv/.synced   ## read the example story and write the briefing of day 1,026
	$(UV) run --no-sync onrecord demo

test: lint types house   ## everything that a change must pass
	$(UV) run --no-sync pytest -n 2

quick: .venv/.synced   ## the tests that take seconds
	$(UV) run --no-sync pytest -m "not slow" -x

lint: .venv/.synced   ## ruff
	$(UV) run --no-sync ruff check .
	$(UV) run --no-sync ruff format --check .

types: .venv/.synced   ## mypy --strict
	$(UV) run --no-sync mypy

house: .venv/.synced   ## rooms never import each other
	$(UV) run --no-sync lint-imports

.venv-evals/.synced: evals/requirements.txt
	python3 -m venv .venv-evals
	.venv-evals/bin/pip install --quiet -r evals/requirements.txt
	@touch $@

eval: .venv/.synced .venv-evals/.synced   ## the score table, ours beside its peers
	$(UV) run --no-sync python -m evals

paste: .venv/.synced .venv-evals/.synced   ## the same, written into the pages that show it
	$(UV) run --no-sync python -m evals --markdown

bench: .venv/.synced   ## speed and memory
	$(UV) run --no-sync python -m bench

.venv-training/.synced: pyproject.toml training/requirements.txt
	python3 -m venv .venv-training
	.venv-training/bin/pip install --quiet -r training/requirements.txt -e .
	@touch $@

train: .venv-training/.synced   ## corpora and passages to the reader's weights (its courses take about an hour on two cores)
	.venv-training/bin/python -m training
	.venv-training/bin/python -m training.tune

gazetteer: .venv/.synced   ## build the bundled gazetteer again
	$(UV) run --no-sync python training/gazetteer/build.py

clean:   ## drop what was built
	rm -rf .venv .venv-training out/training .venv-evals .uv onrecord-demo .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
