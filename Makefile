# Everything runs in .venv; a second run installs nothing again.
PYTHON ?= python3.11
BIN := .venv/bin

.PHONY: demo test check format lint types gate clean

demo: .venv/ready                ## the main job on the example pile
	$(BIN)/secondsource brief examples

test: .venv/ready-dev            ## what CI runs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest

format: .venv/ready-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

gate: .venv/ready-dev            ## benchmark figures against their recorded floors
	$(BIN)/python benchmarks/gate.py

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/ready: .venv/bin/python requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $@

.venv/ready-dev: .venv/ready requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@
