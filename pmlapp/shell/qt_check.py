"""What is between us and Qt: its system libraries, its display, and what it complains of.

Nothing is checked before Qt starts, so a good start pays nothing.  Qt itself
is the judge: when it can not import or ends the process, the reason is looked
for, and reported in a sentence instead of a traceback or a core dump.
"""

import importlib.util
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pmlapp.errors import CannotStartError, MissingQtLibraryError, NoDisplayError
from pmlapp.shell.log import Log


@contextmanager
def qt_libraries() -> Iterator[None]:
    """Import Qt inside this.

    Raises:
        MissingQtLibraryError: a library of the system is missing; all that are missing are named at once.
        CannotStartError: Qt is not installed, or not for this system.
    """
    try:
        yield
    except ImportError as error:
        named = re.search(r"(lib\S+\.so[.\d]*): cannot open shared object file", str(error))
        missing = _missing_libraries(_WIDGETS, _X11)
        if named and named[1] not in missing:
            missing = (named[1], *missing)
        raise (_missing(missing) if missing else CannotStartError()) from error


def listen_to_qt(log: Log, tell: Callable[[BaseException], int]) -> None:
    """Write Qt's complaints to ``log``; when Qt gives up, tell why and end the process.

    Qt would end it by abort, which leaves a core dump: a picture of the memory
    with all that was read.  ``tell`` prints and logs the failure and returns
    the exit code.  Call this before the QApplication is made.
    """
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler  # noqa: PLC0415

    severities = {
        QtMsgType.QtWarningMsg: "warning",
        QtMsgType.QtCriticalMsg: "critical",
        QtMsgType.QtFatalMsg: "fatal",
    }

    def hear(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if sys.flags.dev_mode:
            print(f"Qt: {text}", file=sys.stderr)
        if kind not in severities:
            return
        log.qt_message(severities[kind], context.category or "", text)
        if kind == QtMsgType.QtFatalMsg:
            cannot_start = "platform plugin" in text
            code = tell(why_qt_cannot_start(os.environ) if cannot_start else RuntimeError("Qt gave up"))
            for stream in (sys.stdout, sys.stderr):
                if stream is not None:
                    stream.flush()
            os._exit(code)

    qInstallMessageHandler(hear)


def why_qt_cannot_start(environ: Mapping[str, str]) -> CannotStartError:
    """The reason for which Qt found no way to open windows, once it has said that it did not."""
    asked_for = re.split("[:;]", environ.get("QT_QPA_PLATFORM", ""))[0]
    if not sys.platform.startswith("linux") or asked_for not in ("", "xcb", "wayland", "wayland-egl"):
        return CannotStartError()
    # If a display is named there may be a screen, but it can only answer once the libraries are there.
    parts = [part for variable, part in (("DISPLAY", _X11), ("WAYLAND_DISPLAY", _WAYLAND)) if environ.get(variable)]
    missing = _missing_libraries(*parts) if parts else ()
    return _missing(missing) if missing else NoDisplayError()


# Files of PySide6 that between them need every library of the system that a window needs.
_WIDGETS = "QtWidgets.abi3.so"
_X11 = "Qt/plugins/platforms/libqxcb.so"
_WAYLAND = "Qt/plugins/platforms/libqwayland.so"


def _missing_libraries(*parts: str) -> tuple[str, ...]:
    """The shared libraries that the dynamic linker cannot find for these ``parts`` of PySide6, each once."""
    import subprocess  # noqa: PLC0415 - 10 ms that a good start does not pay

    package = importlib.util.find_spec("PySide6")
    linker = shutil.which("ldd")
    if package is None or not package.submodule_search_locations or linker is None:
        return ()
    folder = Path(package.submodule_search_locations[0])
    told = subprocess.run(
        [linker, *(str(folder / part) for part in parts)], capture_output=True, text=True, check=False
    ).stdout
    return tuple(dict.fromkeys(re.findall(r"^\s*(\S+) => not found", told, re.MULTILINE)))


def _missing(libraries: tuple[str, ...]) -> MissingQtLibraryError:
    packages = " ".join(dict.fromkeys(_debian_package(library) for library in libraries))
    return MissingQtLibraryError(library=", ".join(libraries), command=f"apt-get install {packages}")


def _debian_package(library: str) -> str:
    """``libEGL.so.1`` is in ``libegl1``.

    Debian names a package after the library and its version, with a hyphen
    between two digits, and keeps to that for all that Qt needs but GLib.
    Source: https://www.debian.org/doc/debian-policy/ch-sharedlibs.html
    """
    if library.startswith(("libglib-2.0", "libgthread-2.0", "libgobject-2.0", "libgio-2.0")):
        return "libglib2.0-0"
    name, _, version = library.partition(".so.")
    hyphen = "-" if name[-1].isdigit() and version else ""
    return f"{name}{hyphen}{version}".lower().replace("_", "-")
