# Dateline: `make run` opens the dashboard, `make test` runs all tests. Both set up what is missing.

PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin/python
PIP := $(BIN) -m pip install --quiet --disable-pip-version-check --no-input \
	--progress-bar off --root-user-action ignore

# The first of these that is Python 3.11 or newer; PYTHON=... overrides.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 \
	&& echo $$name && break; done)

# On Linux a browser is opened only where there is a display.
HEADLESS := $(if $(CI),true,$(if $(filter Linux,$(shell uname -s)),$(if \
	$(DISPLAY)$(WAYLAND_DISPLAY),false,true),false))

.DELETE_ON_ERROR:
.PHONY: help setup run share test check gate figures screenshots bench clean dev

help:
	@echo "make run     open the dashboard on http://127.0.0.1:$(PORT) (PORT=... overrides)"
	@echo "make share   the same for many readers: a server a processor, behind HAProxy"
	@echo "make test    run all tests"
	@echo "make setup   prepare everything and start nothing"
	@echo "make check   format, lint, types, imports"
	@echo "make gate    quality of what is found, against its floors"
	@echo "make figures the same, written to README.md"
	@echo "make screenshots the pictures of README.md, taken in Chromium"
	@echo "make bench   speed"
	@echo "make clean   take out what was built; the corpus stays"

setup: $(VENV)/requirements.stamp
	@$(BIN) -m dateline setup

run: setup
	@$(BIN) -m streamlit run app.py --server.address 127.0.0.1 --server.port $(PORT) \
		--server.headless $(HEADLESS)

share: setup
	@$(BIN) -m dateline share --port $(PORT)

test: dev setup
	@$(BIN) -m pytest -n 2 --dist loadfile tests/unit tests/app tests/gold
	@$(BIN) -m pytest -n 2 --dist loadfile tests/browser --reruns 1

check: dev
	@$(BIN) -m ruff check .
	@$(BIN) -m ruff format --check .
	@$(BIN) -m mypy
	@$(VENV)/bin/lint-imports

gate: setup
	@PYTHONPATH=. $(BIN) tests/gold/gate.py

figures: setup
	@PYTHONPATH=. $(BIN) tests/gold/gate.py --readme

screenshots: dev setup
	@$(BIN) -m bench.pictures

bench: setup
	@$(BIN) -m bench

clean:
	rm -rf $(VENV) static/basemap .pytest_cache .mypy_cache .ruff_cache .hypothesis \
		.import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

dev: $(VENV)/requirements-dev.stamp

$(VENV)/requirements.stamp: requirements.txt $(VENV)/made.stamp
	@echo "Installing what Dateline needs: about 1 GB, a few minutes."
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/requirements-dev.stamp: requirements-dev.txt $(VENV)/requirements.stamp
	@echo "Installing what its tests need."
	@$(PIP) -r requirements-dev.txt
	@touch $@

$(VENV)/made.stamp:
	@test -n "$(PYTHON)" || { echo "Dateline needs Python 3.11 or newer. Debian and Ubuntu:" \
		"apt install python3 python3-venv; macOS: brew install python; or PYTHON=/path/to/python" \
		>&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is" \
		"not Python 3.11 or newer: install one, or say PYTHON=/path/to/python" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) has no venv" \
		"module. Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@
