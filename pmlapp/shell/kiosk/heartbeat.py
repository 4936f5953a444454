"""Says to systemd that the kiosk is alive, from the GUI thread, and only after a paint and a read."""

import os
import socket
from collections.abc import Callable, Mapping, MutableMapping
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

_USUAL_CHECK_MS: Final = 60_000
"""How often paint and read are tried where no watchdog waits for it."""


def notify(message: str, environ: Mapping[str, str] = os.environ) -> bool:
    """Send ``READY=1``, ``WATCHDOG=1`` and the like; False, and nothing done, where systemd does not listen.

    Source: https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html
    """
    address = environ.get("NOTIFY_SOCKET", "")
    if not address or not hasattr(socket, "AF_UNIX"):
        return False
    if address.startswith("@"):
        # A name in the abstract namespace begins with a NUL byte, which no variable can hold.
        address = f"\0{address[1:]}"
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as channel:
            channel.connect(address)
            channel.sendall(message.encode())
    except OSError:
        return False
    return True


def watchdog_ms(environ: Mapping[str, str] = os.environ) -> int | None:
    """How often systemd wants to hear from this process, in ms; None if it does not wait."""
    # WATCHDOG_PID is not looked at: under cage it names cage's process, and NotifyAccess=all lets ours answer.
    wanted = environ.get("WATCHDOG_USEC", "")
    if not wanted.isdecimal():
        return None
    return max(100, int(wanted) // 1000)


class Heartbeat(QObject):
    """Pings at half the time that the watchdog allows.

    ``paints`` and ``reads`` try the real thing, and raise or return False where it fails; then no
    ping is sent, and systemd restarts the kiosk.
    """

    def __init__(
        self,
        *,
        paints: Callable[[], bool],
        reads: Callable[[], bool],
        environ: MutableMapping[str, str] = os.environ,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._paints, self._reads = paints, reads
        self._environ = environ
        self.beats = 0
        interval = watchdog_ms(environ)
        self._timer = QTimer(self, interval=interval // 2 if interval else _USUAL_CHECK_MS)
        self._timer.timeout.connect(self.beat)

    @Slot()
    def begin(self) -> None:
        """The first screen is there."""
        notify("READY=1\nSTATUS=The kiosk is on the screen", self._environ)
        self.beat()
        self._timer.start()

    @Slot()
    def beat(self) -> bool:
        """Try a paint and a read, and ping if both went well; whether they did."""
        try:
            lives = self._paints() and self._reads()
        except Exception:
            lives = False
        if lives:
            self.beats += 1
            notify("WATCHDOG=1", self._environ)
        return lives

    @Slot()
    def end(self) -> None:
        """The kiosk ends on purpose."""
        self._timer.stop()
        notify("STOPPING=1", self._environ)
