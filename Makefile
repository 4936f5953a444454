# The commands of the project.  `make run` and `make test` need nothing but Python 3.11 or later: they set up .venv themselves.

.DEFAULT_GOAL := help
.PHONY: help run test lint content bench frozen pictures clean

bin := .venv/bin
offscreen := QT_QPA_PLATFORM=offscreen

# docs/pictures: the name of each, and what the program is asked for.
define pictures_of
home                --size 1280x800  --theme light          --page home
page-light          --size 1280x800  --theme light          --article causes/what-causes-pml
page-dark           --size 1280x800  --theme dark           --article causes/what-causes-pml
page-high-contrast  --size 1280x800  --theme high_contrast  --article causes/what-causes-pml
page-warm-paper     --size 1280x800  --theme warm_paper     --article causes/what-causes-pml
page-200-percent    --size 1280x800  --theme light          --article causes/what-causes-pml --zoom 200
page-portrait       --size 1080x1920 --theme light          --article causes/what-causes-pml
page-narrow         --size 800x600   --theme light          --article causes/what-causes-pml
endef
export pictures_of

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

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

content: .venv/ready-authoring ## Build content.db from resources/
	$(bin)/pml build

bench: .venv/ready-test ## Measure the reader against a minimal one
	$(bin)/python -m benchmarks

frozen: .venv/ready-frozen ## Build dist/pmlapp, a folder that runs without Python, and try it
	$(bin)/pyinstaller --noconfirm --log-level WARN build.spec
	$(offscreen) dist/pmlapp/pmlapp --self-test

pictures: .venv/ready-reader ## Draw docs/pictures anew
	@mkdir -p docs/pictures
	@echo "$$pictures_of" | while read -r name asked; do \
		echo "docs/pictures/$$name.png"; \
		$(bin)/python -m pmlapp --snapshot "docs/pictures/$$name.png" $$asked || exit 1; \
	done

clean: ## Remove what the commands above made, .venv included
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/ready-%: pyproject.toml packaging/set-up.sh packaging/qt-libraries.txt
	@packaging/set-up.sh $*
	@touch $@

.PRECIOUS: .venv/ready-%
