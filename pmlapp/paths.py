"""Where the files that came with the program are, and this computer's own.

The places follow each system's custom (XDG on Linux).  Two variables of the
environment change them: ``PMLAPP_HOME`` puts all of this computer's own files
into one folder, for tests and for a program carried on a stick;
``PMLAPP_SITE`` names the site file alone.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

_NAME = "pmlapp"
_PACKAGE_NAME = "package-name"


def package_name() -> str:
    """The name of the package, by which two libraries on one computer keep their files apart."""
    # Only `pml package` gives a name, and only to a program that runs without Python.
    if getattr(sys, "frozen", False):
        try:
            return (_program_dir() / _PACKAGE_NAME).read_text(encoding="ascii").strip() or _NAME
        except OSError:
            pass
    return _NAME


def resources_dir() -> Path:
    """The folder of everything that came with the program and is not code."""
    return _program_dir() / "resources"


def bundled_library() -> Path:
    """The content file that came with the program."""
    return _program_dir() / "content.db"


def font_dir() -> Path:
    """The folder of the reading font's faces."""
    return resources_dir() / "fonts"


def icon_dir() -> Path:
    """The folder of the icons, one SVG each."""
    return resources_dir() / "icons"


def theme_dir() -> Path:
    """The folder of the themes, one JSON file each."""
    return resources_dir() / "themes"


def language_dir(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder of the window's translations; translators try theirs with ``PMLAPP_LANGUAGES``."""
    return Path(environ["PMLAPP_LANGUAGES"]) if "PMLAPP_LANGUAGES" in environ else resources_dir() / "languages"


def preferences_file(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Where the reader's own choices are kept."""
    if "PMLAPP_HOME" in environ:
        return _portable(environ) / "preferences.json"
    match platform:
        case "win32":
            folder = _windows(environ, "APPDATA", "Roaming")
        case "darwin":
            folder = _home(environ) / "Library/Application Support"
        case _:
            folder = _xdg(environ, "XDG_CONFIG_HOME", ".config")
    return folder / package_name() / "preferences.json"


def kept_file(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Where the reader's questions and bookmarks are kept, beside the preferences."""
    return preferences_file(environ, platform).with_name("kept.json")


def library_key(library: Path | None, usual: Path) -> str:
    """What tells a library's window, log and last place from those of the ``usual`` one, whose key is empty.

    It names no file: from the key alone nobody can tell what somebody reads.
    """
    if library is None or library.resolve() == usual.resolve():
        return ""
    from hashlib import blake2b  # noqa: PLC0415 - most starts read the usual library

    return blake2b(str(library.resolve()).encode(errors="surrogateescape"), digest_size=6).hexdigest()


def log_file(environ: Mapping[str, str] = os.environ, platform: str = sys.platform, *, library: str = "") -> Path:
    """Where failures are written down; older ones are beside it as ``pmlapp.log.1`` and ``.2``.

    ``library`` is a key of `library_key`.
    """
    name = f"pmlapp-{library}.log" if library else "pmlapp.log"
    if "PMLAPP_HOME" in environ:
        return _portable(environ) / name
    if platform == "darwin":
        return _home(environ) / "Library/Logs" / package_name() / name
    return _state_dir(environ, platform) / name


def last_day_file(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Where the newest day that this computer has seen is kept, against a clock that forgets."""
    if "PMLAPP_HOME" in environ:
        return _portable(environ) / "last-day"
    return _state_dir(environ, platform) / "last-day"


def kiosk_dir(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """The folder of what a kiosk keeps: the staff's PIN, its own runs, usage counts; nothing of any visitor."""
    if "PMLAPP_HOME" in environ:
        return _portable(environ) / "kiosk"
    return _state_dir(environ, platform) / "kiosk"


def updates_dir(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """The folder of editions that came as updates; the installed library is only read."""
    if "PMLAPP_HOME" in environ:
        return _portable(environ) / "updates"
    match platform:
        case "win32":
            return _windows(environ, "LOCALAPPDATA", "Local") / package_name() / "updates"
        case "darwin":
            return _home(environ) / "Library/Application Support" / package_name() / "updates"
        case _:
            return _xdg(environ, "XDG_DATA_HOME", ".local/share") / package_name() / "updates"


def recalls_file() -> Path:
    """Where the recalls are that hold on this computer, should there be any."""
    return updates_dir() / "recalls.json"


def update_root() -> Path:
    """The root of trust of updates; those who package the program for a library put it there."""
    return resources_dir() / "update-root.json"


def instance_dir(environ: Mapping[str, str] = os.environ, platform: str = sys.platform, *, library: str = "") -> Path:
    """The folder by which two starts for one library find each other; gone with the session where it can be.

    ``library`` is a key of `library_key`.
    """
    return _instance_dir(environ, platform) / library


def cache_dir(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """The folder of what ``pml`` keeps so as not to do the same work twice; it may be deleted at any time."""
    if "PMLAPP_HOME" in environ:
        return _portable(environ) / "cache"
    match platform:
        case "win32":
            return _windows(environ, "LOCALAPPDATA", "Local") / package_name() / "cache"
        case "darwin":
            return _home(environ) / "Library/Caches" / package_name()
        case _:
            return _xdg(environ, "XDG_CACHE_HOME", ".cache") / package_name()


def _instance_dir(environ: Mapping[str, str], platform: str) -> Path:
    if "PMLAPP_HOME" in environ:
        return _portable(environ) / "instance"
    # On Linux the run-time folder is this user's alone and on this computer, even when
    # the home folder is shared by several over a network.
    runtime = environ.get("XDG_RUNTIME_DIR", "")
    if platform not in ("win32", "darwin") and Path(runtime).is_absolute():
        return Path(runtime) / package_name()
    return _state_dir(environ, platform) / "instance"


def site_file(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Where the keeper of this computer may say how the program behaves; mostly there is no such file."""
    if environ.get("PMLAPP_SITE"):
        return Path(environ["PMLAPP_SITE"]).absolute()
    if "PMLAPP_HOME" in environ:
        return _portable(environ) / "site.toml"
    match platform:
        case "win32":
            folder = Path(environ.get("PROGRAMDATA") or "C:/ProgramData")
        case "darwin":
            folder = Path("/Library/Application Support")
        case _:
            folder = Path("/etc")
    kept = folder / package_name() / "site.toml"
    packaged = _program_dir() / "site.toml"
    # A package may bring the clinic's site file; the keeper of the computer has the last word.
    if getattr(sys, "frozen", False) and packaged.is_file() and not kept.is_file():
        return packaged
    return kept


def portable_dir() -> Path:
    """Where a program carried on a stick keeps everything: beside itself."""
    beside = Path(sys.executable).parent if getattr(sys, "frozen", False) else _program_dir()
    return beside / "pmlapp-data"


def _program_dir() -> Path:
    # From source they are beside the package.  PyInstaller gives each frozen module a __file__ below
    # the folder it unpacked resources into; a wheel has them inside the package, where nobody else's are.
    inside = Path(__file__).absolute().parent / "bundled"
    return inside if inside.is_dir() else inside.parents[1]


def _portable(environ: Mapping[str, str]) -> Path:
    return Path(environ["PMLAPP_HOME"]).absolute()


def _state_dir(environ: Mapping[str, str], platform: str) -> Path:
    match platform:
        case "win32":
            folder = _windows(environ, "LOCALAPPDATA", "Local")
        case "darwin":
            folder = _home(environ) / "Library/Application Support"
        case _:
            folder = _xdg(environ, "XDG_STATE_HOME", ".local/state")
    return folder / package_name()


def _windows(environ: Mapping[str, str], variable: str, usual: str) -> Path:
    return Path(environ[variable]) if environ.get(variable) else _home(environ) / "AppData" / usual


def _xdg(environ: Mapping[str, str], variable: str, usual: str) -> Path:
    # The XDG specification tells programs to ignore a path that is not absolute.
    named = Path(environ.get(variable, ""))
    return named if named.is_absolute() else _home(environ) / usual


def _home(environ: Mapping[str, str]) -> Path:
    named = environ.get("HOME") or environ.get("USERPROFILE")
    if named:
        return Path(named)
    try:
        return Path.home()
    except RuntimeError:
        # A service may run as a user without a home; systemd gives those "/" as well.
        # What cannot be kept there is reported like any other folder that may not be written.
        return Path("/")
