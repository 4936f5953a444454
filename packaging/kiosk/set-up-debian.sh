#!/usr/bin/env bash
# Makes a kiosk of a fresh Debian 12 or later: set-up-debian.sh FOLDER-OF-THE-PROGRAM
#
# FOLDER is what `make frozen` made (dist/pmlapp).  Run it as root; it may be run again.
set -euo pipefail

folder=${1:?name the folder of the program, such as dist/pmlapp}
here=$(cd "$(dirname "$0")" && pwd)
[ "$(id -u)" = 0 ] || { echo "Run it as root." >&2; exit 1; }
[ -x "$folder/pmlapp" ] || { echo "There is no program in $folder." >&2; exit 1; }

# cage shows one program and nothing else; it needs xwayland, which its package does not name.
DEBIAN_FRONTEND=noninteractive apt-get -qq --yes install --no-install-recommends cage xwayland libpam-systemd \
    libegl1 libgl1 libxkbcommon0 libfontconfig1 libdbus-1-3

getent passwd kiosk >/dev/null || useradd --system --create-home --shell /usr/sbin/nologin --groups video,input,render kiosk
rm -rf /opt/pmlapp.new && cp -r "$folder" /opt/pmlapp.new
rm -rf /opt/pmlapp.old && { [ ! -e /opt/pmlapp ] || mv /opt/pmlapp /opt/pmlapp.old; }
mv /opt/pmlapp.new /opt/pmlapp
install -d -m 755 /etc/pmlapp
[ -e /etc/pmlapp/site.toml ] || /opt/pmlapp/pmlapp check-site --write-example >/etc/pmlapp/site.toml
install -d -m 700 -o kiosk -g kiosk /var/lib/pmlapp
install -m 644 "$here/pam-cage" /etc/pam.d/cage
install -m 644 "$here/pmlapp-kiosk.service" /etc/systemd/system/pmlapp-kiosk.service
install -d /etc/systemd/logind.conf.d /etc/sysctl.d
# No other virtual terminals, no Ctrl+Alt+Del, no SysRq: what only the system can take away.
printf '[Login]\nNAutoVTs=0\nReserveVT=0\nHandlePowerKey=ignore\n' >/etc/systemd/logind.conf.d/kiosk.conf
printf 'kernel.sysrq = 0\nkernel.core_pattern = |/bin/false\n' >/etc/sysctl.d/90-kiosk.conf
if [ -d /run/systemd/system ]; then
    systemctl mask ctrl-alt-del.target
    systemctl daemon-reload
    systemctl enable pmlapp-kiosk.service
    systemctl set-default graphical.target
fi
cat <<'SAY'
Next: set the staff's PIN, write /etc/pmlapp/site.toml, and restart.
    runuser -u kiosk -- env PMLAPP_HOME=/var/lib/pmlapp /opt/pmlapp/pmlapp kiosk --set-pin
    /opt/pmlapp/pmlapp check-site /etc/pmlapp/site.toml
SAY
