"""What a kiosk reads beside its library: the site's logo and language, and the words that may be counted."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from pmlapp import paths
from pmlapp.content.model import Media
from pmlapp.library.pages.said_words import Say
from pmlapp.settings import ENGLISH


def logo_of(path: Path | None) -> Media | None:
    """The picture in the site's own file; None if there is none, or none that is drawn."""
    kinds = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
    if path is None or path.suffix.lower() not in kinds:
        return None
    try:
        if path.stat().st_size > 4_000_000:
            return None
        return Media("logo", kinds[path.suffix.lower()], path.read_bytes())
    except OSError:
        return None


def medical_words() -> tuple[str, ...]:
    """The fixed list of words that may be counted when they found nothing; never changed, only added to."""
    try:
        text = (paths.resources_dir() / "kiosk" / "medical-words.txt").read_text(encoding="utf-8")
    except OSError:
        return ()
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def put_on_language(code: str, application: Callable[[], QApplication]) -> tuple[Say | None, Callable[[], object]]:
    """How pages speak in the site's language, and what ends it; English needs nothing."""
    if code == ENGLISH:
        return None, bool
    from pmlapp.shell.interface_language import put_on

    return put_on(code, application(), paths.language_dir())
