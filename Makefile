# Everything runs in .venv; the first run sets it up, a second one installs nothing again.
PYTHON ?= python3.11
BIN := .venv/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check install

.PHONY: demo test format docs picture gate speed browser clean

demo: .venv/ready                ## the main job on the example pile
	@$(BIN)/secondsource brief examples

test: .venv/ready-dev            ## what CI runs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest

format: .venv/ready-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: .venv/ready                ## rewrite the outputs that the documentation quotes
	$(BIN)/python docs/refresh.py
	@test -z "$$SECONDSOURCE_BENCH" || $(BIN)/python docs/worked_example.py

picture: .venv/ready-dev         ## draw the pictures in README anew where the page has changed (needs `make browser`)
	$(BIN)/python docs/picture.py

gate: .venv/ready-dev            ## figures of the piles against their recorded floors
	$(BIN)/python benchmarks/gate.py

speed: .venv/ready
	$(BIN)/python benchmarks/speed.py

browser:                         ## what the tests of the page need; without it they are skipped
	@command -v chromium >/dev/null || apt-get install -y -qq chromium

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "no $(PYTHON) here: say make PYTHON=..., 3.11 to 3.13" >&2; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/ready: .venv/bin/python requirements.lock pyproject.toml
	@echo "Setting up .venv, once" >&2
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps -e .
	@touch $@

.venv/ready-dev: .venv/ready requirements-dev.lock
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@
