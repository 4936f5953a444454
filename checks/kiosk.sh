#!/usr/bin/env bash
# The kiosk in cage on Debian: full screen without a frame, alive for systemd, not to be closed by keys or touches, and back after kill -9.
# needs: cage=cage Xwayland=xwayland Xvfb=xvfb xdotool=xdotool systemd-analyze=systemd
set -euo pipefail
cd "$(dirname "$0")/.."
make --silent .venv/ready-test
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo "The unit: any word of systemd-analyze fails, since it passes misspelt settings with exit 0"
sed -e "s,/opt/pmlapp/pmlapp,$PWD/.venv/bin/python," packaging/kiosk/pmlapp-kiosk.service >"$work/pmlapp-kiosk.service"
said=$(systemd-analyze verify "$work/pmlapp-kiosk.service" 2>&1 || true)
# Of the system's own units nothing is asked here.
said=$(grep -F "$work" <<<"$said" || true)
[ -z "$said" ] || { echo "$said"; exit 1; }

exec .venv/bin/python checks/kiosk_sessions.py "$work" "${@:-}"
