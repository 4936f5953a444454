# Asking Debian's packages for what is missing; sourced by packaging/set-up.sh, checks/run.sh and .ci/run.

stop() {
    printf '\n%s\n' "$@" >&2
    exit 1
}

# As root the packages are installed; anyone else is told the command.
apt_install() {
    local why=$1
    shift
    if ! command -v apt-get >/dev/null; then
        stop "$why" "This is not Debian or Ubuntu, so the names of the packages are for you to find."
    fi
    if [ "$(id -u)" != 0 ]; then
        stop "$why Run this, then try again:" "    sudo apt-get install --yes $*"
    fi
    echo "$why Installing: $*"
    # Lists that came with an image may be old, hence the second try after an update.
    local quiet=(env DEBIAN_FRONTEND=noninteractive apt-get -qq --yes -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300)
    "${quiet[@]}" install --no-install-recommends "$@" >/dev/null 2>&1 ||
        { "${quiet[@]}" update && "${quiet[@]}" install --no-install-recommends "$@" >/dev/null; } ||
        stop "apt-get could not install them; what it said is above."
}
