# The commands of the project.  `make run` and `make test` need nothing but Python 3.11 or later: they set up .venv themselves.

.DEFAULT_GOAL := help
.PHONY: help run test lint check content drawings i18n soak bench frozen pictures clean

bin := .venv/bin
offscreen := QT_QPA_PLATFORM=offscreen

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/ready-reader ## Open the reader; without a screen, draw and print its first page
	@if [ "$$(uname -s)" != Linux ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		exec $(bin)/python -m pmlapp; \
	else \
		mkdir -p build && \
		$(bin)/python -m pmlapp --snapshot build/first-page.png && \
		$(bin)/python -m pmlapp --text && \
		echo && echo "There is no screen here: the page above is also drawn in build/first-page.png"; \
	fi

test: lint ## Check and test everything; under five minutes
	$(offscreen) $(bin)/python -m pytest -q -n 2

lint: .venv/ready-test ## Check style, formatting and types
	$(bin)/ruff check --quiet .
	$(bin)/ruff format --check --quiet .
	$(bin)/mypy

check: ## Run a check that needs more than make test: make check NAME=newcomer; without a name, list them
	@checks/run.sh $(NAME)

content: .venv/ready-authoring ## Build content.db from resources/
	$(bin)/pml build

drawings: .venv/ready-reader ## Draw the pictures of the articles from their data
	$(bin)/python -m drawings

i18n: .venv/ready-test ## Extract every phrase into languages/template.ts, and compile the translations
	$(bin)/python -m languages

soak: .venv/ready-test ## Eight simulated hours of visits to a kiosk: memory, open files, errors
	$(bin)/python checks/soak.py --hours 8

bench: .venv/ready-test ## Measure the reader against a minimal one
	$(bin)/python -m benchmarks

frozen: .venv/ready-frozen ## Build dist/pmlapp, a folder that runs without Python, and try it
	PYTHONHASHSEED=0 SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct 2>/dev/null || echo 1764547200) \
		$(bin)/pyinstaller --noconfirm --log-level WARN build.spec
	$(bin)/python packaging/finish_frozen.py dist/pmlapp build/pmlapp-collected.json
	$(offscreen) dist/pmlapp/pmlapp --self-test

pictures: .venv/ready-authoring ## Draw docs/pictures and the pictures of the tests
	$(bin)/python -m tests.pictures.make

clean: ## Remove what the commands above made, .venv included
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/ready-%: pyproject.toml packaging/set-up.sh packaging/apt.sh packaging/qt-libraries.txt
	@packaging/set-up.sh $*
	@touch $@

.PRECIOUS: .venv/ready-%
