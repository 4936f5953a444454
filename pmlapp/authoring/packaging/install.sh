#!/bin/sh
# Installs @NAME@: ./install.sh [--prefix DIR] [--remove]; without --prefix into /usr/local for root, else ~/.local.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ "$(id -u)" = 0 ]; then prefix=/usr/local; else prefix=${HOME:-/nonexistent}/.local; fi
remove=
while [ $# -gt 0 ]; do
    case $1 in
        --prefix) [ $# -gt 1 ] || { echo "--prefix needs a folder after it." >&2; exit 2; }; prefix=$2; shift ;;
        --remove) remove=1 ;;
        *) echo "It understands --prefix DIR and --remove, not $1." >&2; exit 2 ;;
    esac
    shift
done
case $prefix in /*) ;; *) prefix=$PWD/$prefix ;; esac
take_away() {
    rm -rf "$prefix/lib/@NAME@" "$prefix/lib/.@NAME@.new"
    rm -f "$prefix/bin/@NAME@" "$prefix/share/applications/@NAME@.desktop" "$prefix/share/man/man1/@NAME@.1.gz" \
        "$prefix/share/metainfo/@COMPONENT@.metainfo.xml"
    find "$prefix/share/icons/hicolor" -name '@NAME@.*' -delete 2>/dev/null || true
}
if [ -n "$remove" ]; then
    take_away
    echo "@NAME@ was removed from $prefix. What readers kept is in their own folders."
    exit 0
fi
mkdir -p "$prefix/lib" "$prefix/bin" 2>/dev/null && [ -w "$prefix/lib" ] && [ -w "$prefix/bin" ] || {
    echo "Nothing may be written to $prefix. Name another folder with --prefix, or run this as root." >&2; exit 73; }
need=$(du -sk "$here/lib/@NAME@" | cut -f1)
free=$(df -Pk "$prefix/lib" | awk 'NR == 2 { print $4 }')
[ "$free" -gt "$need" ] || { echo "$prefix has $((free / 1024)) MB free, and $((need / 1024)) MB are needed." >&2; exit 73; }
# The new program is whole before the old one goes.
rm -rf "$prefix/lib/.@NAME@.new"
trap 'rm -rf "$prefix/lib/.@NAME@.new"' EXIT
cp -R "$here/lib/@NAME@" "$prefix/lib/.@NAME@.new"
"$prefix/lib/.@NAME@.new/pmlapp" --version >/dev/null || {
    echo "The program does not start here: it needs Debian 12, Ubuntu 23.04 or later (glibc 2.36)." >&2; exit 69; }
take_new() { rm -rf "$prefix/lib/@NAME@"; mv "$prefix/lib/.@NAME@.new" "$prefix/lib/@NAME@"; }
take_new
ln -sf "../lib/@NAME@/pmlapp" "$prefix/bin/@NAME@"
(cd "$here" && find share -type f) | while IFS= read -r file; do
    mkdir -p "$prefix/$(dirname "$file")"
    cp "$here/$file" "$prefix/$file"
done
quoted=$(printf '%s' "$prefix/bin/@NAME@" | sed 's/[\\&|]/\\&/g')
sed -i "s|^Exec=.*|Exec=\"$quoted\"|; s|^TryExec=.*|TryExec=$quoted|" "$prefix/share/applications/@NAME@.desktop"
echo "@NAME@ is installed in $prefix. Start it with: $prefix/bin/@NAME@"
