#!/usr/bin/env bash
# Runs one check that needs more than make test does: checks/run.sh NAME; without a name it lists them.
#
# A check is checks/NAME.sh, or checks/test_NAME.py for pytest.  Its head says in one
# sentence what it shows, and in a line "# needs: PROGRAM=PACKAGE ..." what must be
# installed (a path in place of a program where there is none): as root that is installed, anyone else is told the command.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=packaging/apt.sh
source packaging/apt.sh

list() {
    local file name
    for file in checks/*.sh checks/test_*.py; do
        name=${file##*/}
        name=${name#test_}
        name=${name%.*}
        [ "$name" != run ] || continue
        printf 'make check NAME=%-10s %s\n' "$name" "$(grep -m1 -oP '^(# |""")\K[^#"!].*' "$file" | sed 's/"""$//')"
    done
}

install_needs() {
    local need missing=()
    for need in $(sed -n 's/^# needs: //p' "$1"); do
        PATH=$PATH:/usr/sbin:/sbin command -v "${need%%=*}" >/dev/null || [ -e "${need%%=*}" ] ||
            missing+=("${need#*=}")
    done
    [ ${#missing[@]} = 0 ] || apt_install "This check needs what is missing here." "${missing[@]}"
}

name=${1:-}
[ -n "$name" ] || { list && exit; }
shift
if [ -f "checks/$name.sh" ] && [ "$name" != run ]; then
    install_needs "checks/$name.sh"
    exec bash "checks/$name.sh" "$@"
elif [ -f "checks/test_$name.py" ]; then
    install_needs "checks/test_$name.py"
    make --silent .venv/ready-test
    QT_QPA_PLATFORM=offscreen exec .venv/bin/python -m pytest -q "checks/test_$name.py" "$@"
fi
stop "There is no check “$name”.  There are:" "$(list)"
