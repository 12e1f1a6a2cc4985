# Needed on the machine: git, make, Python 3.11 or newer with venv. Everything else is installed into .venv.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --quiet --disable-pip-version-check
LOCK   := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet

.PHONY: site test lint serve golden lock clean

site: $(VENV)/.ready
	$(BIN)/council build --edition all

serve: $(VENV)/.ready
	$(BIN)/council serve

lint: $(VENV)/.ready-for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# With it, every `council` that a test starts would compile the program anew.
unexport PYTHONDONTWRITEBYTECODE

test: lint
	$(BIN)/python tests/install_browser.py
	$(BIN)/python -m compileall -q council
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

golden: $(VENV)/.ready-for-tests
	$(BIN)/python -m pytest tests --update-golden

lock:
	uv pip compile pyproject.toml --extra all $(LOCK) -o requirements.lock
	uv pip compile pyproject.toml --extra all --extra test $(LOCK) -o requirements-test.lock

clean:
	rm -rf $(VENV) site site-members .council

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Name another one: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: $(VENV)/bin/python requirements.lock pyproject.toml
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --editable '.[all]'
	touch $@

$(VENV)/.ready-for-tests: $(VENV)/.ready requirements-test.lock
	$(PIP) install --require-hashes -r requirements-test.lock
	touch $@
