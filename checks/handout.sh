#!/usr/bin/env bash
# A thousand random selections of parts from each of two libraries: no warning is left behind.
set -euo pipefail
cd "$(dirname "$0")/.."
make --silent .venv/ready-test
PMLAPP_SELECTIONS=1000 QT_QPA_PLATFORM=offscreen exec .venv/bin/python -m pytest -q -n 2 tests/library/pages/test_handout.py
