"""What a kiosk reads beside its library: the site's logo and language, and the words that may be counted."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from pmlapp import paths
from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import Media
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages
from pmlapp.library.pages.said_words import Say
from pmlapp.settings import ENGLISH, SiteSettings

if TYPE_CHECKING:
    from pmlapp.shell.interface_language import InterfaceLanguage
    from pmlapp.shell.languages import Languages
    from pmlapp.speech.speaking_process import SpeakingProcess


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


def interface_in(site: SiteSettings, application: Callable[[], QApplication]) -> "InterfaceLanguage | None":
    """The language of the kiosk, with the site's put on; None where it only ever speaks English."""
    if site.language == ENGLISH and len(site.languages) < 2:
        return None
    from pmlapp.shell.interface_language import InterfaceLanguage

    made = InterfaceLanguage(application(), paths.language_dir())
    made.use(site.language)
    return made


def words_of(interface: "InterfaceLanguage | None") -> PageWords:
    """The phrases of pages in the language that is on."""
    if interface is None or interface.code == ENGLISH:
        return words_by(None)
    from pmlapp.shell.interface_language import say_on_pages

    return words_by(say_on_pages)


def languages_of(
    pages: Pages, place: Path, interface: "InterfaceLanguage", pages_of: Callable[[ContentStore], Pages]
) -> "Languages":
    """What visitors can switch to; ``place`` is the file of the library."""
    from pmlapp.shell.languages import Languages

    def original() -> Pages:
        return pages_of(ContentStore.open(place))

    return Languages(pages, place, paths.language_dir(), interface, words_by, original)


def words_by(say: Say | None) -> PageWords:
    """The phrases of pages at a kiosk, where staff are near."""
    return PageWords(staff_nearby=True, say=say)


def speaking_process(parent: QObject) -> "SpeakingProcess":
    """The process that speaks."""
    from pmlapp.speech.speaking_process import SpeakingProcess, usual_command

    return SpeakingProcess(usual_command(), parent)
