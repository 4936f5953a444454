#!/usr/bin/env bash
# Pages are read aloud through a real speech-dispatcher and espeak-ng: marks in time, and 20 servers killed by -9.
# needs: speech-dispatcher=speech-dispatcher espeak-ng=espeak-ng pulseaudio=pulseaudio
# needs: /usr/lib/speech-dispatcher-modules/sd_espeak-ng=speech-dispatcher-espeak-ng
#
# checks/speech.sh [SENTENCES]: how many are read, 50 if nothing is said.  The server is a private one; its sound goes to a
# null output of PulseAudio, which takes as long as it would be heard.
set -euo pipefail
cd "$(dirname "$0")/.."
make --silent .venv/ready-test
export PMLAPP_CHECK_SENTENCES=${1:-50}
QT_QPA_PLATFORM=offscreen exec .venv/bin/python -m pytest -q -s checks/speech_dispatcher.py
