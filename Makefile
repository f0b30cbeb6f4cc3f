# The same commands for everyone and for CI: run, test, check, bench; and what is released. CONTRIBUTING.md has them without make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test coverage check bench pictures wheel standalone pages entry constraints clean

run: $(READY)
	@.ci/system-libraries window
	@.ci/open-sample $(BIN)/daejo

test: $(READY)
	@.ci/system-libraries offscreen
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n auto --maxprocesses 4 --dist worksteal

# What share of each part's lines the tests run.
coverage: $(READY)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n auto --maxprocesses 4 --dist worksteal --cov --cov-report=json:out/coverage.json
	$(BIN)/python -m tests.coverage_by_part out/coverage.json

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Every figure of docs/benchmarks.md, beside the programs of others; what is printed is kept in docs/measured.txt.
bench: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints-peers.txt
	@.ci/system-libraries offscreen
	(date -u +%F && $(BIN)/daejo --version && $(BIN)/python -m tests.quality && $(BIN)/python -m tests.speed) | tee docs/measured.txt

# Draws the manual's pictures anew, in both languages and both themes.
pictures: $(READY)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.pictures

# The wheel into dist/, installed with all it needs into an empty environment and tried from another folder.
wheel: $(READY)
	$(BIN)/python -m tests.packages wheel

# The program for people without Python into dist/daejo/, tried from another folder.
standalone: $(READY)
	@.ci/system-libraries offscreen
	$(BIN)/python -m tests.packages standalone

# The manual page and the completion of shells, from today's arguments.
pages: $(READY)
	$(BIN)/python -m tests.packages pages

# Puts the entry in the menu, the file type, the icon, manual pages and completion where this user's Linux desktop looks for them.
SHARE ?= $(HOME)/.local/share
PACKAGING := resources/packaging
entry:
	install -Dm644 $(PACKAGING)/daejo.desktop $(SHARE)/applications/daejo.desktop
	install -Dm644 $(PACKAGING)/daejo.xml $(SHARE)/mime/packages/daejo.xml
	install -Dm644 $(PACKAGING)/daejo.svg $(SHARE)/icons/hicolor/scalable/apps/daejo.svg
	install -Dm644 $(PACKAGING)/daejo.1 $(SHARE)/man/man1/daejo.1
	install -Dm644 $(PACKAGING)/daejo.ko.1 $(SHARE)/man/ko/man1/daejo.1
	install -Dm644 $(PACKAGING)/daejo.bash $(SHARE)/bash-completion/completions/daejo
	install -Dm644 $(PACKAGING)/_daejo $(SHARE)/zsh/site-functions/_daejo
	-update-mime-database $(SHARE)/mime
	-update-desktop-database $(SHARE)/applications

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
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--extra peers --constraint constraints.txt -o constraints-peers.txt pyproject.toml

clean:
	rm -rf $(VENV) build dist out *.egg-info .mypy_cache .ruff_cache .pytest_cache
