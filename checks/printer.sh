#!/usr/bin/env bash
# A page goes through CUPS to a printer: every sheet arrives, and neither job nor log names what was read.
# needs: cupsd=cups lpadmin=cups-client pdftotext=poppler-utils
#
# The print server is a private one, and the printer is a file that keeps what it is sent.
set -euo pipefail
cd "$(dirname "$0")/.."
make --silent .venv/ready-test
QT_QPA_PLATFORM=offscreen PATH=$PATH:/usr/sbin exec .venv/bin/python -m pytest -q checks/print_server.py
