# Minh Bạch: `make` lists what can be asked. Everything lands in .venv and var/, nothing elsewhere.
PORT ?= 8000
ARGS ?=
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN = .venv/bin
NEXT = .venv-next/bin
INSTALL = -m pip install --quiet --disable-pip-version-check --require-hashes -r
PYTEST = -m pytest --ds=cms.settings.test
SUITE = $(PYTEST) -n auto --dist worksteal
# Every test process reads the same files: the second time compiled, whatever the shell says.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run test lint coverage test-next test-heavy bench pictures lock clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

run: .venv/.site ## install, load the demonstration when the database is empty, serve on 127.0.0.1 (PORT=8000)
	@exec $(BIN)/python manage.py demo --port $(PORT)

test: lint ## lint, import contracts and the whole suite (SQLite, or the database DATABASE_URL names)
	$(BIN)/python $(SUITE) $(ARGS)

lint: .venv/.tests
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --quiet --check .
	$(BIN)/djlint --quiet --lint templates

coverage: .venv/.tests ## branch coverage of the law and the moves by the tests that are theirs; fails when a branch is missed
	$(BIN)/python $(SUITE) tests/law tests/workflow tests/promises -m "not heavy and not browser" \
		--cov --cov-report=term-missing $(ARGS)

test-next: .venv-next/.tests ## the same suite on the next Wagtail
	$(NEXT)/python $(SUITE) $(ARGS)

test-heavy: .venv/.tests ## volume and fault tests
	$(BIN)/python $(PYTEST) -m heavy --ignore=tests/home/rights $(ARGS)
	$(BIN)/python $(SUITE) -m heavy tests/home/rights

bench: .venv/.tests ## measure every page on the PostgreSQL that DATABASE_URL names, into docs/benchmarks.md
	$(BIN)/python -m tests.bench

pictures: .venv/.tests ## make the pictures of docs/huong-dan anew, in Chromium over the demonstration
	MB_PICTURES=1 $(BIN)/python $(PYTEST) -m heavy tests/guides $(ARGS)

lock: .venv/.tests ## pin anew: requirements.txt and the two locks of the tests
	$(BIN)/python -m pip install --quiet uv
	$(LOCK) cms/requirements.in -o requirements.txt
	$(LOCK) tests/requirements.in -c requirements.txt -o tests/requirements.txt
	$(LOCK) tests/requirements.in --override tests/requirements-next.in -o tests/requirements-next.txt
LOCK = UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --quiet --upgrade --universal --no-config \
	--python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links

clean: ## remove the environments; var/ with its data stays
	rm -rf .venv .venv-next

.venv .venv-next:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed."; exit 1; }
	@$(PYTHON) -m venv $@ || { rm -rf $@; echo "On Debian and Ubuntu: apt install python3-venv"; exit 1; }

.venv/.site: requirements.txt | .venv
	$(BIN)/python $(INSTALL) requirements.txt
	@touch $@

.venv/.tests: tests/requirements.txt .venv/.site
	$(BIN)/python $(INSTALL) tests/requirements.txt
	@touch $@

.venv-next/.tests: tests/requirements-next.txt | .venv-next
	$(NEXT)/python $(INSTALL) tests/requirements-next.txt
	@touch $@
