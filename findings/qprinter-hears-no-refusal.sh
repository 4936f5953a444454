#!/usr/bin/env bash
# Qt: printing into a queue that takes no jobs looks the same as printing; CUPS refuses, and nothing says so.
#
# Packages: PySide6_Essentials 6.11.3 (PyPI), Python 3.11; cups and cups-client 2.4.2 (Debian 12), which must be
# installed: apt-get install cups cups-client.  Run as root: the private server works for the user lp.
# Seen on 1 December 2026:
#   A queue was told to take no jobs (cupsreject, which keepers use while a printer is away).  QPrinterInfo still
#   calls the printer idle, the QPrinter is valid, QPainter begins and ends with True, and the printer's state
#   afterwards is idle.  The server's log has "Returning IPP server-error-not-accepting-jobs".  lp, which asks
#   the same server, ends with 1 and a sentence.
# A program that tells a person "sent to the printer" on Linux asks CUPS itself.
set -euo pipefail
export PATH=$PATH:/usr/sbin
for program in cupsd lpadmin cupsreject; do
    command -v "$program" >/dev/null || { echo "This needs cups and cups-client, and root." >&2; exit 69; }
done
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
chmod 755 "$folder"
mkdir "$folder/jobs" "$folder/cache" "$folder/state" "$folder/temporary"
chown lp: "$folder/jobs" "$folder/cache" "$folder/state" "$folder/temporary"
cat >"$folder/cupsd.conf" <<CONF
Listen $folder/cups.sock
LogLevel info
WebInterface No
Browsing Off
DefaultAuthType None
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
CONF
cat >"$folder/files.conf" <<CONF
ServerRoot $folder
RequestRoot $folder/jobs
CacheDir $folder/cache
StateDir $folder/state
TempDir $folder/temporary
AccessLog $folder/access.log
ErrorLog $folder/error.log
PageLog $folder/page.log
User lp
Group lp
SystemGroup root
CONF
cupsd -f -c "$folder/cupsd.conf" -s "$folder/files.conf" &
server=$!
export CUPS_SERVER=$folder/cups.sock LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen
for _ in $(seq 50); do lpstat -r 2>/dev/null | grep -q 'is running' && break; sleep 0.1; done
lpadmin -p Clinic -E -v socket://127.0.0.1:9 -m raw 2>/dev/null
cupsreject Clinic

python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check 'PySide6_Essentials==6.11.3'
cat >"$folder/print.py" <<'PYTHON'
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication

application = QApplication([])
printer = QPrinter()
printer.setPrinterName("Clinic")
print("before:", QPrinterInfo.printerInfo("Clinic").state().name, printer.isValid())
painter = QPainter()
print("begin:", painter.begin(printer))
painter.drawText(100, 100, "one line")
print("end:", painter.end(), printer.printerState().name)
PYTHON
{
    "$folder/venv/bin/python" "$folder/print.py" 2>&1
    echo "the log: $(grep -c 'Returning IPP server-error-not-accepting-jobs for Create-Job' "$folder/error.log")"
    echo "one line" >"$folder/line.txt"
    status=0
    lp -d Clinic "$folder/line.txt" 2>&1 || status=$?
    echo "lp: $status"
} | tee "$folder/seen"

diff "$folder/seen" - <<'EXPECTED'
before: Idle True
begin: True
end: True Idle
the log: 1
lp: Destination "Clinic" is not accepting jobs.
lp: 1
EXPECTED
echo "as seen on 1 December 2026"
