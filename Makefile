# Needed on the machine: git, make, Python 3.11 or newer with venv. Everything else is installed into .venv.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin

.PHONY: site test lint serve golden lock clean

site: $(VENV)/.ready
	$(BIN)/council build --edition all

serve: $(VENV)/.ready
	$(BIN)/council serve

lint: $(VENV)/.ready-for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: lint
	$(BIN)/python tests/install_browser.py
	$(BIN)/python -m pytest

golden: $(VENV)/.ready-for-tests
	$(BIN)/python -m pytest tests --update-golden

lock:
	uv pip compile pyproject.toml --extra all --extra test --universal --python-version 3.11 --generate-hashes --quiet -o requirements.lock

clean:
	rm -rf $(VENV) site site-members .council

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Name another one: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.locked: $(VENV)/bin/python requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

$(VENV)/.ready: $(VENV)/.locked pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable '.[all]'
	touch $@

$(VENV)/.ready-for-tests: $(VENV)/.ready
	touch $@
