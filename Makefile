# The same four commands for everyone and for CI: run, test, check, bench. CONTRIBUTING.md has them without make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test check bench pictures constraints clean

run: $(READY)
	@.ci/system-libraries window
	@.ci/open-sample $(BIN)/daejo

test: $(READY)
	@.ci/system-libraries offscreen
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n auto --maxprocesses 4 --dist worksteal

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(READY)
	$(BIN)/python -m tests.quality
	$(BIN)/python -m tests.speed

# Draws the manual's pictures anew, in both languages and both themes.
pictures: $(READY)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.pictures

# Installs exactly what constraints.txt names, every file checked against its hash, and the program itself from this folder.
$(READY): pyproject.toml constraints.txt
	@.ci/system-libraries python $(PYTHON)
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

# Pins anew, for every system the program runs on; needs uv.
constraints:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--extra dev -o constraints.txt pyproject.toml

clean:
	rm -rf $(VENV) build dist out *.egg-info .mypy_cache .ruff_cache .pytest_cache
