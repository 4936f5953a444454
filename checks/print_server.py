"""Printing through a real CUPS; started by checks/printer.sh, which says what it needs."""

import getpass
import grp
import os
import pwd
import queue
import socket
import subprocess
import threading
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from time import monotonic, sleep

import pytest
from pypdf import PdfReader

from tests.conftest import _own_files, bundled_library
from tests.person import CTRL, Key, OpenWindow, Person, open_window

__all__ = ["_own_files", "bundled_library", "open_window"]

PAGE = "catching/is-it-hereditary"
TITLE = "Is PML hereditary?"
_CONFIGURATION = """\
Listen {folder}/cups.sock
LogLevel debug
WebInterface No
Browsing Off
DefaultAuthType None
PreserveJobHistory Yes
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""
_FILES = """\
ServerRoot {folder}
RequestRoot {folder}/jobs
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/temporary
AccessLog {folder}/access.log
ErrorLog {folder}/error.log
PageLog {folder}/page.log
User {user}
Group {group}
SystemGroup root
"""


class Printer(threading.Thread):
    """A printer in the network: what it is sent is its paper."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        self.jobs: queue.Queue[bytes] = queue.Queue()

    def run(self) -> None:
        while True:
            try:
                caller, _ = self._door.accept()
            except OSError:
                return
            with caller, caller.makefile("rb") as sent:
                self.jobs.put(sent.read())

    def close(self) -> None:
        self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()


class PrintServer:
    """A private CUPS with one printer."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.printer = Printer()
        self.printer.start()

    def start(self) -> subprocess.Popen[bytes]:
        """The server, once it answers and has its printer."""
        # CUPS gives its work to another user when it is root, and refuses to let that one be root.
        user = "lp" if os.geteuid() == 0 else getpass.getuser()
        group = grp.getgrgid(pwd.getpwnam(user).pw_gid).gr_name
        names = {"folder": self.folder, "user": user, "group": group}
        (self.folder / "cupsd.conf").write_text(_CONFIGURATION.format(**names))
        (self.folder / "cups-files.conf").write_text(_FILES.format(**names))
        for name in ("jobs", "cache", "state", "temporary"):
            (self.folder / name).mkdir()
            if os.geteuid() == 0:
                os.chown(self.folder / name, pwd.getpwnam(user).pw_uid, -1)
        settings = ("-c", self.folder / "cupsd.conf", "-s", self.folder / "cups-files.conf")
        server = subprocess.Popen(["cupsd", "-f", *settings])
        until = monotonic() + 20
        while "is running" not in self.asked("lpstat", "-r"):
            assert server.poll() is None, "cupsd ended"
            assert monotonic() < until
            sleep(0.1)
        self.asked("lpadmin", "-p", "Clinic", "-E", "-v", f"socket://127.0.0.1:{self.printer.port}", "-m", "raw")
        self.asked("lpadmin", "-d", "Clinic")
        return server

    def asked(self, *command: str) -> str:
        environment = {**os.environ, "CUPS_SERVER": f"{self.folder}/cups.sock", "LC_ALL": "C"}
        done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", timeout=20, check=False)
        return done.stdout + done.stderr

    @property
    def logs(self) -> str:
        """Whatever the server wrote down."""
        files = (file for file in self.folder.rglob("*") if file.is_file())
        return "\n".join(file.read_bytes().decode(errors="replace") for file in files if file.name[:1] != "d")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PrintServer]:
    """One for all: a process asks the server that it found first as long as it lives."""
    folder = tmp_path_factory.mktemp("cups")
    for each in (folder, folder.parent, folder.parent.parent):
        each.chmod(0o755)
    made = PrintServer(folder)
    process = made.start()
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("CUPS_SERVER", f"{folder}/cups.sock")
        yield made
    process.terminate()
    process.wait(20)
    made.printer.close()


def prints(person: Person) -> str:
    """Ctrl+P, then Print: what the window says."""
    person.presses(Key.Key_P, CTRL)
    sheet = person.parts.print_sheet
    assert sheet.print_button.isEnabled()
    person.clicks(sheet.print_button)
    message = person.window.stage.strip.content
    return str(message.accessibleName()) if message is not None else ""


def test_every_sheet_arrives_and_nobody_learns_what_was_read(server: PrintServer, open_window: OpenWindow) -> None:
    person = open_window(page=PAGE)
    said = prints(person)
    assert said.startswith("Sent to the printer Clinic: ")
    pdf = PdfReader(BytesIO(server.printer.jobs.get(timeout=60)))
    listed = server.asked("lpstat", "-W", "all", "-o")
    assert listed.startswith("Clinic-1"), listed
    assert f"{len(pdf.pages)} sheet" in said
    words = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    assert TITLE in words
    assert f"1 of {len(pdf.pages)}" in words
    for name in ("PML", "hereditary"):
        assert name not in server.logs
        assert name not in listed
    assert "Document" in server.logs


def test_a_printer_that_takes_no_jobs_is_named_and_nothing_is_lost(
    server: PrintServer, open_window: OpenWindow
) -> None:
    assert server.asked("cupsreject", "Clinic") == ""
    person = open_window(page=PAGE)
    prints(person)
    assert "The printer Clinic did not take the sheets." in person.banner
    assert person.page == PAGE
