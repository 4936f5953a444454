#!/usr/bin/env bash
# Visits to a kiosk on an accelerated clock, ten minutes of them: memory and open files stay flat, and nothing goes wrong.
set -euo pipefail
cd "$(dirname "$0")/.."
make --silent .venv/ready-test
exec .venv/bin/python checks/soak.py --hours 8 --minutes "${1:-10}"
