#!/usr/bin/env bash
# Prepares .venv for one use of the project: packaging/set-up.sh reader|authoring|test|frozen
#
# What can be put right is put right; what cannot is said with the command that
# would.  `make` calls this once for each use, and again after pyproject.toml changed.
set -euo pipefail
cd "$(dirname "$0")/.."

# shellcheck source=packaging/apt.sh
source packaging/apt.sh

find_python() {
    local name
    for name in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    stop "Python 3.11 or later is needed and was not found." \
        "Install it (Debian: apt-get install python3), or name it: make run PYTHON=/path/to/python3"
}

make_venv() {
    local python version
    python=$(find_python)
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        apt_install "Python's part for virtual environments is missing." "python$version-venv"
    fi
    echo "Preparing .venv with $("$python" --version)"
    "$python" -m venv .venv
}

missing_libraries() {
    local qt
    qt=$(.venv/bin/python -c 'import PySide6; print(PySide6.__path__[0])')
    # ldd knows what the loader will look for, also for libraries of libraries.
    ldd "$qt"/Qt/plugins/platforms/libqxcb.so "$qt"/Qt/plugins/platforms/libqoffscreen.so \
        "$qt"/Qt/plugins/imageformats/libqsvg.so "$qt"/QtWidgets.abi3.so "$qt"/QtSvg.abi3.so |
        awk '/not found/ { print $1 }' | sort -u
}

package_of() {
    awk -v library="$1" '$1 == library { print $2 }' packaging/qt-libraries.txt
}

check_qt_libraries() {
    local missing library package packages=()
    missing=$(missing_libraries)
    [ -n "$missing" ] || return 0
    for library in $missing; do
        package=$(package_of "$library")
        [ -n "$package" ] || stop "Qt needs the system library $library; which package holds it is not known here."
        packages+=("$package")
    done
    mapfile -t packages < <(printf '%s\n' "${packages[@]}" | sort -u)
    apt_install "Qt's windows need $(wc -l <<<"$missing") system libraries that are missing." "${packages[@]}"
    # What was installed may itself ask for more that is in the table.
    missing=$(missing_libraries)
    [ -z "$missing" ] || stop "Still missing after the installation: ${missing//$'\n'/ }."
}

# PyInstaller looks into programs with objdump, and puts Python's own library into the folder.
check_freezing_tools() {
    local version packages=()
    version=$(.venv/bin/python -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    command -v objdump >/dev/null || packages+=(binutils)
    if ! has_shared_python; then
        .venv/bin/python -c 'import sys; sys.exit(sys.base_prefix != "/usr")' ||
            stop "$(.venv/bin/python -c 'import sys; print(sys.base_prefix)') holds a Python without its shared library, which a frozen reader needs." \
                "Take the system's own: make clean, then make frozen PYTHON=/usr/bin/python3"
        packages+=("libpython$version")
    fi
    [ ${#packages[@]} = 0 ] || apt_install "To freeze the reader takes what is missing here." "${packages[@]}"
    has_shared_python || stop "Still missing after the installation: libpython$version."
}

# PyInstaller itself is the judge: where it looks differs from system to system.
has_shared_python() {
    .venv/bin/python -c 'from PyInstaller.depend.bindepend import get_python_library_path as find; find()' 2>/dev/null
}

case ${1:-} in
    reader) wanted=. ;;
    authoring) wanted='.[authoring]' ;;
    test) wanted='.[test]' ;;
    frozen) wanted='.[authoring,packs,frozen]' ;;
    *) stop "usage: packaging/set-up.sh reader|authoring|test|frozen" ;;
esac

.venv/bin/python -c 'import pip' 2>/dev/null || make_venv
echo "Fetching what $wanted in pyproject.toml asks for (the first time takes a minute or two)"
fetch() { .venv/bin/python -m pip install --quiet --disable-pip-version-check --editable "$wanted"; }
# A network that hiccups once should not end a set-up.
fetch || { sleep 5 && fetch; } ||
    stop "pip could not fetch everything; what it said is above. Is there a network?"
[ "$(uname -s)" != Linux ] || check_qt_libraries
[ "$1" != frozen ] || [ "$(uname -s)" != Linux ] || check_freezing_tools
