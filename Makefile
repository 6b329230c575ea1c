# Everything a user or a builder runs. The first target sets up what it needs and no more.

# The newest fit Python on the path, unless PYTHON= names one.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes
LANG_OPTION := $(if $(lang),--lang $(lang),)

.PHONY: run serve demo test test-slow check bench lock docs clean

run: $(VENV)/app.stamp       ## open the interview (make run lang=en for English)
	@$(BIN)/advisor $(LANG_OPTION)

serve: $(VENV)/web.stamp     ## the same in a browser
	@$(BIN)/advisor serve $(LANG_OPTION)

demo: $(VENV)/app.stamp      ## an example client's advice, no questions asked
	@$(BIN)/advisor advise tests/cases/case_01.yaml $(LANG_OPTION)

test: $(VENV)/dev.stamp      ## the tests, under three minutes
	@$(BIN)/python -m pytest -n auto -m "not slow"

test-slow: $(VENV)/dev.stamp ## every test, the long ones too
	@$(BIN)/python -m pytest -n auto

check: $(VENV)/dev.stamp     ## format, lint, types, layers, knowledge
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/advisor check . --prove

docs: $(VENV)/dev.stamp      ## write the generated pages and pictures anew
	@$(BIN)/python scripts/write_schema.py
	@$(BIN)/python scripts/write_coverage.py
	@$(BIN)/python scripts/draw_pictures.py

bench: $(VENV)/bench.stamp   ## speed beside other engines and a bare screen, as ratios (ten minutes)
	@$(BIN)/python -m benchmarks

lock: $(VENV)/dev.stamp      ## renew the locked requirements (needs uv: pip install uv)
	@sh scripts/lock.sh

clean:                       ## remove everything that was set up
	rm -rf $(VENV) build dist *.egg-info

$(VENV)/python.stamp:
	@if [ -z "$(PYTHON)" ]; then \
		echo "advisor needs Python 3.11 or newer and found none; install it (Debian: apt install python3 python3-venv; others: python.org) or say where: make PYTHON=/path/to/python3.11" >&2; exit 1; fi
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "advisor needs Python 3.11 or newer and $(PYTHON) is not; install it (Debian: apt install python3 python3-venv; others: python.org) or say where: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@"$(PYTHON)" -c 'import venv, ensurepip' 2>/dev/null || { \
		echo "$(PYTHON) lacks its venv module; install it (Debian: apt install python3-venv) and try again" >&2; exit 1; }
	@echo "Setting up, once (about half a minute) ..." >&2
	@"$(PYTHON)" -m venv $(VENV)
	@touch $@

$(VENV)/app.stamp: $(VENV)/python.stamp requirements/app.txt pyproject.toml
	@$(PIP) -r requirements/app.txt
	@$(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps --no-build-isolation --no-index -e .
	@touch $@

$(VENV)/web.stamp: $(VENV)/app.stamp requirements/web.txt
	@$(PIP) -r requirements/web.txt
	@touch $@

$(VENV)/dev.stamp: $(VENV)/app.stamp requirements/dev.txt
	@$(PIP) -r requirements/dev.txt
	@touch $@

$(VENV)/bench.stamp: $(VENV)/dev.stamp requirements/bench.txt
	@$(PIP) -r requirements/bench.txt
	@touch $@
