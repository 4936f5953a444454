#!/usr/bin/env bash
# A clean Debian with Python, git and make alone: the project is cloned, and the commands of the README are run in it.
# needs: debootstrap=debootstrap
#
# checks/newcomer.sh [SUITE] [COMMAND ...]: SUITE is bookworm (Debian 12, the default) or trixie (13);
# the commands are those of make, "run" and "test" if none is named.  Only as root, since it takes a chroot.
# The clean system is kept in build/newcomer and used again.  What is tried is the last commit.
set -euo pipefail
cd "$(dirname "$0")/.."

suite=${1:-bookworm}
[ $# -lt 2 ] && commands=(run test) || commands=("${@:2}")
[ "$(id -u)" = 0 ] || { echo "A chroot can only be made as root: sudo make check NAME=newcomer" >&2 && exit 1; }
PATH=$PATH:/usr/sbin:/sbin
clean=$PWD/build/newcomer/$suite
tried=$PWD/build/newcomer/$suite-tried
mirror=$(awk '/^URIs:/ { print $2; exit }' /etc/apt/sources.list.d/debian.sources 2>/dev/null || true)
# What this computer needs to reach the network, and nothing else of whoever runs it.
network='^(PIP_|https?_proxy|HTTPS?_PROXY|no_proxy|NO_PROXY|SSL_|REQUESTS_)'

if [ ! -x "$clean/usr/bin/python3" ]; then
    mkdir -p "$clean"
    debootstrap --variant=minbase --include=ca-certificates,python3,python3-venv,git,make "$suite" "$clean" \
        ${mirror:+"$mirror"} >/dev/null
    cp -a /etc/ssl/certs/ca-certificates.crt "$clean/etc/ssl/certs/"
    cp -aL /etc/resolv.conf /etc/hosts "$clean/etc/"
    [ ! -f /etc/pip.conf ] || cp /etc/pip.conf "$clean/etc/"
    cp -a /etc/apt/apt.conf.d/. "$clean/etc/apt/apt.conf.d/"
fi
rm -rf "$tried"
cp -a "$clean" "$tried"
git clone --quiet . "$tried/srv/project"
mount --bind /dev "$tried/dev"
mount -t proc proc "$tried/proc"
trap 'umount "$tried/dev" "$tried/proc"' EXIT

mapfile -t settings < <(env | grep -E "$network" || true)
for command in "${commands[@]}"; do
    started=$SECONDS
    echo "== make $command, $suite"
    env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 "${settings[@]}" \
        chroot "$tried" bash -c 'cd /srv/project && make "$1"' bash "$command"
    echo "== make $command went well after $((SECONDS - started)) s"
done
du --summarize --human-readable "$tried/srv/project" | awk '{ print "== the project takes " $1 " there" }'
