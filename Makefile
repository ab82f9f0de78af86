# InoLink: `make` shows what can be done here. Everything is installed into .venv, nothing into the system.

SHELL := /bin/sh
.SHELLFLAGS := -eu -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/stamps
PORT ?= 8000
SECONDS ?= 600
EFFORT ?= 20
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input
WEB_TESTS := "npm --prefix generator/web run --silent typecheck" "npm --prefix generator/web run --silent test"
WEB := $(shell find generator/web -name node_modules -prune -o -type f -print 2>/dev/null)

# The first of these that is Python 3.11 or newer is used; `make site PYTHON=/path/to/python` names another one.
PYTHONS := python3 python3.13 python3.12 python3.14 python3.11 python
PYTHON ?= $(shell for name in $(PYTHONS); do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$name"; break; }; done)

.PHONY: help
help: ## Show this list
	@echo "InoLink, a partner directory for industry clusters. What you can do here:"
	@echo
	@sed -n 's/^\([a-z]*\):.*## /  make \1|/p' Makefile | awk -F'|' '{ printf "%-14s %s\n", $$1, $$2 }'

.PHONY: setup
setup: $(STAMPS)/package ## Install the generator and what it needs into .venv

.PHONY: site
site: $(STAMPS)/package ## Set everything up and build the website into site/
	@$(BIN)/inolink build
	@echo "To look at it: make serve"

.PHONY: serve
serve: $(STAMPS)/package ## Build the website, show it on this machine and rebuild on change (PORT=8000)
	@$(BIN)/inolink serve --port $(PORT)

.PHONY: check
check: $(STAMPS)/package ## Check the files of the directory, as a pull request does
	@$(BIN)/inolink check

.PHONY: test
test: $(STAMPS)/package $(STAMPS)/test ## Set up and run all checks and tests, those in a real browser included
	@$(BIN)/python tests/browser/chromium.py
	@failed=; PATH="$(CURDIR)/$(BIN):$$PATH"; \
	for command in "ruff check" "ruff format --check" "mypy" "lint-imports" $(WEB_TESTS); do \
		echo "== $$command"; $$command || failed="$$failed, $$command"; \
	done; \
	test -z "$$failed" || echo "Failed before pytest: $${failed#, }" >&2; \
	python -m pytest && test -z "$$failed"

.PHONY: bench
bench: $(STAMPS)/package $(STAMPS)/test $(STAMPS)/bench ## Measure build, check and search beside other programs (SIZE=10000)
	@$(BIN)/python tests/browser/chromium.py
	@test -n "$(SIZE)" || $(BIN)/python -m tests.benchmarks
	@$(BIN)/python -m tests.benchmarks.large --records $(or $(SIZE),200) $(BENCH)

.PHONY: fuzz
fuzz: $(STAMPS)/package $(STAMPS)/fuzz ## Look for input that breaks the program, ten minutes for each part (SECONDS=600)
	@$(BIN)/python tests/browser/chromium.py
	@INOLINK_FUZZ=$(EFFORT) $(BIN)/python -m pytest tests/hostile
	@INOLINK_HOSTILE=all $(BIN)/python -m pytest tests/browser -k hostile
	@INOLINK_KILLS=100 INOLINK_EDITS=50 INOLINK_CORPORA=30 $(BIN)/python -m pytest \
		tests/publish/test_faults.py tests/publish/test_kept.py tests/search/test_sharding.py
	@PYTHONPATH=generator $(BIN)/python -m tests.hostile.fuzz --seconds $(SECONDS) $(TARGETS)

.PHONY: format
format: $(STAMPS)/package $(STAMPS)/test ## Tidy the Python code
	@$(BIN)/ruff check --fix-only --quiet
	@$(BIN)/ruff format

.PHONY: lock
lock: ## Pin the requirements anew (all newest: make lock UPGRADE=--upgrade)
	@folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
	"$(PYTHON)" requirements/environment.py "$$folder/lock"; \
	"$$folder/lock/bin/python" -m pip --quiet --disable-pip-version-check install uv; \
	"$$folder/lock/bin/python" requirements/lock.py $(UPGRADE)
	@git --no-pager diff --stat -- requirements

.PHONY: audit
audit: $(STAMPS)/requirements $(STAMPS)/audit ## Look up whether a flaw is known in anything that is pinned
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(VENV)/audit/bin/python requirements/audit.py

.PHONY: clean
clean: ## Remove the website, the environment and everything else that was made here
	rm -rf site $(VENV) .inolink build dist generator/inolink/pages/theme/assets/bundled
	rm -rf generator/inolink/pages/maps/shapes
	rm -rf .fuzz .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache tests/benchmarks/results
	rm -rf generator/web/node_modules tests/tools/node_modules

# Stamps: a step runs again only when what it stands on has changed.

$(STAMPS)/environment: requirements/environment.py
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and none of these is: $(PYTHONS)." \
		"Install it from python.org or your system's packages, or name it: make site PYTHON=/path/to/python" >&2; exit 1; }
	@echo "Setting up $(VENV) ..."
	@"$(PYTHON)" requirements/environment.py $(VENV)
	@mkdir -p $(STAMPS)
	@touch $@

$(STAMPS)/requirements: $(STAMPS)/environment requirements/runtime.txt requirements/build.txt
	@echo "Installing what the generator needs ..."
	@$(PIP) install --require-hashes --requirement requirements/runtime.txt --requirement requirements/build.txt
	@touch $@

$(STAMPS)/package: $(STAMPS)/requirements pyproject.toml hatch_build.py $(WEB)
	@echo "Bundling the browser code and installing the generator ..."
	@$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

$(STAMPS)/test: $(STAMPS)/requirements requirements/test.txt
	@echo "Installing what the tests need ..."
	@$(PIP) install --require-hashes --requirement requirements/test.txt
	@touch $@

$(STAMPS)/fuzz: $(STAMPS)/test requirements/fuzz.txt
	@echo "Installing the fuzzer ..."
	@$(PIP) install --require-hashes --requirement requirements/fuzz.txt
	@touch $@

# Programs beside the generator, in environments of their own: what they need may differ from what it needs.
$(STAMPS)/audit $(STAMPS)/bench: $(STAMPS)/%: $(STAMPS)/environment requirements/%.txt
	@echo "Installing what make $* needs ..."
	@"$(PYTHON)" requirements/environment.py $(VENV)/$*
	@$(VENV)/$*/bin/python -m pip --quiet --disable-pip-version-check --no-input install \
		--require-hashes --requirement requirements/$*.txt
	@touch $@
